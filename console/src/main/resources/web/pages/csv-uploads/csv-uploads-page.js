import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { oneOf, query, setQuery } from '../../app/router.js';
import { selectField } from '../../parts/fields.js';
import { number, time } from '../../parts/format.js';
import '../../parts/paged-table.js';
import { emptyState, pageHeader } from '../../parts/pieces.js';
import '../../parts/search-field.js';
import { View } from '../../parts/view.js';
import { fileName, STATES, uploadState } from './upload-state.js';
import { t } from './words.js';

/** The CSV files that people have shared in Slack. */
class CsvUploadsPage extends View {
  static properties = { filters: { state: true } };

  #live = new Live(this, { poll: () => this.querySelector('db-paged-table')?.reload() });

  constructor() {
    super();
    const { q, state } = query();
    this.filters = { q, state: oneOf(STATES, state) };
  }

  #filter(values) {
    this.filters = { ...this.filters, ...values };
    setQuery(this.filters);
  }

  #load = (page, signal) => api.get('/api/csv-uploads', { ...this.filters, page, size: 20 }, signal);

  render() {
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead') })}
      <div class="filters" role="search">
        <db-search-field .value=${this.filters.q} .hint=${t('searchHint')} @search=${(event) => this.#filter({ q: event.detail })}></db-search-field>
        ${selectField({
          label: t('state'),
          name: 'state',
          value: this.filters.state,
          options: [{ value: '', label: t('all') }, ...STATES.map((value) => ({ value, label: t(`state_${value}`) }))],
          onChange: (state) => this.#filter({ state }),
        })}
      </div>
      <db-paged-table
        .label=${t('title')}
        .columns=${this.#columns()}
        .load=${this.#load}
        .filters=${this.filters}
        ?filtered=${Boolean(this.filters.q || this.filters.state)}
        .empty=${emptyState({ icon: 'file', title: t('emptyTitle'), text: t('emptyText') })}
      ></db-paged-table>`;
  }

  #columns() {
    return [
      { heading: t('file'), lead: true, cell: (upload) => html`<a href="/csv-uploads/${upload.id}">${fileName(upload)}</a>` },
      { heading: t('table'), cell: ({ table }) => table ?? nothing },
      { heading: t('state'), cell: ({ state }) => uploadState(state) },
      { heading: t('rowsWritten'), end: true, cell: ({ rows }) => number(rows.written) },
      { heading: t('badRows'), end: true, cell: ({ badRowCount }) => number(badRowCount) },
      { heading: t('received'), cell: ({ receivedAt }) => time(receivedAt) },
    ];
  }
}

customElements.define('db-csv-uploads-page', CsvUploadsPage);
