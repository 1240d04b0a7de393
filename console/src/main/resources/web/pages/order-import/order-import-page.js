import { html, nothing } from 'lit';
import { api, withQuery } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { query, setQuery } from '../../app/router.js';
import { number, time } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import '../../parts/paged-table.js';
import { emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { shopName, Shops } from '../../parts/shops.js';
import { View } from '../../parts/view.js';
import { badRowsLink, importResult, importState } from './import-result.js';
import { t } from './words.js';

/** The columns that are read, as Shopify's export names them. */
const COLUMNS = [
  'Id', 'Name', 'Email', 'Financial Status', 'Fulfillment Status', 'Fulfilled at', 'Created at', 'Cancelled at', 'Accepts Marketing', 'Lineitem name', 'Lineitem quantity',
];

/** Brings in past orders from a file, and shows how far each import is. The address holds the one that is looked at. */
class OrderImportPage extends View {
  static properties = { shop: { state: true }, run: { state: true }, busy: { state: true }, problem: { state: true } };

  #shops = new Shops(this);
  #live = new Live(this, { poll: () => this.#follow(), every: 1000 });

  constructor() {
    super();
    this.shop = query().shop;
    const { run } = query();
    if (run) {
      this.#look(run);
    }
  }

  /** Of several, one must be chosen: a file for the wrong shop would be hard to undo. */
  get #chosenShop() {
    const [only, another] = this.#shops.list ?? [];
    return this.shop || (another ? '' : only?.domain);
  }

  async #follow() {
    if (this.run?.state === 'RUNNING') {
      await this.#look(this.run.id);
      if (this.run.state !== 'RUNNING') {
        this.querySelector('db-paged-table')?.reload();
      }
    }
  }

  async #look(id) {
    try {
      this.run = await api.get(`/api/orders/imports/${id}`);
      this.problem = undefined;
    } catch (failure) {
      this.problem = failure;
    }
  }

  #load = (page, signal) => api.get('/api/orders/imports', { page, size: 10 }, signal);

  render() {
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead'), back: { href: '/orders', label: t('orders') } })}
      <div class="stack">
        ${this.#shops.list?.length === 0 ? this.#noShop() : this.#form()}
        ${this.run ? importResult(this.run) : nothing}
        <section>
          <h2>${t('earlier')}</h2>
          <db-paged-table
            .label=${t('earlier')}
            .columns=${this.#columns()}
            .load=${this.#load}
            .filters=${{}}
            .empty=${emptyState({ icon: 'file', title: t('emptyTitle'), text: t('emptyText') })}
          ></db-paged-table>
        </section>
      </div>`;
  }

  #noShop() {
    return html`<div class="card">${emptyState({ icon: 'shop', title: t('noShop'), text: t('noShopText'), action: html`<a class="button primary" href="/shops/new">${t('addShop')}</a>` })}</div>`;
  }

  #form() {
    return html`
      <form class="card stack" @submit=${this.#send}>
        <div class="fields">
          ${this.#shops.field({ value: this.#chosenShop, required: true, onChange: (shop) => (this.shop = shop) })}
          <div class="field">
            <label for="file">${t('file')}</label>
            <input id="file" name="file" type="file" accept=".csv,text/csv" required aria-describedby="file-hint" ?disabled=${this.busy}>
            <small id="file-hint">${t('fileHint')}</small>
          </div>
        </div>
        <details>
          <summary>${t('columns')}</summary>
          <p class="small quiet">${t('columnsText')}</p>
          <dl class="facts columns">${COLUMNS.map((column) => html`<div><dt><code>${column}</code></dt><dd class="small">${t(`column_${column}`)}</dd></div>`)}</dl>
        </details>
        ${problemBanner(this.problem)}
        <div class="buttons">
          <button class="button primary" ?disabled=${this.busy || !this.#shops.list}>${icon('import')}${t(this.busy ? 'uploading' : 'upload')}</button>
        </div>
        <div role="status" class="visually-hidden">${this.busy ? t('uploading') : nothing}</div>
      </form>`;
  }

  #columns() {
    return [
      { heading: t('startedAt'), lead: true, cell: (run) => html`<button class="link" @click=${() => this.#choose(run)}>${time(run.startedAt)}</button>` },
      { heading: t('shop'), cell: ({ shop }) => shopName(shop) },
      { heading: t('state'), cell: importState },
      { heading: t('ordersNew'), end: true, cell: ({ ordersNew }) => number(ordersNew) },
      { heading: t('ordersUpdated'), end: true, cell: ({ ordersUpdated }) => number(ordersUpdated) },
      { heading: t('rowsBad'), end: true, cell: (run) => (run.rowsBad ? badRowsLink(run, number(run.rowsBad)) : number(0)) },
    ];
  }

  #choose(run) {
    setQuery({ run: run.id });
    this.#look(run.id);
    window.scrollTo({ top: 0 });
  }

  #send = async (event) => {
    event.preventDefault();
    const form = new FormData();
    form.append('file', event.target.elements.file.files[0]);
    this.busy = true;
    this.run = this.problem = undefined;
    try {
      this.run = await api.send(withQuery('/api/orders/import', { shop: this.#chosenShop }), form);
      setQuery({ run: this.run.id, page: null });
      event.target.reset();
    } catch (failure) {
      this.problem = failure;
    }
    this.busy = false;
    this.querySelector('db-paged-table')?.reload();
  };
}

customElements.define('db-order-import-page', OrderImportPage);
