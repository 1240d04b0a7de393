import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { isOperator } from '../../app/session.js';
import { confirm, dialog } from '../../parts/dialogs.js';
import { time } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { notify } from '../../parts/notice.js';
import '../../parts/paged-table.js';
import { badge, emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import './connect-channel.js';
import { t } from './words.js';

/** Whose Slack channels are, and which tables can be loaded from which of them. */
class SlackChannelsPage extends View {
  static properties = { problem: { state: true }, tables: { state: true }, tablesProblem: { state: true } };

  constructor() {
    super();
    if (isOperator()) {
      this.#readTables();
    }
  }

  #load = (page, signal) => api.get('/api/slack-channels', { page, size: 20 }, signal);

  async #readTables() {
    try {
      this.tables = await api.get('/api/csv-tables');
      this.tablesProblem = undefined;
    } catch (failed) {
      this.tablesProblem = failed;
    }
  }

  render() {
    const connect = isOperator() && html`<button class="button primary" @click=${() => this.#connect()}>${icon('plus')}${t('connect')}</button>`;
    return html`
      ${pageHeader({ title: t('title'), lead: t(isOperator() ? 'lead' : 'leadOfPeople'), actions: connect || nothing })}
      <div class="stack">
        ${problemBanner(this.problem)}
        <db-paged-table
          .label=${t('title')}
          .columns=${this.#columns()}
          .load=${this.#load}
          .filters=${{}}
          .empty=${emptyState({ icon: 'inbox', title: t('emptyTitle'), text: t(isOperator() ? 'emptyText' : 'emptyTextOfPeople') })}
        ></db-paged-table>
        ${isOperator() ? this.#tableSection() : nothing}
      </div>`;
  }

  #tableSection() {
    return html`
      <section class="stack">
        <h2>${t('tables')}</h2>
        <p class="quiet">${t('tablesLead')}</p>
        ${problemBanner(this.tablesProblem, () => this.#readTables())}
        ${this.tables ? this.#tableList() : nothing}
      </section>`;
  }

  #columns() {
    return [
      { heading: t('channel'), lead: true, cell: ({ id }) => html`<code>${id}</code>` },
      { heading: t('organisation'), cell: (channel) => owner(channel) },
      { heading: t('connected'), cell: ({ connectedAt }) => (connectedAt ? time(connectedAt) : nothing) },
      { heading: t('tellsRuns'), cell: ({ organisationId, tellsRuns }) => (organisationId ? badge(tellsRuns ? 'good' : 'calm', t(tellsRuns ? 'yes' : 'no')) : nothing) },
      { heading: t('firstSeen'), cell: ({ firstSeenAt }) => time(firstSeenAt) },
      {
        heading: t('actions'),
        actions: true,
        cell: (channel) => html`<span class="buttons">
          ${channel.organisationId
            ? html`<button class="button" aria-label="${t(channel.tellsRuns ? 'stopTelling' : 'tell')}: ${channel.id}" @click=${() => this.#tell(channel)}>${t(channel.tellsRuns ? 'stopTelling' : 'tell')}</button>`
            : nothing}
          ${isOperator() ? this.#operatorsActions(channel) : nothing}
        </span>`,
      },
    ];
  }

  #operatorsActions(channel) {
    return html`
          <button class="button" aria-label="${this.#verb(channel)}: ${channel.id}" @click=${() => this.#connect(channel)}>${this.#verb(channel)}</button>
          ${channel.organisationId
            ? html`<button class="button plain" aria-label="${t('disconnect')}: ${channel.id}" @click=${() => this.#disconnect(channel)}>${t('disconnect')}</button>`
            : nothing}`;
  }

  #verb = ({ organisationId }) => t(organisationId ? 'give' : 'connect');

  #tableList() {
    return this.tables.length === 0
      ? html`<p>${t('noTables')}</p>`
      : html`<div class="table-frame">
        <table class="table" aria-label=${t('tables')}>
          <thead><tr>${['table', 'channels', 'people', 'target'].map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>
          <tbody>${this.tables.map((table) => html`
            <tr>
              <td class="lead" data-label=${t('table')}><code>${table.name}</code></td>
              ${table.problem
                ? html`<td colspan="3" data-label=${t('target')}>${badge('bad', t('unusable'))} <span class="small">${table.problem}</span></td>`
                : html`
                  <td data-label=${t('channels')}>${ids(table.channels, t('everyChannel'))}</td>
                  <td data-label=${t('people')}>${ids(table.users, t('everybody'))}</td>
                  <td data-label=${t('target')}><code>${table.targetPath}</code></td>`}
            </tr>`)}</tbody>
        </table>
      </div>`;
  }

  async #connect(channel) {
    if (await dialog((close) => html`<db-connect-channel .channel=${channel} .close=${close}></db-connect-channel>`)) {
      this.problem = undefined;
      notify(t('connectedNow'));
      this.#reload();
    }
  }

  async #tell({ id, tellsRuns }) {
    try {
      await api.put(`/api/slack-channels/${encodeURIComponent(id)}/notices`, { runs: !tellsRuns });
      this.problem = undefined;
      notify(t(tellsRuns ? 'toldNoMore' : 'toldFromNow'));
    } catch (failed) {
      this.problem = failed;
    }
    this.#reload();
  }

  async #disconnect({ id }) {
    const sure = await confirm({ title: t('disconnectTitle', { id }), text: t('disconnectText'), action: t('disconnect'), danger: true });
    if (!sure) {
      return;
    }
    try {
      await api.delete(`/api/slack-channels/${encodeURIComponent(id)}`);
      this.problem = undefined;
      notify(t('disconnectedNow'));
    } catch (failed) {
      this.problem = failed;
    }
    this.#reload();
  }

  #reload() {
    this.querySelector('db-paged-table')?.reload();
  }
}

const owner = ({ organisationId, organisationName }) =>
  organisationId ? html`<span>${organisationName ?? html`<code>${organisationId}</code>`}</span>` : badge('warn', t('nobody'));

const ids = (values, all) => (values.length ? values.map((id) => html`<code>${id}</code> `) : all);

customElements.define('db-slack-channels-page', SlackChannelsPage);
