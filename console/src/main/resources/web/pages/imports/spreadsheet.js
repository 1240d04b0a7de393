const ADDRESS = /^https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/([A-Za-z0-9_-]{10,100})/;
const ID = /^[A-Za-z0-9_-]{10,100}$/;

/** The id in what a person pasted, as the service understands it; undefined where there is none. */
export function spreadsheetId(pasted) {
  const text = pasted.trim();
  return ADDRESS.exec(text)?.[1] ?? ID.exec(text)?.[0];
}
