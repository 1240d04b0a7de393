import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { query, setQuery } from '../../app/router.js';
import { confirm, dialog } from '../../parts/dialogs.js';
import { selectField } from '../../parts/fields.js';
import { time } from '../../parts/format.js';
import { notify } from '../../parts/notice.js';
import '../../parts/paged-table.js';
import { choice, emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { SERVICES, serviceName } from '../../parts/services.js';
import { View } from '../../parts/view.js';
import { letterDialog, letterName, letterState, STATES, undecided } from './letter.js';
import { t } from './words.js';

/** The dead letters of one service at a time: what each was about, and what becomes of it. */
class DeadLettersPage extends View {
  static properties = { filters: { state: true }, problem: { state: true } };

  #live = new Live(this, { poll: () => this.#table?.reload() });

  constructor() {
    super();
    const { service = SERVICES[0], state } = query();
    this.filters = { service: SERVICES.includes(service) ? service : SERVICES[0], state };
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
          options: SERVICES.map((value) => ({ value, label: serviceName(value) })),
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
        .empty=${emptyState({ icon: 'check', title: t('emptyTitle'), text: t('emptyText') })}
      ></db-paged-table>`;
  }

  #columns() {
    return [
      {
        heading: t('about'),
        lead: true,
        cell: (letter) => html`<span><button class="link" @click=${() => this.#open(letter)}>${letterName(letter)}</button><span class="sub">${letter.queue}</span></span>`,
      },
      { heading: t('state'), cell: ({ state }) => letterState(state) },
      { heading: t('sent'), cell: ({ sentAt }) => time(sentAt) },
      { heading: t('outcome'), cell: ({ outcome, cause }) => html`<span class="small">${outcome ?? cause ?? nothing}</span>` },
      {
        heading: t('actions'),
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

  #sync(letter) {
    return this.#decide(letter, 'sync', t('syncing'));
  }

  async #discard(letter) {
    if (await confirm({ title: t('discardTitle'), text: t('discardText'), action: t('discard'), danger: true })) {
      this.#decide(letter, 'discard', t('discarded'));
    }
  }

  async #decide(letter, decision, words) {
    const changed = await this.#attempt(() => api.post(`${this.#address(letter)}/${decision}`));
    if (changed) {
      notify(words);
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

customElements.define('db-dead-letters-page', DeadLettersPage);
