import { html, nothing } from 'lit';
import { language, locale } from '../words/words.js';

const ZONE = 'Asia/Seoul';
const OFFSET = '+09:00';

/** 12,345 */
export const number = (value) => new Intl.NumberFormat(locale()).format(value);

/** 0.25 as 25 %; whole percents */
export const percent = (share) => new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** A moment in Seoul, with its offset. */
export function time(instant, { seconds = false } = {}) {
  if (!instant) {
    return nothing;
  }
  const moment = new Date(instant);
  return html`<time class="nowrap" datetime=${moment.toISOString()}>${moments(moment, seconds).format(moment)} <span class="offset">${OFFSET}</span></time>`;
}

/** The same as text, where there is no place for an element. */
export const timeText = (instant) => `${moments(new Date(instant), false).format(new Date(instant))} ${OFFSET}`;

/** The year is told where it is not this one. */
function moments(moment, seconds) {
  return new Intl.DateTimeFormat(locale(), {
    timeZone: ZONE,
    year: moment.getFullYear() === new Date().getFullYear() ? undefined : 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
    hourCycle: 'h23',
  });
}

/** A calendar day as the services write it, 2026-11-21, in words. */
export const day = (text) =>
  text ? new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' }).format(new Date(`${text}T00:00:00Z`)) : '';

/** 95 as 1 min 35 s; the two largest units. */
export function duration(seconds) {
  const units = language() === 'ko' ? ['일', '시간', '분', '초'] : [' d', ' h', ' min', ' s'];
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 86400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  const first = parts.findIndex((part) => part > 0);
  if (first === -1) {
    return `0${units[3]}`;
  }
  return parts.slice(first, first + 2).map((part, index) => (part > 0 ? part + units[first + index] : '')).filter(Boolean).join(' ');
}
