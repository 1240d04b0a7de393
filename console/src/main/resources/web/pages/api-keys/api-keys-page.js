import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../../app/api.js';
import { dialog } from '../../parts/dialogs.js';
import { icon } from '../../parts/icon.js';
import { notify } from '../../parts/notice.js';
import { emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import './api-key.js';
import './api-keys.css';
import './forms.js';
import { t } from './words.js';

/** More than these are closed at first, so that a long list asks for little. */
const OPEN = 3;

/** The NAVER API keys that the person shares. */
class ApiKeysPage extends View {
  static properties = { keys: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.#read();
  }

  async #read() {
    try {
      this.keys = await api.get('/api/api-keys');
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  render() {
    const add = html`<button class="button primary" @click=${this.#add}>${icon('plus')}${t('add')}</button>`;
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead'), actions: add })}
      ${this.problem ? problemBanner(this.problem, () => this.#read()) : this.#content(add)}`;
  }

  #content(add) {
    if (!this.keys) {
      return html`<p class="quiet" role="status">${t('loading')}</p>`;
    }
    if (this.keys.length === 0) {
      return html`<div class="card">${emptyState({ icon: 'key', title: t('emptyTitle'), text: t('emptyText'), action: add })}</div>`;
    }
    return html`<div class="stack">${repeat(this.keys, ({ id }) => id, (key) => html`
      <db-api-key .apiKey=${key} .opened=${this.keys.length <= OPEN}></db-api-key>`)}</div>`;
  }

  #add = async () => {
    const key = await dialog((close) => html`<db-new-key .close=${close}></db-new-key>`);
    if (key) {
      notify(t('added'));
      await this.#read();
      await this.updateComplete;
      this.querySelectorAll('db-api-key').forEach((card) => card.apiKey.id === key.id && card.readAndTest());
    }
  };
}

customElements.define('db-api-keys-page', ApiKeysPage);
