import { html, nothing } from 'lit';
import { number, time } from '../../parts/format.js';
import { badge, progressBar } from '../../parts/pieces.js';
import { failureWords } from './failure.js';
import { t } from './words.js';

export const STATES = ['CREATE_WAITING', 'UPDATE_WAITING', 'CREATING', 'IMPORTING', 'INSERTING', 'ADDING', 'SUCCESS', 'FAILED'];

const TONES = { SUCCESS: 'good', FAILED: 'bad', CREATE_WAITING: 'calm', UPDATE_WAITING: 'calm' };

export const stateBadge = (state) => badge(TONES[state] ?? 'busy', t(`state_${state}`));

export const ended = (status) => status.name === 'SUCCESS' || status.name === 'FAILED';

/** How far the newest run of a set is: a bar while it moves, what came of it afterwards. */
export function runProgress(status) {
  if (!status) {
    return nothing;
  }
  if (status.name === 'SUCCESS') {
    return html`<span class="quiet">${t('rows', { count: number(status.rowsWritten) })}</span>
      ${status.templateTrouble ? html`<span class="sub">${t('templateTrouble')}</span>` : nothing}`;
  }
  if (status.name === 'FAILED') {
    return html`<span class="small">${failureWords(status)}</span>`;
  }
  return status.position
    ? html`<span class="quiet">${t('position', { position: number(status.position) })}</span>`
    : progressBar(status.progress, t('progress'));
}

/** When it ended, or is expected to. */
export function runEnd(status) {
  if (!status) {
    return nothing;
  }
  return status.endedAt ? time(status.endedAt) : html`<span>${time(status.estimatedEnd)} <span class="sub">${t('expected')}</span></span>`;
}
