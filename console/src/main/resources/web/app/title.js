// What the browser's tab is called: a page that shows one thing names it, so that tabs can be told apart.
let page = '';
let thing;

export function pageTitle(title) {
  page = title;
  show();
}

/** Until another page is shown. */
export function thingTitle(name) {
  thing = name;
  show();
}

export function forgetThing() {
  thing = undefined;
}

function show() {
  document.title = [thing, page, 'Daybreak'].filter(Boolean).join(' – ');
}
