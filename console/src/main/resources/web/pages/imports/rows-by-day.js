import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { changeWords, MEASURES, shownMeasure } from '../../parts/measures.js';
import { barChart } from '../../parts/bar-chart.js';
import { day, number, time } from '../../parts/format.js';
import { badge, choice, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

const DAYS = 60;
const CHOICE = ['rows', ...MEASURES];
const DAY = 86_400_000;

/** What the tab holds of each of the newest days: a chart, and the same as a table. */
class RowsByDay extends View {
  static properties = { address: {}, days: { state: true }, measure: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.measure = 'rows';
  }

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
    const { measure } = this;
    const words = (value) => `${shownMeasure(measure, value)} ${t(`measure_${measure}`)}`;
    const bars = items.toReversed().map((row) => ({ value: row[measure] ?? 0, title: `${day(row.day)}: ${row[measure] === null ? t('noNumber') : words(row[measure])}${doubt(row)}` }));
    const most = words(Math.max(...bars.map(({ value }) => value)));
    const from = day(items.at(-1).day);
    const to = day(items[0].day);
    return html`
      ${choice({
        label: t('measure'),
        chosen: measure,
        onChoose: (wanted) => (this.measure = wanted),
        options: CHOICE.map((value) => ({ value, label: t(`measure_${value}`) })),
      })}
      ${barChart({ label: t('measureChart', { measure: t(`measure_${measure}`), days: number(items.length), from, to, most }), bars, from, to, upper: t('mostADay', { most }) })}
      <details>
        <summary>${t('asTable')}</summary>
        <div class="day-table" tabindex="0" role="region" aria-label=${t('rowsByDay')}>
          <table class="table plain">
            <thead><tr><th scope="col">${t('day')}</th>${CHOICE.map((name) => html`<th scope="col" class="end">${t(`measure_${name}`)}</th>`)}<th scope="col">${t('importedAt')}</th></tr></thead>
            <tbody>${items.map((row) => html`
              <tr>
                <td class="lead" data-label=${t('day')}><span>${day(row.day)} ${row.outcome === 'READ' ? nothing : badge('warn', t(`outcome_${row.outcome}`))}</span></td>
                ${CHOICE.map((name) => html`<td class="end" data-label=${t(`measure_${name}`)}>${withChange(name, row, dayBefore(items, row))}</td>`)}
                <td data-label=${t('importedAt')}>${time(row.importedAt)}</td>
              </tr>`)}</tbody>
          </table>
        </div>
      </details>
      ${items.filter((row) => row.outcome !== 'READ').map((row) => html`<p class="small">${day(row.day)} ${badge('warn', t(`outcome_${row.outcome}`))} ${t(`outcomeText_${row.outcome}`)}</p>`)}
      ${total > items.length ? html`<p class="small quiet">${t('olderDays', { count: number(total - items.length) })}</p>` : nothing}`;
  }
}

const doubt = ({ outcome }) => (outcome === 'READ' ? '' : ` (${t(`outcome_${outcome}`)})`);

/** The calendar's day before, which a set may lack. */
function dayBefore(items, { day: date }) {
  const wanted = new Date(Date.parse(`${date}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
  return items.find((row) => row.day === wanted);
}

function withChange(measure, row, before) {
  const now = row[measure];
  const change = changeWords(now, before?.[measure]);
  return html`<span>${now === null ? '–' : shownMeasure(measure, now)}${change ? html`<span class="sub">${change}</span>` : nothing}</span>`;
}

customElements.define('db-rows-by-day', RowsByDay);
