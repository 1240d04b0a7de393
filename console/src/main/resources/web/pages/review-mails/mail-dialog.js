import { html, nothing } from 'lit';
import { confirm } from '../../parts/dialogs.js';
import { time } from '../../parts/format.js';
import { note } from '../../parts/pieces.js';
import { advice, cancellable, doubtful, mailReason, mailState, sendable } from './mail-state.js';
import { t } from './words.js';

/** All that is known of a mail, in a dialog; `close` gets 'send' or 'cancel'. */
export const mailDialog = (mail) => (close) => html`
  <h2 id="dialog-title">${t('mailFor', { order: mail.orderName })} ${mailState(mail.state)}</h2>
  <div class="stack">
    ${note(tone(mail), html`${mail.reason ? html`<strong>${mailReason(mail)}</strong> ` : nothing}${advice(mail)}`)}
    <dl class="facts">
      ${fact(t('kind'), html`${t(`kind_${mail.kind}`)} · <a href="/shops/${mail.shop}?part=words" @click=${() => close()}>${t('preview')}</a>`)}
      ${fact(t('order'), html`<a href="/orders?shop=${mail.shop}&q=${mail.orderId}" @click=${() => close()}>${mail.orderName}</a>`)}
      ${fact(t('shop'), mail.shop)}
      ${fact(t('customer'), mail.customerName)}
      ${fact(t('email'), mail.email)}
      ${fact(t('plannedAt'), time(mail.plannedAt))}
      ${mail.dueAt ? fact(t('dueAt'), time(mail.dueAt)) : nothing}
      ${mail.sentAt ? fact(t('sentAt'), time(mail.sentAt, { seconds: true })) : fact(t('since'), time(mail.since))}
      ${fact(t('detail'), mail.detail)}
    </dl>
  </div>
  <div class="buttons">
    ${cancellable(mail) ? html`<button class="button danger" @click=${() => close('cancel')}>${t('callOff')}</button>` : nothing}
    <button class="button" @click=${() => close()}>${t('close')}</button>
    ${sendable(mail) ? html`<button class="button primary" @click=${() => close('send')}>${t('sendNow')}</button>` : nothing}
  </div>`;

/** Asks before a mail goes out. Where the customer may have it already, the words say so, and the button too. */
export const confirmSending = (mail) => doubtful(mail)
  ? confirm({
    title: t('sendAgainTitle', { order: mail.orderName }),
    text: t('sendAgainText', { email: mail.email ?? t('noAddress') }),
    action: t('sendAgain'),
    danger: true,
  })
  : confirm({
    title: t('sendTitle', { order: mail.orderName }),
    text: t('sendText', { email: mail.email ?? t('noAddress') }),
    action: t('sendNow'),
  });

export const confirmCallingOff = (mail) => confirm({
  title: t('callOffTitle', { order: mail.orderName }),
  text: t('callOffText'),
  action: t('callOff'),
  danger: true,
});

const fact = (name, value) => (value === null || value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`);

const tone = ({ state }) => ({ FAILED: 'bad', UNCLEAR: 'warn', SENT: 'good' })[state] ?? '';
