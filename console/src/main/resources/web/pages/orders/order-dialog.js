import { html, nothing } from 'lit';
import { number, time } from '../../parts/format.js';
import { badge } from '../../parts/pieces.js';
import { fulfilment, money, payment } from './order-state.js';
import { t } from './words.js';

/** All that is known of an order, in a dialog; `close` gets 'sync'. */
export const orderDialog = (order) => (close) => html`
  <h2 id="dialog-title">${order.name} ${payment(order)} ${fulfilment(order)} ${order.test ? badge('warn', t('test')) : nothing}</h2>
  <div class="stack">
    <dl class="facts">
      ${fact(t('customer'), order.customerName)}
      ${fact(t('email'), order.email)}
      ${fact(t('total'), money(order))}
      ${fact(t('shop'), order.shop)}
      ${fact(t('orderedAt'), time(order.orderedAt))}
      ${order.fulfilledAt ? fact(t('fulfilledAt'), time(order.fulfilledAt)) : nothing}
      ${order.cancelledAt ? fact(t('cancelledAt'), time(order.cancelledAt)) : nothing}
      ${fact(t('source'), html`${t(`source_${order.source}`)}<br>${time(order.version)}`)}
      ${fact(t('id'), order.id)}
    </dl>
    <div>
      <h3>${t('lines')}</h3>
      <ul>${order.lines.map(({ title, quantity, currentQuantity }) => html`
        <li>${number(quantity)} × ${title}${currentQuantity === quantity ? nothing : html` <span class="quiet">${t('left', { count: number(currentQuantity) })}</span>`}</li>`)}</ul>
    </div>
  </div>
  <div class="buttons">
    <button class="button" @click=${() => close('sync')}>${t('sync')}</button>
    <a class="button" href="/review-mails?q=${order.id}" @click=${() => close()}>${t('toMails')}</a>
    <button class="button primary" @click=${() => close()}>${t('close')}</button>
  </div>`;

const fact = (name, value) => (value === null || value === undefined || value === nothing ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
