import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { confirm, dialog } from '../../parts/dialogs.js';
import { textField } from '../../parts/fields.js';
import { notify } from '../../parts/notice.js';
import { badge, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

/** How Shopify, Daybreak and the shop's pages know each other. Secrets go in and never come out. Tells `changed` (detail: the shop). */
class ShopAccess extends View {
  static properties = { shop: { attribute: false }, problem: { state: true } };

  get #path() {
    return `/api/shops/${this.shop.domain}`;
  }

  render() {
    return html`
      ${problemBanner(this.problem)}
      <div class="cards">${this.#webhookSecret()}${this.#apiToken()}${this.#accessCode()}</div>`;
  }

  #webhookSecret() {
    const { rotatingSecret } = this.shop;
    return card(t('webhookSecret'), badge(rotatingSecret ? 'warn' : 'good', t(rotatingSecret ? 'rotating' : 'isSet')), t(rotatingSecret ? 'rotatingText' : 'webhookSecretText'), html`
      <button class="button" @click=${() => this.#replace('webhook-secret', t('rotate'), t('rotateText'), t('rotated'))}>${t('rotate')}</button>
      ${rotatingSecret ? html`<button class="button" @click=${() => this.#endRotation()}>${t('endRotation')}</button>` : nothing}`);
  }

  #apiToken() {
    const { apiTokenSet } = this.shop;
    return card(t('apiToken'), badge(apiTokenSet ? 'good' : 'calm', t(apiTokenSet ? 'isSet' : 'isNotSet')), t('apiTokenText'), html`
      <button class="button" @click=${() => this.#replace('api-token', t(apiTokenSet ? 'replace' : 'enter'), t('replaceText'), t('replaced'))}>${t(apiTokenSet ? 'replace' : 'enter')}</button>`);
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
      <p class="quiet">${text}</p>
    </div>
    <div class="buttons">${actions}</div>
  </section>`;

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
