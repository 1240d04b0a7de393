import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { confirm, dialog } from '../../parts/dialogs.js';
import { textField } from '../../parts/fields.js';
import { time } from '../../parts/format.js';
import { notify } from '../../parts/notice.js';
import { badge, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

/** How Shopify, Daybreak and the shop's pages know each other. Secrets go in and never come out. Tells `changed` (detail: the shop). */
class ShopAccess extends View {
  static properties = { shop: { attribute: false }, reading: { state: true }, problem: { state: true } };

  get #path() {
    return `/api/shops/${this.shop.domain}`;
  }

  willUpdate(changed) {
    if (changed.has('shop')) {
      this.#read();
    }
  }

  render() {
    return html`
      ${problemBanner(this.problem)}
      <div class="cards">${this.#webhookSecret()}${this.#readAccess()}${this.#accessCode()}</div>`;
  }

  #webhookSecret() {
    const { rotatingSecret } = this.shop;
    return card(t('webhookSecret'), badge(rotatingSecret ? 'warn' : 'good', t(rotatingSecret ? 'rotating' : 'isSet')), t(rotatingSecret ? 'rotatingText' : 'webhookSecretText'), html`
      <button class="button" @click=${() => this.#replace('webhook-secret', t('rotate'), t('rotateText'), t('rotated'))}>${t('rotate')}</button>
      ${rotatingSecret ? html`<button class="button" @click=${() => this.#endRotation()}>${t('endRotation')}</button>` : nothing}`);
  }

  /** With what orders are read, and how that goes. */
  #readAccess() {
    const kind = this.reading?.kind ?? (this.shop.apiTokenSet ? 'TOKEN' : 'NONE');
    const wrong = this.reading?.refusedAt || this.reading?.outcome === 'NOT_ALLOWED';
    const state = wrong ? badge('bad', t('refused')) : badge(kind === 'NONE' ? 'calm' : 'good', t(`reads_${kind}`));
    return card(t('reading'), state, html`${t('readingText')}${this.reading ? this.#facts(this.reading) : nothing}`, html`
      <button class="button" @click=${() => this.#connectApp()}>${t(kind === 'APP' ? 'otherApp' : 'connectApp')}</button>
      ${kind === 'APP' ? nothing : html`<button class="button" @click=${() => this.#replace('api-token', t(kind === 'TOKEN' ? 'replace' : 'enter'), t('replaceText'), t('replaced'))}>${t(kind === 'TOKEN' ? 'replace' : 'enter')}</button>`}`);
  }

  #facts({ clientId, expiresAt, scopes, refusal, refusedAt }) {
    return clientId
      ? html`<dl class="facts small">
        <div><dt>${t('clientId')}</dt><dd><code>${clientId}</code></dd></div>
        ${scopes.length ? html`<div><dt>${t('scopes')}</dt><dd><code>${scopes.join(', ')}</code></dd></div>` : nothing}
        ${expiresAt ? html`<div><dt>${t('tokenUntil')}</dt><dd>${time(expiresAt)}</dd></div>` : nothing}
        ${refusedAt ? html`<div><dt>${t('refusedAt')}</dt><dd>${time(refusedAt)} <code>${refusal}</code></dd></div>` : nothing}
      </dl>`
      : nothing;
  }

  async #connectApp() {
    const app = await dialog(appDialog(this.reading?.clientId));
    if (app) {
      await this.#change(() => api.put(`${this.#path}/app`, app), t('appConnected'));
    }
  }

  async #read() {
    try {
      this.reading = await api.get(`${this.#path}/access`);
    } catch (failure) {
      this.problem = failure;
    }
  }

  #accessCode() {
    return card(t('accessCode'), nothing, html`${t('accessCodeText')}<br><code>${this.shop.accessCode}</code>`, html`
      <button class="button" @click=${() => this.#copy()}>${t('copy')}</button>
      <button class="button" @click=${() => this.#renew()}>${t('renew')}</button>`);
  }

  async #replace(name, title, text, done) {
    const secret = await dialog(secretDialog(title, text));
    if (secret) {
      await this.#change(() => api.put(`${this.#path}/${name}`, { secret }), done);
    }
  }

  async #endRotation() {
    if (await confirm({ title: t('endRotationTitle'), text: t('endRotationText'), action: t('endRotation'), danger: true })) {
      await this.#change(() => api.delete(`${this.#path}/webhook-secret/previous`), t('rotationEnded'));
    }
  }

  async #renew() {
    if (await confirm({ title: t('renewTitle'), text: t('renewText'), action: t('renew'), danger: true })) {
      await this.#change(() => api.post(`${this.#path}/access-code`), t('renewed'));
    }
  }

  async #copy() {
    await navigator.clipboard.writeText(this.shop.accessCode);
    notify(t('copied'));
  }

  async #change(action, done) {
    this.problem = undefined;
    try {
      this.dispatchEvent(new CustomEvent('changed', { detail: await action() }));
      notify(done);
    } catch (failure) {
      this.problem = failure;
    }
  }
}

const card = (title, state, text, actions) => html`
  <section class="card stack">
    <div>
      <h2>${title} ${state}</h2>
      <div class="quiet">${text}</div>
    </div>
    <div class="buttons">${actions}</div>
  </section>`;

/** Asks for the app's id and secret; `close` gets both. */
const appDialog = (clientId) => (close) => html`
  <form class="stack" @submit=${(event) => {
    event.preventDefault();
    const typed = new FormData(event.target);
    close({ clientId: typed.get('clientId').trim(), clientSecret: typed.get('clientSecret') });
  }}>
    <div>
      <h2 id="dialog-title">${t('connectApp')}</h2>
      <p>${t('connectAppText')}</p>
    </div>
    ${textField({ label: t('clientId'), name: 'clientId', value: clientId, required: true, maxLength: 100 })}
    ${textField({ label: t('webhookSecret'), name: 'clientSecret', type: 'password', required: true, maxLength: 500 })}
    <div class="buttons">
      <button class="button" type="button" @click=${() => close()}>${t('cancel')}</button>
      <button class="button primary">${t('connectApp')}</button>
    </div>
  </form>`;

/** Asks for a secret; `close` gets it. */
const secretDialog = (title, text) => (close) => html`
  <form class="stack" @submit=${(event) => {
    event.preventDefault();
    close(new FormData(event.target).get('secret'));
  }}>
    <div>
      <h2 id="dialog-title">${title}</h2>
      <p>${text}</p>
    </div>
    ${textField({ label: t('secret'), name: 'secret', type: 'password', required: true, maxLength: 500 })}
    <div class="buttons">
      <button class="button" type="button" @click=${() => close()}>${t('cancel')}</button>
      <button class="button primary">${title}</button>
    </div>
  </form>`;

customElements.define('db-shop-access', ShopAccess);
