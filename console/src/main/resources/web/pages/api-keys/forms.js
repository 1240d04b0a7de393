// The forms in dialogs. Each closes with what it made; what the service finds wrong stands beside its field.
import { html } from 'lit';
import { api } from '../../app/api.js';
import { Draft } from '../../app/draft.js';
import { textField, violations } from '../../parts/fields.js';
import { problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

class FormDialog extends View {
  static properties = { close: {}, address: {}, problem: { state: true }, busy: { state: true } };

  /** The licence is half of what signs the calls, so it is kept no longer than the secret. */
  #draft = new Draft(this, { secrets: ['accessLicense', 'secretKey'] });

  connectedCallback() {
    super.connectedCallback();
    this.#draft.load(`${this.kind}/${this.address ?? ''}`, Object.fromEntries(this.fields().map(({ name }) => [name, ''])));
  }

  render() {
    const wrong = violations(this.problem);
    return html`
      <form class="form" @submit=${this.#submit}>
        <div><h2 id="dialog-title">${this.words('title')}</h2><p class="quiet">${this.words('text')}</p></div>
        ${this.fields().map((field) => textField({
          ...field,
          label: t(field.name),
          value: this.#draft.value[field.name],
          required: true,
          error: wrong[field.violation ?? field.name],
          onInput: (value) => this.#draft.set(field.name, value),
        }))}
        ${problemBanner(this.problem)}
        <div class="buttons">
          <button type="button" class="button" @click=${() => this.close()}>${t('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy}>${this.words('action')}</button>
        </div>
      </form>`;
  }

  words(part) {
    return t(`${this.kind}_${part}`);
  }

  #submit = async (event) => {
    event.preventDefault();
    this.busy = true;
    try {
      const typed = Object.fromEntries(Object.entries(this.#draft.value).map(([name, value]) => [name, value.trim()]));
      const made = await this.send(typed);
      this.#draft.discard();
      this.close(made ?? true);
    } catch (failed) {
      this.problem = failed;
      this.busy = false;
    }
  };
}

const customerId = { name: 'customerId', maxLength: 18, placeholder: '1234567' };
const accountName = { name: 'accountName', violation: 'name', maxLength: 100 };
const secretKey = { name: 'secretKey', type: 'password', maxLength: 300, autocomplete: 'new-password' };

class NewKey extends FormDialog {
  kind = 'newKey';

  fields() {
    return [{ name: 'keyName', maxLength: 100 }, { name: 'accessLicense', maxLength: 300 }, secretKey, customerId, { ...accountName, violation: undefined }];
  }

  send({ keyName, accessLicense, secretKey: secret, customerId: customer, accountName: account }) {
    return api.post('/api/api-keys', { name: keyName, accessLicense, secretKey: secret, adAccounts: [{ customerId: customer, name: account }] });
  }
}

class NewAccount extends FormDialog {
  kind = 'newAccount';

  fields() {
    return [customerId, accountName];
  }

  send({ customerId: customer, accountName: name }) {
    return api.put(`${this.address}/ad-accounts/${encodeURIComponent(customer)}`, { name });
  }
}

class RotateKey extends FormDialog {
  kind = 'rotateKey';

  fields() {
    return [secretKey];
  }

  send(body) {
    return api.put(`${this.address}/secret`, body);
  }
}

customElements.define('db-new-key', NewKey);
customElements.define('db-new-account', NewAccount);
customElements.define('db-rotate-key', RotateKey);
