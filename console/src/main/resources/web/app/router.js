// Addresses to pages, by the History API. Links are ordinary links; those that lead to a page are caught here.
const OUTSIDE = ['/api/', '/static/', '/q/', '/sign-out', '/session'];

const changes = new EventTarget();

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

export function go(address, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  changes.dispatchEvent(new Event('change'));
}

/** The query of the address: filters and page numbers live there, so that going back brings them back. */
export const query = () => Object.fromEntries(new URLSearchParams(location.search));

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
  history.replaceState(null, '', location.pathname + (text ? `?${text}` : ''));
}

export function onNavigation(callback) {
  changes.addEventListener('change', callback);
  window.addEventListener('popstate', callback);
  document.addEventListener('click', follow);
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
    go(target.pathname + target.search);
  }
}
