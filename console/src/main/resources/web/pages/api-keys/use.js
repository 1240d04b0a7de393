import { html } from 'lit';
import { barChart } from '../../parts/bar-chart.js';
import { number, percent, timeText } from '../../parts/format.js';
import { badge } from '../../parts/pieces.js';
import { t } from './words.js';

/** The minutes that "in use" is said of; the last one is still going on. */
const RECENT = 5;

/** How much of a key's allowance was used minute by minute, and what NAVER refused. */
export function useChart({ callsPerMinute, minutes }) {
  const bars = minutes.map(({ minute, granted, forfeited, refused }) => ({
    value: granted - forfeited,
    bad: refused,
    title: `${timeText(minute)}: ${t('calls', { count: number(granted - forfeited) })}${refused ? `, ${t('refused', { count: number(refused) })}` : ''}`,
  }));
  const share = bars.slice(-RECENT).reduce((sum, { value }) => sum + value, 0) / (RECENT * callsPerMinute);
  const refused = bars.reduce((sum, { bad }) => sum + bad, 0);
  const calls = bars.reduce((sum, { value }) => sum + value, 0);
  return html`
    <p class="use"><span class="use-share">${percent(share)}</span> <span class="small quiet">${t('inUse', { minutes: RECENT })}</span>
      ${refused ? badge('bad', t('refused', { count: number(refused) })) : badge('calm', t('noneRefused'))}</p>
    ${barChart({
      label: t('useChart', { minutes: minutes.length, calls: number(calls), refused: number(refused) }),
      bars,
      top: callsPerMinute,
      upper: t('allowed', { count: number(callsPerMinute) }),
      from: t('ago', { minutes: minutes.length - 1 }),
      to: t('now'),
    })}`;
}
