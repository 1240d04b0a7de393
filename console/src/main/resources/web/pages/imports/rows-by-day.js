import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { barChart } from '../../parts/bar-chart.js';
import { day, number, time } from '../../parts/format.js';
import { problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

const DAYS = 60;

/** What the tab holds of each of the newest days: a chart, and the same as a table. */
class RowsByDay extends View {
  static properties = { address: {}, days: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  async read() {
    try {
      this.days = await api.get(`${this.address}/days`, { size: DAYS });
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  render() {
    if (!this.days) {
      return this.problem ? problemBanner(this.problem, () => this.read()) : html`<p class="quiet">${t('loading')}</p>`;
    }
    const { items, total } = this.days;
    if (total === 0) {
      return html`<p class="quiet">${t('noDays')}</p>`;
    }
    const bars = items.toReversed().map(({ day: date, rows }) => ({ value: rows, title: `${day(date)}: ${t('rows', { count: number(rows) })}` }));
    const most = Math.max(...bars.map(({ value }) => value));
    return html`
      ${barChart({
        label: t('rowsChart', { days: number(items.length), from: day(items.at(-1).day), to: day(items[0].day), most: number(most) }),
        bars,
        from: day(items.at(-1).day),
        to: day(items[0].day),
        upper: t('mostRows', { count: number(most) }),
      })}
      <details>
        <summary>${t('asTable')}</summary>
        <div class="day-table" tabindex="0" role="region" aria-label=${t('rowsByDay')}>
          <table class="table plain">
            <thead><tr><th scope="col">${t('day')}</th><th scope="col" class="end">${t('rowsHeading')}</th><th scope="col">${t('importedAt')}</th></tr></thead>
            <tbody>${items.map((row) => html`
              <tr>
                <td class="lead" data-label=${t('day')}>${day(row.day)}</td>
                <td class="end" data-label=${t('rowsHeading')}>${number(row.rows)}</td>
                <td data-label=${t('importedAt')}>${time(row.importedAt)}</td>
              </tr>`)}</tbody>
          </table>
        </div>
      </details>
      ${total > items.length ? html`<p class="small quiet">${t('olderDays', { count: number(total - items.length) })}</p>` : nothing}`;
  }
}

customElements.define('db-rows-by-day', RowsByDay);
