import { html, nothing } from 'lit';
import { number, time } from '../../parts/format.js';
import { badge } from '../../parts/pieces.js';
import { t } from './words.js';

export const STATES = ['WAITING', 'SYNCING', 'FAILED', 'PARKED', 'SYNCED', 'DISCARDED'];

const TONES = { WAITING: 'warn', SYNCING: 'busy', FAILED: 'bad', PARKED: 'bad', SYNCED: 'good' };

export const letterState = (state) => badge(TONES[state] ?? 'calm', t(`state_${state}`));

/** Whether a person may still decide about it. */
export const undecided = ({ state }) => ['WAITING', 'FAILED', 'PARKED'].includes(state);

export const letterName = ({ type }) => type || t('unknownType');

/** A letter with its message, in a dialog; `close` gets 'sync' or 'discard'. */
export const letterDialog = (letter) => (close) => html`
  <h2 id="dialog-title">${letterName(letter)} ${letterState(letter.state)}</h2>
  <div class="stack">
    <dl class="facts">
      ${fact(t('queue'), letter.queue)}
      ${fact(t('group'), letter.group)}
      ${fact(t('sent'), time(letter.sentAt, { seconds: true }))}
      ${fact(t('recorded'), time(letter.recordedAt, { seconds: true }))}
      ${letter.state === 'WAITING' ? fact(t('due'), time(letter.dueAt, { seconds: true })) : nothing}
      ${fact(t('attempts'), number(letter.attempts))}
      ${fact(t('decidedBy'), letter.decidedBy)}
      ${fact(t('messageId'), letter.messageId)}
    </dl>
    <dl class="stack">
      ${fact(t('cause'), letter.cause ?? t('noCause'))}
      ${fact(t('outcome'), letter.outcome)}
      ${fact(t('body'), html`<pre tabindex="0">${readable(letter.body)}</pre>`)}
    </dl>
  </div>
  <div class="buttons">
    ${undecided(letter)
      ? html`
        <button class="button danger" @click=${() => close('discard')}>${t('discard')}</button>
        <button class="button primary" @click=${() => close('sync')}>${t('sync')}</button>`
      : nothing}
    <button class="button" @click=${() => close()}>${t('close')}</button>
  </div>`;

const fact = (name, value) => (value === null || value === undefined ? nothing : html`<div><dt class="small quiet">${name}</dt><dd>${value}</dd></div>`);

/** JSON with line breaks; anything else as it came. */
function readable(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
