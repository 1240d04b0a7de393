// Korean and English. A page keeps its own list beside itself and asks it by key: see dictionary().
import common from './common.js';

const KEPT = 'daybreak.language';
const changes = new EventTarget();

let current = document.documentElement.lang === 'ko' ? 'ko' : 'en';

export const LANGUAGES = { ko: '한국어', en: 'English' };

export const language = () => current;

/** The language for Intl, which formats numbers and times. */
export const locale = () => (current === 'ko' ? 'ko-KR' : 'en-GB');

export function choose(wanted) {
  current = wanted;
  localStorage.setItem(KEPT, wanted);
  document.documentElement.lang = wanted;
  changes.dispatchEvent(new Event('change'));
}

/** Calls back whenever the language changes; returns what ends that. */
export function onLanguage(callback) {
  changes.addEventListener('change', callback);
  return () => changes.removeEventListener('change', callback);
}

/**
 * Makes the function that a page gets its words from.
 *
 * dictionary({ en: { rows: '{count} rows' }, ko: { rows: '{count}행' } })('rows', { count: 3 })
 *
 * A key that the list lacks is looked up among the common words, and at last shown itself.
 */
export function dictionary(lists) {
  return (key, values = {}) => {
    const text = lists[current]?.[key] ?? common[current][key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}

/** The words that all pages share. */
export const t = dictionary(common);
