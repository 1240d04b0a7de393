import { locale } from '../words/words.js';
import { number } from './format.js';

/** What NAVER says of a day, as a set and the morning show it. */
export const MEASURES = ['cost', 'clicks', 'conversions'];

const won = (value) => new Intl.NumberFormat(locale(), { style: 'currency', currency: 'KRW' }).format(value);

export const shownMeasure = (measure, value) => (measure === 'cost' ? won(value) : number(value));

const unknown = (value) => value === null || value === undefined;

/** By which share a number differs from another; undefined where there is no share. */
export const changeOf = (now, then) => (unknown(now) || unknown(then) || then === 0 ? undefined : (now - then) / then);

/** The same in words, +12%; empty where there is no share. */
export function changeWords(now, then) {
  const share = changeOf(now, then);
  return share === undefined
    ? ''
    : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(share);
}
