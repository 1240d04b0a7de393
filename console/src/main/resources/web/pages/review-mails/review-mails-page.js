import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { oneOf, query, setQuery } from '../../app/router.js';
import { dialog } from '../../parts/dialogs.js';
import { selectField } from '../../parts/fields.js';
import { number } from '../../parts/format.js';
import { REASONS, reasonWords } from '../../parts/mail-reasons.js';
import { notify } from '../../parts/notice.js';
import '../../parts/paged-table.js';
import '../../parts/search-field.js';
import { emptyState, liveMark, note, pageHeader, problemBanner } from '../../parts/pieces.js';
import { shopName, Shops } from '../../parts/shops.js';
import { View } from '../../parts/view.js';
import { confirmCallingOff, confirmSending, mailDialog } from './mail-dialog.js';
import { cancellable, doubtful, KINDS, mailReason, mailState, mailTime, sendable, STATES } from './mail-state.js';
import { t } from './words.js';

/** The history of review mails: what went out, what did not and why, and what a person can do about it. */
class ReviewMailsPage extends View {
  static properties = { filters: { state: true }, unclear: { state: true }, problem: { state: true } };

  #shops = new Shops(this);
  #live = new Live(this, { poll: () => this.#reload() });

  constructor() {
    super();
    const { q, shop, state, kind, reason } = query();
    this.filters = { q, shop, state: oneOf(STATES, state), kind: oneOf(KINDS, kind), reason: oneOf(REASONS, reason) };
    this.unclear = 0;
    this.#count();
  }

  get #table() {
    return this.querySelector('db-paged-table');
  }

  #reload() {
    return Promise.all([this.#table?.reload(), this.#count()]);
  }

  /** How many mails wait for a person, whatever the filters show. */
  async #count() {
    try {
      this.unclear = (await api.get('/api/review-mails', { state: 'UNCLEAR', size: 1 })).total;
    } catch {
      this.unclear = 0; // the table says what is wrong
    }
  }

  #filter(values) {
    this.filters = { ...this.filters, ...values };
    this.problem = undefined;
    setQuery(this.filters);
  }

  #load = (page, signal) => api.get('/api/review-mails', { ...this.filters, page, size: 20 }, signal);

  render() {
    const { q, shop, state, kind, reason } = this.filters;
    return html`
      ${pageHeader({
        title: t('title'),
        lead: html`${t('lead')} ${liveMark(this.#live)}`,
        actions: html`<a class="button" href="/review-mails/catch-up">${t('catchUp')}</a>`,
      })}
      ${this.unclear > 0 && state !== 'UNCLEAR' ? this.#waiting() : nothing}
      <div class="filters" role="search">
        <db-search-field .value=${q} .hint=${t('searchHint')} @search=${(event) => this.#filter({ q: event.detail })}></db-search-field>
        ${this.#shops.field({ value: shop, onChange: (value) => this.#filter({ shop: value }) })}
        ${this.#select('state', t('state'), STATES)}
        ${this.#select('kind', t('kind'), KINDS)}
        ${this.#select('reason', t('reason'), REASONS, reasonWords)}
      </div>
      ${problemBanner(this.problem)}
      <db-paged-table
        .label=${t('title')}
        .columns=${this.#columns()}
        .load=${this.#load}
        .filters=${this.filters}
        ?filtered=${Boolean(q || shop || state || kind || reason)}
        .empty=${emptyState({
          icon: 'mail',
          title: t('emptyTitle'),
          text: t('emptyText'),
          action: html`<span class="buttons"><a class="button primary" href="/shops">${t('toShops')}</a><a class="button" href="/orders/import">${t('toImport')}</a></span>`,
        })}
      ></db-paged-table>`;
  }

  #waiting() {
    return note('warn', html`${t('unclearWaiting', { count: number(this.unclear) })}
      <button class="link" @click=${() => this.#filter({ state: 'UNCLEAR' })}>${t('lookAtThem')}</button>`);
  }

  #columns() {
    const columns = [
      {
        heading: t('order'),
        lead: true,
        cell: (mail) => html`<span><button class="link" @click=${() => this.#open(mail)}>${mail.orderName}</button><span class="sub">${mail.customerName ?? nothing}</span></span>`,
      },
      { heading: t('shop'), cell: ({ shop }) => shopName(shop) },
      { heading: t('kind'), cell: ({ kind }) => html`<span class="nowrap">${t(`kind_${kind}`)}</span>` },
      { heading: t('state'), cell: (mail) => html`<span>${mailState(mail.state)}${mail.reason ? html`<span class="sub">${mailReason(mail)}</span>` : nothing}</span>` },
      { heading: t('when'), cell: mailTime },
      { heading: t('actions'), actions: true, cell: (mail) => this.#actions(mail) },
    ];
    return this.#shops.several ? columns : columns.filter((_, index) => index !== 1);
  }

  #actions(mail) {
    return html`<span class="buttons">
      ${sendable(mail) ? html`<button class="button" aria-label="${t('sendNow')}, ${mail.orderName}" @click=${() => this.#send(mail)}>${t('sendNow')}</button>` : nothing}
      ${cancellable(mail) ? html`<button class="button plain" aria-label="${t('callOff')}, ${mail.orderName}" @click=${() => this.#callOff(mail)}>${t('callOff')}</button>` : nothing}
    </span>`;
  }

  async #open(mail) {
    const decision = await this.#attempt(async () => dialog(mailDialog(await api.get(`/api/review-mails/${mail.id}`)), { wide: true }));
    if (decision === 'send') {
      this.#send(mail);
    } else if (decision === 'cancel') {
      this.#callOff(mail);
    }
  }

  async #send(mail) {
    if (await confirmSending(mail)) {
      const path = `/api/review-mails/${mail.id}/send-now${doubtful(mail) ? '?confirm=true' : ''}`;
      this.#changed(await this.#attempt(() => api.post(path)), t('sending', { order: mail.orderName }));
    }
  }

  async #callOff(mail) {
    if (await confirmCallingOff(mail)) {
      this.#changed(await this.#attempt(() => api.post(`/api/review-mails/${mail.id}/cancel`)), t('calledOff', { order: mail.orderName }));
    }
  }

  #changed(mail, words) {
    if (mail) {
      notify(words);
      this.#table.change((row) => (row.id === mail.id ? mail : row));
    } else {
      this.#reload();
    }
  }

  async #attempt(action) {
    this.problem = undefined;
    try {
      return await action();
    } catch (failure) {
      this.problem = failure;
      return undefined;
    }
  }

  #select(name, label, values, words = (value) => t(`${name}_${value}`)) {
    return selectField({
      label,
      name,
      value: this.filters[name],
      options: [{ value: '', label: t('all') }, ...values.map((value) => ({ value, label: words(value) }))],
      onChange: (value) => this.#filter({ [name]: value }),
    });
  }
}

customElements.define('db-review-mails-page', ReviewMailsPage);
