import { html } from 'lit';
import { api } from '../../app/api.js';
import { query, setQuery } from '../../app/router.js';
import { isOperator } from '../../app/session.js';
import { number } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import '../../parts/paged-table.js';
import '../../parts/search-field.js';
import { emptyState, pageHeader } from '../../parts/pieces.js';
import { shopState } from '../../parts/shop-state.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

const later = (days) => t(days > 1 ? 'after_n' : `after_${days}`, { days: number(days) });

/** The shops of the person; operators see everybody's. */
class ShopsPage extends View {
  static properties = { filters: { state: true } };

  constructor() {
    super();
    this.filters = { q: query().q };
  }

  #search(q) {
    this.filters = { q };
    setQuery(this.filters);
  }

  #load = (page, signal) => api.get('/api/shops', { ...this.filters, page, size: 20 }, signal);

  render() {
    const add = html`<a class="button primary" href="/shops/new">${icon('plus')}${t('add')}</a>`;
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead'), actions: add })}
      <div class="filters" role="search">
        <db-search-field .value=${this.filters.q} .hint=${t('searchHint')} @search=${(event) => this.#search(event.detail)}></db-search-field>
      </div>
      <db-paged-table
        .label=${t('title')}
        .columns=${this.#columns()}
        .load=${this.#load}
        .filters=${this.filters}
        ?filtered=${Boolean(this.filters.q)}
        .empty=${emptyState({ icon: 'shop', title: t('emptyTitle'), text: t('emptyText'), action: add })}
      ></db-paged-table>`;
  }

  #columns() {
    const columns = [
      { heading: t('shop'), lead: true, cell: ({ domain }) => html`<a href="/shops/${domain}">${domain}</a>` },
      { heading: t('sender'), cell: ({ settings: { sender } }) => html`<span>${sender.name}<span class="sub">${sender.address}</span></span>` },
      { heading: t('sends'), cell: ({ settings }) => html`${t(`trigger_${settings.trigger}`)} <span class="quiet">${later(settings.delayDays)}</span>` },
      { heading: t('state'), cell: shopState },
    ];
    return isOperator() ? [...columns, { heading: t('owner'), cell: ({ owner }) => owner }] : columns;
  }
}

customElements.define('db-shops-page', ShopsPage);
