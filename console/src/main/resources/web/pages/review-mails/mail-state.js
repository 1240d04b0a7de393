import { html, nothing } from 'lit';
import { time } from '../../parts/format.js';
import { isFact, reasonWords } from '../../parts/mail-reasons.js';
import { badge } from '../../parts/pieces.js';
import { t } from './words.js';

export const STATES = ['WAITING', 'SCHEDULED', 'DUE', 'SENDING', 'SENT', 'SKIPPED', 'FAILED', 'UNCLEAR', 'CANCELLED'];
export const KINDS = ['REQUEST', 'REMINDER'];

const TONES = { DUE: 'busy', SENDING: 'busy', SENT: 'good', FAILED: 'bad', UNCLEAR: 'warn' };

export const mailState = (state) => badge(TONES[state] ?? 'calm', t(`state_${state}`));

export const mailReason = ({ reason, reasonText }) => (reason ? reasonWords(reason, reasonText) : nothing);

/** Whether a person may decide that the mail goes out now. */
export const sendable = ({ state, reason }) =>
  ['WAITING', 'SCHEDULED', 'FAILED', 'UNCLEAR', 'CANCELLED'].includes(state) || (state === 'SKIPPED' && !isFact(reason));

export const cancellable = ({ state }) => ['WAITING', 'SCHEDULED', 'DUE', 'FAILED', 'UNCLEAR'].includes(state);

/** Whether the customer may have the mail already, so that sending takes another word. */
export const doubtful = ({ state, perhapsSent }) => state === 'UNCLEAR' || perhapsSent;

/** The moment that matters: when it went out, or will. */
export const mailTime = ({ state, sentAt, dueAt, since }) => {
  if (sentAt) {
    return time(sentAt);
  }
  return state === 'SCHEDULED' || state === 'DUE'
    ? html`<span>${time(dueAt)}<span class="sub">${t('planned')}</span></span>`
    : time(since);
};

/** What the state means for the person who looks at it. */
export function advice(mail) {
  if (mail.state === 'SKIPPED') {
    return t(isFact(mail.reason) ? 'advice_FACT' : 'advice_RULE');
  }
  return mail.state !== 'SENT' && doubtful(mail) ? t('advice_UNCLEAR') : t(`advice_${mail.state}`);
}
