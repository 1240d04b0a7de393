import { html } from 'lit';
import { api } from '../../app/api.js';
import { Draft } from '../../app/draft.js';
import { go } from '../../app/router.js';
import { textField, violations } from '../../parts/fields.js';
import { pageHeader, problemBanner } from '../../parts/pieces.js';
import { defaultSettings } from '../../parts/shop-settings.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

/** Takes a shop into service. */
class NewShopPage extends View {
  static properties = { domain: { state: true }, problem: { state: true }, busy: { state: true } };

  /** Secrets are gone after a reload; all else is back. */
  #draft = new Draft(this, { secrets: ['webhookSecret', 'apiToken'] });

  constructor() {
    super();
    this.#draft.load('shop/new', { domain: '', clientId: '', webhookSecret: '', apiToken: '', settings: defaultSettings() });
  }

  render() {
    const wrong = violations(this.problem);
    const typed = this.#draft.value;
    const field = (name, options) => textField({
      label: t(name), name, value: typed[name], hint: t(`${name}Hint`), error: wrong[name], onInput: (text) => this.#draft.set(name, text), ...options,
    });
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead'), back: { href: '/shops', label: t('shops') } })}
      <form class="card stack" @submit=${this.#register}>
        <fieldset class="section">
          <legend>Shopify</legend>
          <div class="fields">
            ${field('domain', { required: true, placeholder: 'my-shop.myshopify.com' })}
            ${field('clientId', { maxLength: 100 })}
            ${field('webhookSecret', { type: 'password', required: true, maxLength: 500 })}
            ${field('apiToken', { type: 'password', maxLength: 500 })}
          </div>
        </fieldset>
        <db-shop-settings .draft=${this.#draft} path="settings" .settings=${typed.settings} .problem=${this.problem}></db-shop-settings>
        ${problemBanner(this.problem)}
        <div class="buttons">
          <button class="button primary" ?disabled=${this.busy}>${t('register')}</button>
          <a class="button" href="/shops">${t('cancel')}</a>
        </div>
      </form>`;
  }

  #register = async (event) => {
    event.preventDefault();
    const { domain, clientId, webhookSecret, apiToken, settings } = this.#draft.value;
    this.busy = true;
    try {
      const shop = await api.post('/api/shops', {
        domain: domain.trim().toLowerCase(), clientId: clientId.trim() || null, webhookSecret, apiToken: apiToken || null, settings,
      });
      this.#draft.discard();
      go(`/shops/${shop.domain}`);
    } catch (failure) {
      this.problem = failure;
    }
    this.busy = false;
  };
}

customElements.define('db-new-shop-page', NewShopPage);
