import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { thingTitle } from '../../app/title.js';
import { Live } from '../../app/live.js';
import { go } from '../../app/router.js';
import { confirm } from '../../parts/dialogs.js';
import { number, time } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { notify } from '../../parts/notice.js';
import { tabAddress } from '../../parts/sheet-link.js';
import { liveMark, pageHeader, problemBanner, progressBar } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { failure } from './failure.js';
import './imports.css';
import { runHistory } from './run-history.js';
import { ended, stateBadge } from './run-state.js';
import './rows-by-day.js';
import './schedule-card.js';
import { t } from './words.js';

const RUNS = 10;

/** One raw-data set: what goes on, what has gone on, what the tab holds, and what a person can do. */
class ImportPage extends View {
  static properties = { params: {}, set: { state: true }, runs: { state: true }, problem: { state: true }, busy: { state: true } };

  #live = new Live(this, { path: '/api/raw-data/events', onEvent: (status) => this.#changed(status), poll: () => this.#read() });
  #shownRuns = RUNS;

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  get #address() {
    return `/api/raw-data/${this.params.id}`;
  }

  async #read() {
    try {
      const [set, runs] = await Promise.all([api.get(this.#address), this.#readRuns()]);
      this.set = set;
      thingTitle(`${set.accountName} · ${set.format}`);
      this.runs = runs;
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  #readRuns() {
    return api.get(`${this.#address}/logs`, { size: this.#shownRuns });
  }

  /** Progress comes with the event; another state has a line in the log. */
  #changed(status) {
    if (status.id !== this.params.id || !this.set) {
      return;
    }
    const before = this.set.status;
    this.set = { ...this.set, status };
    if (before?.runId !== status.runId || before.code !== status.code) {
      this.#readRuns().then((runs) => (this.runs = runs), (failed) => (this.problem = failed));
      this.querySelector('db-rows-by-day')?.read();
    }
  }

  render() {
    const back = { href: '/imports', label: t('title') };
    if (!this.set) {
      return html`
        ${pageHeader({ title: t('one'), back })}
        ${this.problem ? problemBanner(this.problem, () => this.#read()) : html`<p class="quiet" role="status">${t('loading')}</p>`}`;
    }
    const { set } = this;
    return html`
      ${pageHeader({
        title: set.accountName,
        lead: html`${t(`format_${set.format}`)} · ${t('account')} ${set.customerId} ${liveMark(this.#live)}`,
        back,
        actions: this.#actions(set),
      })}
      <div class="stack">
        ${problemBanner(this.problem)}
        <div class="import-columns">
          <div class="stack">
            ${set.status ? this.#now(set.status) : nothing}
            <section class="card">
              <h2>${t('runs')}</h2>
              ${this.runs ? runHistory(this.runs, this.#more) : html`<p class="quiet">${t('loading')}</p>`}
            </section>
          </div>
          <div class="stack">
            ${this.#where(set)}
            <section class="card"><h2>${t('rowsByDay')}</h2><db-rows-by-day .address=${this.#address}></db-rows-by-day></section>
            <section class="card"><h2>${t('schedule')}</h2><db-schedule-card .set=${set} @changed=${(event) => (this.set = event.detail)}></db-schedule-card></section>
          </div>
        </div>
      </div>`;
  }

  #actions({ status }) {
    return html`
      ${!status || ended(status)
        ? html`<button class="button primary" ?disabled=${this.busy} @click=${this.#update}>${icon('refresh')}${t('update')}</button>
            <button class="button" ?disabled=${this.busy} @click=${this.#allDays}>${t('allDays')}</button>`
        : html`<button class="button" ?disabled=${this.busy} @click=${this.#cancel}>${t('cancelRun')}</button>`}
      <button class="button danger" ?disabled=${this.busy} @click=${this.#delete}>${t('delete')}</button>`;
  }

  #now(status) {
    return html`
      <section class="card now" aria-label=${t('now')}>
        <div class="now-head">${stateBadge(status.name)}<span>${t(`next_${status.name}`)}</span></div>
        ${ended(status) ? nothing : progressBar(status.progress, t('progress'))}
        ${status.name === 'FAILED' ? html`<div class="banner bad">${icon('alert')}<div>${failure(status)}</div></div>` : nothing}
        <dl class="facts">
          ${status.position ? fact(t('queue'), t('position', { position: number(status.position) })) : nothing}
          ${fact(t('daysDone'), t('ofDays', { done: number(status.daysDone), days: number(status.days) }))}
          ${fact(t('rowsFetched'), number(status.rowsFetched))}
          ${fact(t('rowsWritten'), number(status.rowsWritten))}
          ${fact(status.endedAt ? t('end') : t('expectedEnd'), time(status.endedAt ?? status.estimatedEnd))}
        </dl>
      </section>`;
  }

  #where(set) {
    return html`
      <section class="card">
        <h2>${t('where')}</h2>
        <dl class="facts one">
          ${fact(t('spreadsheet'), sheet(set.spreadsheetId, tabAddress(set)))}
          ${fact(t('tab'), html`<code>${set.title}</code>`)}
          ${fact(t('template'), set.templateSpreadsheetId ? sheet(set.templateSpreadsheetId) : html`<span class="quiet">${t('none')}</span>`)}
          ${fact(t('created'), html`${time(set.createdAt)} <span class="small quiet">${set.owner}</span>`)}
        </dl>
      </section>`;
  }

  #more = () => {
    this.#shownRuns += RUNS;
    this.#read();
  };

  #update = () => this.#act(() => api.post(`${this.#address}/update`), t('updateStarted'));

  #allDays = async () => {
    if (await confirm({ title: t('allDaysTitle'), text: t('allDaysText'), action: t('allDays') })) {
      this.#act(() => api.post(`${this.#address}/update?days=all`), t('updateStarted'));
    }
  };

  #cancel = async () => {
    if (await confirm({ title: t('cancelTitle'), text: t('cancelText'), action: t('cancelRun'), danger: true })) {
      this.#act(() => api.post(`${this.#address}/cancel`), t('cancelled'));
    }
  };

  #delete = async () => {
    if (await confirm({ title: t('deleteTitle'), text: t('deleteText'), action: t('delete'), danger: true })) {
      const deleted = await this.#act(() => api.delete(this.#address).then(() => true));
      if (deleted) {
        go('/imports');
      }
    }
  };

  async #act(action, words) {
    this.busy = true;
    try {
      const answer = await action();
      if (words) {
        await this.#read();
        notify(words);
      }
      return answer;
    } catch (failed) {
      this.problem = failed;
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}

const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const sheet = (id, address = `https://docs.google.com/spreadsheets/d/${id}`) => html`
  <a href=${address} target="_blank" rel="noopener">${t('openSheet')} ↗<span class="visually-hidden"> (${t('newWindow')})</span></a>
  <span class="small quiet">${id}</span>`;

customElements.define('db-import-page', ImportPage);
