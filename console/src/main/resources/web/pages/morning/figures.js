import { html, nothing } from 'lit';
import { icon } from '../../parts/icon.js';
import { changeOf, changeWords, shownMeasure } from '../../parts/measures.js';
import { t } from './words.js';

/** One measure of a day, with the two days it is compared with below it. */
export function figure(figures, measure, jumpShare) {
  const now = figures?.day?.[measure];
  return html`
    <div class="figure">
      <strong>${now === null || now === undefined ? '–' : shownMeasure(measure, now)}</strong>
      ${beside(t('before'), now, figures?.before?.[measure], measure, jumpShare)}
      ${beside(t('week'), now, figures?.weekEarlier?.[measure], measure, jumpShare)}
    </div>`;
}

function beside(label, now, then, measure, jumpShare) {
  if (then === null || then === undefined) {
    return html`<span class="small quiet">${label}: ${t('noNumbers')}</span>`;
  }
  return html`<span class="small quiet">${label} ${shownMeasure(measure, then)} ${change(now, then, jumpShare)}</span>`;
}

/** From nothing there is no share, but a jump all the same. */
function change(now, then, jumpShare) {
  if (now === null || now === undefined || (now === 0 && then === 0)) {
    return nothing;
  }
  const share = changeOf(now, then);
  const words = changeWords(now, then);
  return share !== undefined && Math.abs(share) < jumpShare
    ? words
    : html`<span class="jump">${icon('alert', 14)}${words} ${t(now > then ? 'jumpUp' : 'jumpDown')}</span>`;
}
