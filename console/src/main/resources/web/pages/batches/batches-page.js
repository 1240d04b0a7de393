import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { isOperator } from '../../app/session.js';
import { confirm } from '../../parts/dialogs.js';
import { day, number, time } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { notify } from '../../parts/notice.js';
import '../../parts/paged-table.js';
import { emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { batchState, planned, summary, today } from './batch.js';
import { t } from './words.js';

/** Today's morning batch, and the earlier ones. */
class BatchesPage extends View {
  static properties = { now: { state: true }, total: { state: true }, problem: { state: true }, busy: { state: true } };

  #live = new Live(this, { poll: () => this.#poll() });

  constructor() {
    super();
    this.#read();
  }

  #poll() {
    return Promise.all([this.querySelector('db-paged-table')?.reload(), this.#read()]);
  }

  async #read() {
    try {
      const { items: [newest], total } = await api.get('/api/batches', { size: 1 });
      this.now = newest?.date === today() ? newest : null;
      this.total = total;
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  #load = (page, signal) => api.get('/api/batches', { page, size: 20 }, signal);

  render() {
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead') })}
      <div class="stack">
        ${problemBanner(this.problem, () => this.#read())}
        ${this.#today()}
        ${this.total ? html`
          <section>
            <h2>${t('all')}</h2>
            <db-paged-table .label=${t('all')} .columns=${this.#columns()} .load=${this.#load} .rowKey=${(batch) => batch.date} .filters=${'all'}></db-paged-table>
          </section>` : nothing}
      </div>`;
  }

  #today() {
    if (this.now === undefined) {
      return this.problem ? nothing : html`<div class="card"><p class="quiet" role="status">${t('loading')}</p></div>`;
    }
    if (this.now === null) {
      return html`<div class="card">${emptyState({
        icon: 'sunrise',
        title: t('notYetTitle'),
        text: t('notYetText'),
        action: isOperator() ? html`<button class="button primary" ?disabled=${this.busy} @click=${this.#start}>${icon('sunrise')}${t('start')}</button>` : undefined,
      })}</div>`;
    }
    return html`<section class="card"><h2>${t('today')} <span class="quiet">${day(this.now.date)}</span></h2>${summary(this.now)}${this.#again()}</section>`;
  }

  #again() {
    return isOperator() && this.now.failed + this.now.incomplete > 0
      ? html`
        <p>${this.now.incomplete > 0 ? t('incompleteRuns', { count: number(this.now.incomplete) }) : nothing}</p>
        <button class="button" ?disabled=${this.busy} @click=${this.#startAgain}>${t('again')}</button>`
      : nothing;
  }

  #startAgain = async () => {
    if (!(await confirm({ title: t('againTitle'), text: t('againText'), action: t('again') }))) {
      return;
    }
    this.busy = true;
    try {
      this.now = await api.post(`/api/batches/${this.now.date}/failed`);
      notify(t('againStarted'));
    } catch (failed) {
      this.problem = failed;
    } finally {
      this.busy = false;
    }
  };

  #columns() {
    return [
      { heading: t('date'), lead: true, cell: (batch) => html`<a href="/batches/${batch.date}">${day(batch.date)}</a>` },
      { heading: t('state'), cell: batchState },
      { heading: t('runs'), end: true, cell: ({ runsQueued }) => number(runsQueued) },
      { heading: t('succeeded'), end: true, cell: ({ succeeded }) => number(succeeded) },
      { heading: t('failed'), end: true, cell: ({ failed }) => number(failed) },
      { heading: t('expectedEnd'), cell: ({ expectedEnd }) => planned(expectedEnd) },
      { heading: t('endedAt'), cell: ({ endedAt }) => time(endedAt) },
    ];
  }

  #start = async () => {
    if (!(await confirm({ title: t('startTitle'), text: t('startText'), action: t('start') }))) {
      return;
    }
    this.busy = true;
    try {
      this.now = await api.post('/api/batches/morning');
      notify(t('started'));
      this.#poll();
    } catch (failed) {
      this.problem = failed;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('db-batches-page', BatchesPage);
