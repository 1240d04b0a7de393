import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { oneOf, query, setQuery } from '../../app/router.js';
import { confirm, dialog } from '../../parts/dialogs.js';
import { selectField } from '../../parts/fields.js';
import { number, time } from '../../parts/format.js';
import { notify } from '../../parts/notice.js';
import '../../parts/paged-table.js';
import { choice, emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { LetterCounts } from '../../parts/letter-counts.js';
import { SERVICES, serviceName } from '../../parts/services.js';
import { View } from '../../parts/view.js';
import { letterDialog, letterName, letterState, STATES, undecided } from './letter.js';
import { t } from './words.js';

/** The dead letters of one service at a time: what each was about, and what becomes of it. */
class DeadLettersPage extends View {
  static properties = { filters: { state: true }, problem: { state: true } };

  #counts = new LetterCounts(this);
  #live = new Live(this, { poll: () => this.#table?.reload() });

  constructor() {
    super();
    const { service = SERVICES[0], state } = query();
    this.filters = { service: oneOf(SERVICES, service) ?? SERVICES[0], state: oneOf(STATES, state) };
  }

  get #table() {
    return this.querySelector('db-paged-table');
  }

  #filter(values) {
    this.filters = { ...this.filters, ...values };
    this.problem = undefined;
    setQuery(this.filters);
  }

  #address(letter) {
    return `/api/dead-letters/${this.filters.service}/${letter.id}`;
  }

  #load = (page, signal) => {
    const { service, state } = this.filters;
    return api.get(`/api/dead-letters/${service}`, { state, page, size: 20 }, signal);
  };

  render() {
    const { service, state } = this.filters;
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead') })}
      <div class="filters">
        ${choice({
          label: t('service'),
          chosen: service,
          onChoose: (value) => this.#filter({ service: value }),
          options: SERVICES.map((value) => ({ value, label: this.#tab(value) })),
        })}
        ${selectField({
          label: t('state'),
          name: 'state',
          value: state,
          options: [{ value: '', label: t('all') }, ...STATES.map((value) => ({ value, label: t(`state_${value}`) }))],
          onChange: (value) => this.#filter({ state: value }),
        })}
      </div>
      ${problemBanner(this.problem)}
      <db-paged-table
        .label=${t('title')}
        .columns=${this.#columns()}
        .load=${this.#load}
        .filters=${this.filters}
        ?filtered=${Boolean(state)}
        .empty=${emptyState({ icon: 'check', title: t('emptyTitleOf', { service: serviceName(service) }), text: this.#elsewhere() })}
      ></db-paged-table>`;
  }

  /** A tab says how many letters wait behind it, or that nobody knows. */
  #tab(service) {
    const count = this.#counts.of(service);
    return `${serviceName(service)} (${count === undefined ? '?' : number(count)})`;
  }

  /** That nothing is here says nothing about the other services. */
  #elsewhere() {
    if (this.#counts.none) {
      return t('emptyText');
    }
    return this.#counts.total > 0 ? t('elsewhere', { count: number(this.#counts.total) }) : t('othersUnknown');
  }

  #columns() {
    return [
      {
        heading: t('about'),
        lead: true,
        cell: (letter) => html`<span><button class="link" @click=${() => this.#open(letter)}>${letterName(letter)}</button><span class="sub">${letter.group ?? nothing}</span><span class="sub">${letter.queue}</span></span>`,
      },
      { heading: t('state'), cell: ({ state }) => letterState(state) },
      { heading: t('sent'), cell: ({ sentAt }) => time(sentAt) },
      { heading: t('outcome'), cell: ({ outcome, cause }) => html`<span class="small">${outcome ?? cause ?? nothing}</span>` },
      {
        heading: t('actions'),
        actions: true,
        cell: (letter) => undecided(letter)
          ? html`<span class="buttons"><button class="button" @click=${() => this.#sync(letter)}>${t('sync')}</button><button class="button plain" @click=${() => this.#discard(letter)}>${t('discard')}</button></span>`
          : nothing,
      },
    ];
  }

  async #open(letter) {
    const decision = await this.#attempt(async () => dialog(letterDialog(await api.get(this.#address(letter))), { wide: true }));
    if (decision === 'sync') {
      this.#sync(letter);
    } else if (decision === 'discard') {
      this.#discard(letter);
    }
  }

  /** Names the letter: rows may have moved under the pointer. */
  async #sync(letter) {
    if (!(await confirm({ title: t('syncTitle'), text: subject(letter), action: t('sync') }))) {
      return;
    }
    await this.#decide(letter, 'sync', t('syncing'));
  }

  async #discard(letter) {
    if (await confirm({ title: t('discardTitle'), text: `${subject(letter)}. ${t('discardText')}`, action: t('discard'), danger: true })) {
      this.#decide(letter, 'discard', t('discarded'));
    }
  }

  async #decide(letter, decision, words) {
    const changed = await this.#attempt(() => api.post(`${this.#address(letter)}/${decision}`));
    if (changed) {
      notify(words);
      this.#counts.read();
      this.#table.change((row) => (row.id === changed.id ? changed : row));
    }
  }

  async #attempt(action) {
    this.problem = undefined;
    try {
      return await action();
    } catch (failure) {
      this.problem = failure;
      return undefined;
    }
  }
}

const subject = (letter) => [letterName(letter), letter.group].filter(Boolean).join(', ');

customElements.define('db-dead-letters-page', DeadLettersPage);
