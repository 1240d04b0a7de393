import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { oneOf, query, setQuery } from '../../app/router.js';
import { selectField } from '../../parts/fields.js';
import '../../parts/paged-table.js';
import '../../parts/search-field.js';
import { icon } from '../../parts/icon.js';
import { emptyState, liveMark, pageHeader } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { runEnd, runProgress, stateBadge, STATES } from './run-state.js';
import { t } from './words.js';

/** Milliseconds until a list is read again whose rows may be others now. */
const SOON = 3000;

const FORMATS = ['NSA_CTD', 'NSA_GTD', 'NSA_TD', 'NSA_T'];
const ORDERS = ['NEWEST', 'OLDEST', 'ACCOUNT', 'FORMAT'];

/** All raw-data sets of the person, with the live state of each one's newest run. */
class ImportsPage extends View {
  static properties = { filters: { state: true } };

  #live = new Live(this, {
    path: '/api/raw-data/events',
    onEvent: (status) => this.#changed(status),
    poll: () => this.#table?.reload(),
  });

  /** The last state that was told of each set. */
  #states = new Map();
  #timer;

  constructor() {
    super();
    const { q, format, state, sort } = query();
    this.filters = { q, format: oneOf(FORMATS, format), state: oneOf(STATES, state), sort: oneOf(ORDERS, sort) };
  }

  get #table() {
    return this.querySelector('db-paged-table');
  }

  #changed(status) {
    const before = this.#states.get(status.id);
    this.#states.set(status.id, status.name);
    this.#table?.change((set) => (set.id === status.id ? { ...set, status } : set));
    if (before !== status.name && (this.filters.state || !this.#table?.has(status.id))) {
      this.#readSoon();
    }
  }

  /** What enters or leaves the list changes its rows and its total; many such events cost one question. */
  #readSoon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#table?.reload();
    }, SOON);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #filter(values) {
    this.filters = { ...this.filters, ...values };
    setQuery(this.filters);
  }

  #load = (page, signal) => api.get('/api/raw-data', { ...this.filters, page, size: 20 }, signal);

  render() {
    const create = html`<a class="button primary" href="/imports/new">${icon('plus')}${t('create')}</a>`;
    return html`
      ${pageHeader({ title: t('title'), lead: html`${t('lead')} ${liveMark(this.#live)}`, actions: create })}
      <div class="filters" role="search">
        <db-search-field .value=${this.filters.q} .hint=${t('searchHint')} @search=${(event) => this.#filter({ q: event.detail })}></db-search-field>
        ${this.#select('format', t('format'), FORMATS)}
        ${this.#select('state', t('state'), STATES)}
        ${this.#select('sort', t('sort'), ORDERS, false)}
      </div>
      <db-paged-table
        .label=${t('title')}
        .columns=${this.#columns()}
        .load=${this.#load}
        .filters=${this.filters}
        ?filtered=${Boolean(this.filters.q || this.filters.format || this.filters.state)}
        .empty=${emptyState({ icon: 'import', title: t('emptyTitle'), text: t('emptyText'), action: create })}
      ></db-paged-table>`;
  }

  #columns() {
    return [
      {
        heading: t('account'),
        lead: true,
        cell: (set) => html`<span><a href="/imports/${set.id}">${set.accountName}</a><span class="sub">${set.customerId}</span></span>`,
      },
      { heading: t('format'), cell: (set) => html`<span><span class="nowrap">${t(`format_${set.format}`)}</span> <span class="sub">${set.format}</span></span>` },
      { heading: t('state'), cell: ({ status }) => (status ? stateBadge(status.name) : nothing) },
      { heading: t('progress'), cell: ({ status }) => runProgress(status) },
      { heading: t('end'), cell: ({ status }) => runEnd(status) },
    ];
  }

  #select(name, label, values, withAll = true) {
    const options = values.map((value) => ({ value, label: t(`${name}_${value}`) }));
    return selectField({
      label,
      name,
      value: this.filters[name],
      options: withAll ? [{ value: '', label: t('all') }, ...options] : options,
      onChange: (value) => this.#filter({ [name]: value }),
    });
  }
}

customElements.define('db-imports-page', ImportsPage);
