import { html } from 'lit';
import { api } from '../../app/api.js';
import { go } from '../../app/router.js';
import { textField, violations } from '../../parts/fields.js';
import { pageHeader, problemBanner } from '../../parts/pieces.js';
import { defaultSettings } from '../../parts/shop-settings.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

/** Takes a shop into service. */
class NewShopPage extends View {
  static properties = { domain: { state: true }, problem: { state: true }, busy: { state: true } };

  #settings = defaultSettings();

  render() {
    const wrong = violations(this.problem);
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead'), back: { href: '/shops', label: t('shops') } })}
      <form class="card stack" @submit=${this.#register}>
        <fieldset class="section">
          <legend>Shopify</legend>
          <div class="fields">
            ${textField({ label: t('domain'), name: 'domain', required: true, placeholder: 'my-shop.myshopify.com', hint: t('domainHint'), error: wrong.domain })}
            ${textField({ label: t('webhookSecret'), name: 'webhookSecret', type: 'password', required: true, maxLength: 500, hint: t('webhookSecretHint'), error: wrong.webhookSecret })}
            ${textField({ label: t('apiToken'), name: 'apiToken', type: 'password', maxLength: 500, hint: t('apiTokenHint'), error: wrong.apiToken })}
          </div>
        </fieldset>
        <db-shop-settings .settings=${this.#settings} .problem=${this.problem}></db-shop-settings>
        ${problemBanner(this.problem)}
        <div class="buttons">
          <button class="button primary" ?disabled=${this.busy}>${t('register')}</button>
          <a class="button" href="/shops">${t('cancel')}</a>
        </div>
      </form>`;
  }

  #register = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    this.busy = true;
    try {
      const shop = await api.post('/api/shops', {
        domain: form.get('domain').trim().toLowerCase(),
        webhookSecret: form.get('webhookSecret'),
        apiToken: form.get('apiToken') || null,
        settings: this.querySelector('db-shop-settings').settings,
      });
      go(`/shops/${shop.domain}`);
    } catch (failure) {
      this.problem = failure;
    }
    this.busy = false;
  };
}

customElements.define('db-new-shop-page', NewShopPage);
