import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Draft } from '../../app/draft.js';
import { conflictPanel, unsavedNote } from '../../parts/draft-pieces.js';
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

  #draft = new Draft(this);
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
      await this.#read();
      await this.#preview();
    });
  }

  /** What is typed stays, laid over what the service has now. */
  async #read() {
    const { kind } = this;
    const text = await api.get(this.#path);
    if (kind === this.kind) {
      this.text = text;
      this.#draft.load(`shop/${this.domain}/mail/${kind}`, { subject: text.subject, body: text.body });
    }
  }

  #choose(kind) {
    this.kind = kind;
    this.text = this.mail = undefined;
    this.#load();
  }

  #type(values) {
    Object.entries(values).forEach(([name, value]) => this.#draft.set(name, value));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#attempt(() => this.#preview()), PAUSE);
  }

  get #words() {
    return this.#draft.value;
  }

  /** Only the newest answer counts. */
  async #preview() {
    this.#asked = Symbol('asked');
    const asked = this.#asked;
    const mail = await api.ask(`${this.#path}/preview`, { text: this.#words });
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
          ${this.text ? html`${conflictPanel(this.#draft, t)}${unsavedNote(this.#draft)}` : nothing}
          <div class="buttons">
            <button class="button primary" ?disabled=${this.busy || !this.text || this.#draft.conflicts.length > 0}>${t('saveText')}</button>
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
      ${textField({ label: t('subject'), name: 'subject', value: this.#words.subject, required: true, maxLength: 200, error: wrong.subject, onInput: (subject) => this.#type({ subject }) })}
      ${textArea({ label: t('body'), name: 'body', value: this.#words.body, rows: 11, required: true, maxLength: 10_000, error: wrong.body, hint: t('bodyHint'), onInput: (body) => this.#type({ body }) })}
      <div class="small quiet">${t('placeholders')} ${PLACEHOLDERS.map((name) => html`<code title=${t(`placeholder_${name.slice(1, -1)}`)}>${name}</code> `)}</div>`;
  }

  #save = async (event) => {
    event.preventDefault();
    this.busy = true;
    const sent = this.#words;
    await this.#attempt(async () => {
      this.text = await api.put(this.#path, { text: sent, version: this.text.version });
      this.#draft.settle({ subject: this.text.subject, body: this.text.body }, sent);
      notify(t('textSaved'));
    });
    if (this.problem?.name === 'changed-meanwhile') {
      await this.#read().catch(() => undefined); // the refusal stays; theirs are shown once they can be read
    }
    this.busy = false;
  };

  async #reset() {
    if (await confirm({ title: t('resetTitle'), text: t('resetText'), action: t('reset'), danger: true })) {
      const done = await this.#attempt(async () => {
        await api.delete(this.#path);
        this.#draft.discard();
        return true;
      });
      if (done) {
        await this.#load();
      }
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
      return await action();
    } catch (failure) {
      this.problem = failure;
      return undefined;
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
