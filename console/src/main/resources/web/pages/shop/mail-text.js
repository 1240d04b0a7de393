import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { confirm, dialog } from '../../parts/dialogs.js';
import { textArea, textField, violations } from '../../parts/fields.js';
import '../../parts/mail-frame.js';
import { notify } from '../../parts/notice.js';
import { badge, choice, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

const KINDS = ['REQUEST', 'REMINDER'];
const PLACEHOLDERS = ['{shop}', '{customer}', '{order}', '{items}', '{link}'];

/** After this pause in typing, in milliseconds, the mail is shown as it would be. */
const PAUSE = 500;

/** What a shop's mails say: the words beside the mail that they make. */
class MailText extends View {
  static properties = {
    domain: {},
    kind: { state: true },
    text: { state: true },
    mail: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  #timer;
  #asked;

  constructor() {
    super();
    this.kind = KINDS[0];
  }

  get #path() {
    return `/api/shops/${this.domain}/mail-texts/${this.kind}`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #load() {
    await this.#attempt(async () => {
      this.text = await api.get(this.#path);
      await this.#preview();
    });
  }

  #choose(kind) {
    this.kind = kind;
    this.text = this.mail = undefined;
    this.#load();
  }

  #type(values) {
    this.text = { ...this.text, ...values };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#attempt(() => this.#preview()), PAUSE);
  }

  get #words() {
    const { subject, body } = this.text;
    return { subject, body };
  }

  /** Only the newest answer counts. */
  async #preview() {
    this.#asked = Symbol('asked');
    const asked = this.#asked;
    const mail = await api.post(`${this.#path}/preview`, { text: this.#words });
    if (this.#asked === asked) {
      this.mail = mail;
    }
  }

  render() {
    return html`
      <div class="editor">
        <form class="card stack" @submit=${this.#save}>
          <div class="buttons">
            ${choice({ label: t('kind'), chosen: this.kind, onChoose: (kind) => this.#choose(kind), options: KINDS.map((value) => ({ value, label: t(`kind_${value}`) })) })}
            ${this.text ? badge('calm', t(this.text.own ? 'ownText' : 'productText')) : nothing}
          </div>
          ${this.text ? this.#fields() : nothing}
          ${problemBanner(this.problem)}
          <div class="buttons">
            <button class="button primary" ?disabled=${this.busy || !this.text}>${t('saveText')}</button>
            <button class="button" type="button" ?disabled=${!this.text} @click=${() => this.#try()}>${t('testMail')}</button>
            ${this.text?.own ? html`<button class="button plain" type="button" @click=${() => this.#reset()}>${t('reset')}</button>` : nothing}
          </div>
        </form>
        <section class="card">
          <h2>${t('preview')}</h2>
          <p class="small quiet">${t('previewText')}</p>
          <db-mail-frame .mail=${this.mail}></db-mail-frame>
        </section>
      </div>`;
  }

  #fields() {
    const wrong = violations(this.problem);
    return html`
      ${textField({ label: t('subject'), name: 'subject', value: this.text.subject, required: true, maxLength: 200, error: wrong.subject, onInput: (subject) => this.#type({ subject }) })}
      ${textArea({ label: t('body'), name: 'body', value: this.text.body, rows: 11, required: true, maxLength: 10_000, error: wrong.body, hint: t('bodyHint'), onInput: (body) => this.#type({ body }) })}
      <div class="small quiet">${t('placeholders')} ${PLACEHOLDERS.map((name) => html`<code title=${t(`placeholder_${name.slice(1, -1)}`)}>${name}</code> `)}</div>`;
  }

  #save = async (event) => {
    event.preventDefault();
    this.busy = true;
    await this.#attempt(async () => {
      this.text = await api.put(this.#path, { text: this.#words, version: this.text.version });
      notify(t('textSaved'));
    });
    this.busy = false;
  };

  async #reset() {
    if (await confirm({ title: t('resetTitle'), text: t('resetText'), action: t('reset'), danger: true })) {
      await this.#attempt(() => api.delete(this.#path));
      await this.#load();
    }
  }

  async #try() {
    const to = await dialog(testMailDialog);
    if (to) {
      this.busy = true;
      await this.#attempt(async () => {
        await api.post(`${this.#path}/test-mail`, { to, text: this.#words });
        notify(t('testMailSent', { to }));
      });
      this.busy = false;
    }
  }

  async #attempt(action) {
    this.problem = undefined;
    try {
      await action();
    } catch (failure) {
      this.problem = failure;
    }
  }
}

/** Asks for an address; `close` gets it. */
const testMailDialog = (close) => html`
  <form class="stack" @submit=${(event) => {
    event.preventDefault();
    close(new FormData(event.target).get('to'));
  }}>
    <div>
      <h2 id="dialog-title">${t('testMail')}</h2>
      <p>${t('testMailText')}</p>
    </div>
    ${textField({ label: t('to'), name: 'to', type: 'email', required: true, maxLength: 254, autocomplete: 'email' })}
    <div class="buttons">
      <button class="button" type="button" @click=${() => close()}>${t('cancel')}</button>
      <button class="button primary">${t('sendTestMail')}</button>
    </div>
  </form>`;

customElements.define('db-mail-text', MailText);
