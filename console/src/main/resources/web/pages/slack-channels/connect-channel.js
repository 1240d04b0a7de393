import { html } from 'lit';
import { api } from '../../app/api.js';
import { selectField, textField, violations } from '../../parts/fields.js';
import { problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

/** Which organisation a channel is of; closes with true when that is stored. */
class ConnectChannel extends View {
  static properties = {
    channel: { attribute: false },
    close: { attribute: false },
    organisations: { state: true },
    id: { state: true },
    organisationId: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.id ??= this.channel?.id ?? '';
    this.organisationId ??= this.channel?.organisationId ?? '';
    this.#find();
  }

  async #find() {
    try {
      this.organisations = await api.get('/api/organisations/import-service/all');
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  render() {
    const wrong = violations(this.problem);
    return html`
      <form class="form" @submit=${this.#submit}>
        <div><h2 id="dialog-title">${t('connectTitle')}</h2><p class="quiet">${t('connectText')}</p></div>
        ${textField({
          label: t('channel'),
          name: 'channelId',
          value: this.id,
          required: true,
          disabled: Boolean(this.channel),
          maxLength: 30,
          placeholder: 'C0123456789',
          hint: t('channelHint'),
          error: wrong.id,
          onInput: (value) => (this.id = value),
        })}
        ${selectField({
          label: t('organisation'),
          name: 'organisationId',
          value: this.organisationId,
          required: true,
          disabled: !this.organisations,
          options: [{ value: '', label: t(this.organisations ? 'choose' : 'looking') }, ...(this.organisations ?? []).map(({ id, name, personal }) => ({
            value: id,
            label: personal ? t('personal', { name }) : name,
          }))],
          error: wrong.organisationId,
          onChange: (value) => (this.organisationId = value),
        })}
        ${problemBanner(this.problem, this.organisations ? undefined : () => this.#find())}
        <div class="buttons">
          <button type="button" class="button" @click=${() => this.close()}>${t('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy || !this.organisations}>${t('connect')}</button>
        </div>
      </form>`;
  }

  #submit = async (event) => {
    event.preventDefault();
    this.busy = true;
    try {
      await api.put(`/api/slack-channels/${encodeURIComponent(this.id.trim())}`, { organisationId: this.organisationId });
      this.close(true);
    } catch (failed) {
      this.problem = failed;
      this.busy = false;
    }
  };
}

customElements.define('db-connect-channel', ConnectChannel);
