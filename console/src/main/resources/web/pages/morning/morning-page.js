import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { oneOf, query, setQuery } from '../../app/router.js';
import { textField } from '../../parts/fields.js';
import { day, number } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { MEASURES } from '../../parts/measures.js';
import '../../parts/paged-table.js';
import { badge, choice, emptyState, liveMark, pageHeader, problemBanner } from '../../parts/pieces.js';
import { notify } from '../../parts/notice.js';
import { tabLink } from '../../parts/sheet-link.js';
import { View } from '../../parts/view.js';
import { figure } from './figures.js';
import './morning.css';
import { nameOf, updateFailed } from './update-failed.js';
import { t } from './words.js';

const TONES = { DONE: 'good', WAITING_FOR_NAVER: 'warn', DOUBTFUL: 'warn', FAILED: 'bad', CANCELLED: 'calm', UNDER_WAY: 'busy', PLANNED: 'calm', NOT_PLANNED: 'calm' };
const STATES = Object.keys(TONES);

/** Milliseconds until the page is read again after a run moved; many events cost one question. */
const SOON = 3000;
const EVERY = 15_000;

/** What each import has brought of one day, beside two others: the first page of a marketer. */
class MorningPage extends View {
  static properties = { filters: { state: true }, morning: { state: true }, results: { state: true }, problem: { state: true }, busy: { state: true } };

  #live = new Live(this, { path: '/api/raw-data/events', onEvent: (status) => this.#moved(status), poll: () => this.#table?.reload(), every: EVERY });
  #states = new Map();
  #timer;

  constructor() {
    super();
    const { day: wanted, state } = query();
    this.filters = { day: wanted, state: oneOf(STATES, state) };
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get #table() {
    return this.querySelector('db-paged-table');
  }

  /** Progress changes nothing here; another state does. */
  #moved({ id, name }) {
    if (this.#states.get(id) !== name) {
      this.#states.set(id, name);
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#table?.reload();
      }, SOON);
    }
  }

  #filter(values) {
    this.filters = { ...this.filters, ...values };
    setQuery(this.filters);
  }

  #load = async (page, signal) => {
    const morning = await api.get('/api/morning', { ...this.filters, page, size: 20 }, signal);
    this.morning = morning;
    return morning.sets;
  };

  render() {
    const { morning } = this;
    const create = html`<a class="button primary" href="/imports/new">${icon('plus')}${t('firstImport')}</a>`;
    return html`
      ${pageHeader({
        title: t('title'),
        lead: html`${morning ? t('lead', { day: day(morning.day), before: day(morning.before), week: day(morning.weekEarlier) }) : nothing} ${liveMark(this.#live)}`,
        actions: this.#updateButton(),
      })}
      ${problemBanner(this.problem)}${this.#results()}
      <div class="filters">
        ${textField({ label: t('day'), name: 'day', type: 'date', value: this.filters.day ?? morning?.day, onInput: (wanted) => wanted >= '2000' && this.#filter({ day: wanted }) })}
        ${this.#stateChoice()}
      </div>
      ${morning ? this.#total(morning) : nothing}
      <db-paged-table
        .label=${t('title')}
        .columns=${this.#columns()}
        .group=${this.#group}
        .load=${this.#load}
        .filters=${this.filters}
        ?filtered=${Boolean(this.filters.state)}
        .empty=${emptyState({ icon: 'sunrise', title: t('emptyTitle'), text: t('emptyText'), action: create })}
      ></db-paged-table>`;
  }

  #stateChoice() {
    const counts = this.morning?.counts ?? {};
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const some = STATES.filter((state) => counts[state] > 0 || state === this.filters.state);
    return choice({
      label: t('states'),
      chosen: this.filters.state ?? '',
      onChoose: (state) => this.#filter({ state: state || undefined }),
      options: [
        { value: '', label: `${t('all')} ${number(all)}` },
        ...some.map((state) => ({ value: state, label: `${t(`state_${state}`)} ${number(counts[state] ?? 0)}` })),
      ],
    });
  }

  #total({ total, jumpShare }) {
    return html`
      <section class="card" aria-label=${t('allAccounts')}>
        <h2>${t('allAccounts')}</h2>
        ${figures(total, jumpShare)}
      </section>`;
  }

  #group = (set) => ({
    key: `${set.organisationId} ${set.customerId}`,
    heading: html`<div class="morning-account"><span><strong>${set.accountName}</strong> <span class="small quiet">${set.customerId} · ${t('account')}</span></span>
      ${figures(set.account, this.morning?.jumpShare)}</div>`,
  });

  #columns() {
    const jumpShare = this.morning?.jumpShare;
    return [
      {
        heading: t('set'),
        lead: true,
        cell: (set) => html`<span><a href="/imports/${set.id}">${set.title}</a><span class="sub">${set.rows === null ? nothing : t('rows', { count: number(set.rows) })}</span></span>`,
      },
      { heading: t('state'), cell: ({ state }) => badge(TONES[state], t(`state_${state}`)) },
      ...MEASURES.map((measure) => ({ heading: t(measure), end: true, cell: (set) => figure(set.figures, measure, jumpShare) })),
      { heading: t('actions'), actions: true, cell: (set) => tabLink(set, t('openTab'), t('newWindow')) },
    ];
  }

  #updateButton() {
    const count = this.morning?.counts.FAILED ?? 0;
    return count === 0 ? undefined : html`
      <button class="button primary" ?disabled=${this.busy} @click=${this.#update}>${icon('refresh')}${t('update', { count: number(count) })}</button>`;
  }

  #update = async () => {
    this.busy = true;
    this.problem = undefined;
    try {
      const count = await updateFailed(this.morning.day, (results, all) => (this.results = { results, all }));
      if (count === 0) {
        notify(t('updateNone'));
      }
    } catch (failed) {
      this.problem = failed;
    } finally {
      this.busy = false;
      this.#table?.reload();
    }
  };

  /** What came of each; it stays until the page is left. */
  #results() {
    if (!this.results) {
      return nothing;
    }
    const { results, all } = this.results;
    return html`
      <section class="card" role="status">
        <h2>${results.length < all ? t('updating', { done: number(results.length), count: number(all) }) : t('updateResult')}</h2>
        <ul class="morning-results">${results.map(({ set, problem }) => html`
          <li>${badge(problem ? 'bad' : 'good', problem ? problem.title : t('updated'))} <a href="/imports/${set.id}">${nameOf(set)}</a>${problem ? html`<span class="small">${problem.message}</span>` : nothing}</li>`)}</ul>
      </section>`;
  }
}

const figures = (values, jumpShare) => html`
  <dl class="morning-figures">${MEASURES.map((measure) => html`<div><dt>${t(measure)}</dt><dd>${figure(values, measure, jumpShare)}</dd></div>`)}</dl>`;

customElements.define('db-morning-page', MorningPage);
