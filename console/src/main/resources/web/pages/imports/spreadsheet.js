// The same expressions as in the service's Spreadsheets.java; a test of the service compares them.
const LINK = /(?:docs|drive|sheets)\.google\.com\/(?:(?:a\/[^\/\s]+|u\/\d+)\/)*(?:(?:spreadsheets|file)\/(?:(?:a\/[^\/\s]+|u\/\d+)\/)*d\/|(?:open|uc|spreadsheets?\/(?:(?:a\/[^\/\s]+|u\/\d+)\/)*(?:ccc|m|lv|pub))\?(?:[^\s"'<>#]*[&;])?(?:id|key)=)([A-Za-z0-9_-]{10,100})(?![A-Za-z0-9_-])/gi;
const LONE_ID = /(?<![\w\/=-])([A-Za-z0-9_-]{44})(?![\w\/-])/g;
const ID = /^[A-Za-z0-9_-]{10,100}$/;
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/g;

/** The id in what a person pasted, as the service understands it; undefined where there is none, or more than one. */
export function spreadsheetId(pasted) {
  const text = decoded(pasted).replace(INVISIBLE, '').trim();
  const ids = all(LINK, text);
  if (ids.length === 0 && ID.test(text)) {
    return text;
  }
  const found = ids.length > 0 ? ids : all(LONE_ID, text);
  return found.length === 1 ? found[0] : undefined;
}

function all(pattern, text) {
  return [...new Set([...text.matchAll(pattern)].map(([, id]) => id))];
}

/** A link within a link, as redirects have it, is percent-encoded. */
function decoded(pasted) {
  try {
    return /%2f/i.test(pasted) ? decodeURIComponent(pasted) : pasted;
  } catch {
    return pasted;
  }
}
