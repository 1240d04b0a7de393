import { html, nothing } from 'lit';
import { api } from '../app/api.js';
import { dictionary, t as common } from '../words/words.js';
import { notify } from './notice.js';
import { View } from './view.js';

const t = dictionary({
  en: { share: 'Share the spreadsheet, as an editor, with' },
  ko: { share: '스프레드시트를 편집자로 공유할 주소:' },
});

/** The address that spreadsheets are shared with, to be copied; `address` where a problem has told it, else the service is asked. */
class ServiceAccount extends View {
  static properties = { address: {}, told: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    if (!this.address) {
      this.#read();
    }
  }

  async #read() {
    try {
      this.told = (await api.get('/api/spreadsheets/service-account')).email;
    } catch {
      this.told = undefined; // the problem that made somebody look here is shown already
    }
  }

  render() {
    const address = this.address ?? this.told;
    return address
      ? html`<p class="service-account">${t('share')} <code>${address}</code> <button class="button" type="button" @click=${() => this.#copy(address)}>${common('copy')}</button></p>`
      : nothing;
  }

  async #copy(address) {
    await navigator.clipboard.writeText(address);
    notify(common('copied'));
  }
}

customElements.define('db-service-account', ServiceAccount);
