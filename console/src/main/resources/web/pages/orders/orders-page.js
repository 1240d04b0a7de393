import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { oneOf, query, setQuery } from '../../app/router.js';
import { dialog } from '../../parts/dialogs.js';
import { selectField, textField } from '../../parts/fields.js';
import { time } from '../../parts/format.js';
import { notify } from '../../parts/notice.js';
import '../../parts/paged-table.js';
import '../../parts/search-field.js';
import { badge, emptyState, liveMark, pageHeader, problemBanner } from '../../parts/pieces.js';
import { shopName, Shops } from '../../parts/shops.js';
import { View } from '../../parts/view.js';
import { orderDialog } from './order-dialog.js';
import { FINANCIAL, FULFILMENT, fulfilment, money, payment } from './order-state.js';
import { t } from './words.js';

/** Orders, to look at: Shopify owns them, so nobody edits them here. */
class OrdersPage extends View {
  static properties = { filters: { state: true }, problem: { state: true } };

  #shops = new Shops(this);
  #live = new Live(this, { poll: () => this.#table?.reload(), every: 10_000 });

  constructor() {
    super();
    const { q, shop, financialStatus, fulfilmentStatus, from, to } = query();
    this.filters = { q, shop, financialStatus: oneOf(FINANCIAL, financialStatus), fulfilmentStatus: oneOf(FULFILMENT, fulfilmentStatus), from, to };
  }

  get #table() {
    return this.querySelector('db-paged-table');
  }

  #filter(values) {
    this.filters = { ...this.filters, ...values };
    this.problem = undefined;
    setQuery(this.filters);
  }

  #load = (page, signal) => {
    const { from, to, ...others } = this.filters;
    return api.get('/api/orders', { ...others, from: startOf(from), to: endOf(to), page, size: 20 }, signal);
  };

  render() {
    const { q, shop, from, to } = this.filters;
    const bring = html`<a class="button" href="/orders/import">${t('toImport')}</a>`;
    return html`
      ${pageHeader({ title: t('title'), lead: html`${t('lead')} ${liveMark(this.#live)}`, actions: bring })}
      <div class="filters" role="search">
        <db-search-field .value=${q} .hint=${t('searchHint')} @search=${(event) => this.#filter({ q: event.detail })}></db-search-field>
        ${this.#shops.field({ value: shop, onChange: (value) => this.#filter({ shop: value }) })}
        ${this.#select('financialStatus', 'financial', FINANCIAL)}
        ${this.#select('fulfilmentStatus', 'fulfilment', FULFILMENT)}
        <div class="days">${this.#day('from', from)}${this.#day('to', to)}</div>
      </div>
      ${problemBanner(this.problem)}
      <db-paged-table
        .label=${t('title')}
        .columns=${this.#columns()}
        .load=${this.#load}
        .filters=${this.filters}
        ?filtered=${Object.values(this.filters).some(Boolean)}
        .empty=${emptyState({ icon: 'order', title: t('emptyTitle'), text: t('emptyText'), action: html`<span class="buttons"><a class="button primary" href="/shops">${t('toShops')}</a>${bring}</span>` })}
      ></db-paged-table>`;
  }

  #columns() {
    return [
      {
        heading: t('order'),
        lead: true,
        cell: (order) => html`<span><button class="link" @click=${() => this.#open(order)}>${order.name}</button> ${order.test ? badge('warn', t('test')) : nothing}${this.#shops.several ? html`<span class="sub">${shopName(order.shop)}</span>` : nothing}</span>`,
      },
      { heading: t('customer'), cell: ({ customerName, email }) => html`<span>${customerName ?? nothing}<span class="sub">${email ?? nothing}</span></span>` },
      { heading: t('payment'), cell: payment },
      { heading: t('delivery'), cell: fulfilment },
      { heading: t('total'), end: true, cell: (order) => html`<span class="nowrap">${money(order)}</span>` },
      { heading: t('orderedAt'), cell: ({ orderedAt }) => time(orderedAt) },
    ];
  }

  async #open(order) {
    if (await dialog(orderDialog(order), { wide: true }) === 'sync') {
      this.#sync(order);
    }
  }

  async #sync(order) {
    this.problem = undefined;
    try {
      const read = await api.put(`/api/orders/${order.shop}/${order.id}/sync`);
      notify(t('synced', { order: read.name }));
      this.#table.change((row) => (row.shop === read.shop && row.id === read.id ? read : row));
    } catch (failure) {
      this.problem = failure;
    }
  }

  #select(name, words, values) {
    return selectField({
      label: t(name),
      name,
      value: this.filters[name],
      options: [{ value: '', label: t('all') }, ...values.map((value) => ({ value, label: t(`${words}_${value}`) }))],
      onChange: (value) => this.#filter({ [name]: value }),
    });
  }

  #day(name, value) {
    return textField({ label: t(name), name, type: 'date', value, onInput: (day) => this.#filter({ [name]: day }) });
  }
}

/** Days are Seoul's, as all times here are; the last one counts whole. */
const startOf = (day) => (day ? `${day}T00:00:00+09:00` : undefined);
const endOf = (day) => (day ? new Date(new Date(startOf(day)).getTime() + 86_400_000).toISOString() : undefined);

customElements.define('db-orders-page', OrdersPage);
