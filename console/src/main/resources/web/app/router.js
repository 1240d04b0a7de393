// Addresses to pages, by the History API. Links are ordinary links; those that lead to a page are caught here.
const OUTSIDE = ['/api/', '/static/', '/q/', '/sign-out', '/session'];

const changes = new EventTarget();

/** Whether leaving would leave something behind, and the question then; set by onNavigation. */
let guard = { unsaved: () => false, mayLeave: async () => true };

/** The address of the page that is shown. */
let here = location.pathname + location.search;

/** Finds the page of a path: pages[i].path may have names in it, as in /imports/:id. */
export function match(pages, path) {
  for (const page of pages) {
    const params = paramsOf(page.path, path);
    if (params) {
      return { page, params };
    }
  }
  return undefined;
}

function paramsOf(pattern, path) {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) {
    return undefined;
  }
  const params = {};
  for (const [index, segment] of wanted.entries()) {
    if (segment.startsWith(':')) {
      params[segment.slice(1)] = decodeURIComponent(given[index]);
    } else if (segment !== given[index]) {
      return undefined;
    }
  }
  return params;
}

/** Where the code leads; it does not ask whether the page may be left. */
export function go(address, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  here = address;
  changes.dispatchEvent(new Event('change'));
}

/** The query of the address: filters and page numbers live there, so that going back brings them back. */
export const query = () => Object.fromEntries(new URLSearchParams(location.search));

/** A value of the address that a filter knows; an old link's unknown one filters nothing. */
export const oneOf = (values, value) => (values.includes(value) ? value : undefined);

/** Changes the query without changing the page; empty values leave it. */
export function setQuery(values) {
  const next = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') {
      next.delete(key);
    } else {
      next.set(key, value);
    }
  }
  const text = next.toString();
  here = location.pathname + (text ? `?${text}` : '');
  history.replaceState(null, '', here);
}

/** @param {{unsaved: () => boolean, mayLeave: () => Promise<boolean>}} asked before a link, Back or Forward leads to another page */
export function onNavigation(callback, asked) {
  guard = asked;
  changes.addEventListener('change', callback);
  window.addEventListener('popstate', back);
  document.addEventListener('click', follow);
}

/** The browser has moved already, so what is shown is put back while it is asked; what lay ahead in the history is gone then. */
function back() {
  const wanted = location.pathname + location.search;
  if (wanted === here) {
    return;
  }
  if (guard.unsaved()) {
    history.pushState(null, '', here);
    leave(wanted);
    return;
  }
  here = wanted;
  changes.dispatchEvent(new Event('change'));
}

function follow(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
    return;
  }
  const target = new URL(link.href);
  const ours = target.origin === location.origin && !OUTSIDE.some((path) => target.pathname.startsWith(path));
  if (ours && !(target.hash && target.pathname === location.pathname)) {
    event.preventDefault();
    leave(target.pathname + target.search);
  }
}

async function leave(address) {
  if (await guard.mayLeave()) {
    go(address);
  }
}
