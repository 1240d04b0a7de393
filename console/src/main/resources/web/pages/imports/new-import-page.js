import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Draft } from '../../app/draft.js';
import { go, query } from '../../app/router.js';
import { checkField, selectField, textField, violations } from '../../parts/fields.js';
import { number } from '../../parts/format.js';
import '../../parts/service-account.js';
import { unsavedNote } from '../../parts/draft-pieces.js';
import { icon } from '../../parts/icon.js';
import { emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { columns, formatChoice } from './formats.js';
import './imports.css';
import { planCard } from './plan.js';
import { spreadsheetId } from './spreadsheet.js';
import { t } from './words.js';

const PAUSE = 400;

/** The days of the data. */
const SEOUL = 'Asia/Seoul';

/** A new import in steps, with what it will cost before the button. */
class NewImportPage extends View {
  static properties = {
    params: {},
    accounts: { state: true },
    formats: { state: true },
    cells: { state: true },
    plan: { state: true },
    problem: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  #timer;
  #draft = new Draft(this);

  constructor() {
    super();
    this.#base('');
    if (query().account) {
      this.#draft.set('account', query().account);
    }
    this.#read();
  }

  /** With `requestKey` the same request is one import, however often and from whichever reload it is sent; another request has another. */
  #base(account) {
    this.#draft.load('import/new', { account, format: 'NSA_GTD', spreadsheet: '', template: '', historyDays: 30, updateDays: 7, scheduleEnabled: true, requestKey: '' });
  }

  get wanted() {
    return this.#draft.value;
  }

  async #read() {
    try {
      const [keys, formats] = await Promise.all([api.get('/api/api-keys'), api.get('/api/raw-data/formats')]);
      const lists = await Promise.all(keys.map(({ id }) => api.get(`/api/api-keys/${id}/ad-accounts`)));
      this.formats = formats;
      this.accounts = keys.flatMap((key, index) => lists[index].map((account) => ({ ...account, key })));
      const known = this.accounts.map(address);
      this.#base(known.length === 1 ? known[0] : '');
      if (!known.includes(this.wanted.account)) {
        this.#want({ account: known.length === 1 ? known[0] : '' });
      }
      this.#calculate();
      this.#lookAtSpreadsheet();
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  /** The request; undefined while something is missing. */
  get #request() {
    const { account, spreadsheet, template, requestKey, ...rest } = this.wanted;
    const [apiKeyId, customerId] = account.split('/');
    if (!apiKeyId || !spreadsheetId(spreadsheet) || !days(rest.historyDays) || !days(rest.updateDays)) {
      return undefined;
    }
    return { ...rest, apiKeyId, customerId, spreadsheet, template: template || null, historyDays: Number(rest.historyDays), updateDays: Number(rest.updateDays) };
  }

  #want(values) {
    const before = spreadsheetId(this.wanted.spreadsheet);
    Object.entries(values).forEach(([name, value]) => this.#draft.set(name, value));
    this.plan = this.refused = undefined;
    this.#draft.set('requestKey', this.#draft.dirty ? crypto.randomUUID() : '');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#calculate(), PAUSE);
    if (spreadsheetId(this.wanted.spreadsheet) !== before) {
      this.cells = undefined;
      this.#lookAtSpreadsheet();
    }
  }

  async #calculate() {
    const request = this.#request;
    if (!request) {
      return;
    }
    const [plan, refused] = await api.ask('/api/raw-data/plan', request).then((made) => [made], (failed) => [undefined, failed]);
    if (JSON.stringify(request) === JSON.stringify(this.#request)) {
      this.plan = plan;
      this.refused = refused;
    }
  }

  async #lookAtSpreadsheet() {
    const id = spreadsheetId(this.wanted.spreadsheet);
    if (!id) {
      return;
    }
    const cells = await api.get(`/api/spreadsheets/${id}/cells`).catch((problem) => ({ problem }));
    if (id === spreadsheetId(this.wanted.spreadsheet)) {
      this.cells = cells;
    }
  }

  render() {
    return html`
      ${pageHeader({ title: t('create'), lead: t('createLead'), back: { href: '/imports', label: t('title') } })}
      ${this.problem ? problemBanner(this.problem, () => this.#read()) : this.#content()}`;
  }

  #content() {
    if (!this.accounts) {
      return html`<p class="quiet" role="status">${t('loading')}</p>`;
    }
    if (this.accounts.length === 0) {
      return html`<div class="card">${emptyState({
        icon: 'key',
        title: t('noAccountsTitle'),
        text: t('noAccountsText'),
        action: html`<a class="button primary" href="/api-keys">${t('toApiKeys')}</a>`,
      })}</div>`;
    }
    return html`
      <form class="import-columns steps-and-plan" @submit=${this.#submit}>
        <ol class="steps">
          ${step(1, t('stepAccount'), this.#accountStep())}
          ${step(2, t('stepFormat'), html`
            ${formatChoice(this.formats, this.wanted.format, (format) => this.#want({ format }))}
            ${columns(this.formats.find(({ name }) => name === this.wanted.format))}`)}
          ${step(3, t('stepSpreadsheet'), this.#spreadsheetStep())}
          ${step(4, t('stepDays'), this.#daysStep())}
        </ol>
        <aside class="plan" aria-label=${t('plan')}>
          ${planCard({ plan: this.plan, cells: this.cells, problem: this.refused, complete: Boolean(this.#request), update: this.wanted })}
          <button class="button primary start" ?disabled=${!this.plan || this.busy}>${icon('import')}${t('start')}</button>
          ${unsavedNote(this.#draft)}
        </aside>
      </form>`;
  }

  #accountStep() {
    const options = this.accounts.map((account) => ({
      value: address(account),
      label: `${account.name} · ${account.customerId} (${account.key.name})`,
    }));
    return html`<div class="form">${selectField({
      name: 'account',
      label: t('account'),
      value: this.wanted.account,
      options: [{ value: '', label: t('choose') }, ...options],
      required: true,
      hint: t('accountHint'),
      onChange: (account) => this.#want({ account }),
    })}</div>`;
  }

  #spreadsheetStep() {
    const wrong = violations(this.refused);
    return html`<div class="form">
      ${textField({
        name: 'spreadsheet',
        label: t('spreadsheetAddress'),
        value: this.wanted.spreadsheet,
        required: true,
        maxLength: 500,
        placeholder: 'https://docs.google.com/spreadsheets/d/…',
        hint: t('spreadsheetHint'),
        error: wrong.spreadsheet ?? (this.wanted.spreadsheet && !spreadsheetId(this.wanted.spreadsheet) ? t('notASpreadsheet') : undefined),
        onInput: (spreadsheet) => this.#want({ spreadsheet }),
      })}
      <db-service-account></db-service-account>
      <div role="status">${this.#room()}</div>
      ${textField({
        name: 'template',
        label: t('templateAddress'),
        value: this.wanted.template,
        maxLength: 500,
        placeholder: 'https://docs.google.com/spreadsheets/d/…',
        hint: t('templateHint'),
        error: wrong.template ?? (this.wanted.template && !spreadsheetId(this.wanted.template) ? t('notASpreadsheet') : undefined),
        onInput: (template) => this.#want({ template }),
      })}
    </div>`;
  }

  #room() {
    if (!spreadsheetId(this.wanted.spreadsheet)) {
      return nothing;
    }
    if (!this.cells) {
      return html`<p class="small quiet">${t('looking')}</p>`;
    }
    const { problem, free, limit, title, timeZone } = this.cells;
    return problem
      ? html`<div class="banner ${problem.status === 503 ? 'warn' : 'bad'}">${icon('alert')}<div><p><strong>${problem.title}</strong></p><p>${problem.message}</p></div>
        <button class="button" type="button" @click=${() => this.#lookAtSpreadsheet()}>${t('checkAgain')}</button></div>`
      : html`<p class="small room">${icon('check', 16)}${title ? html`<strong>${title}</strong>` : nothing} ${t('roomLeft', { free: number(free), limit: number(limit) })}</p>
        ${timeZone && timeZone !== SEOUL ? html`<p class="small" role="note">${t('otherTimeZone', { timeZone })}</p>` : nothing}`;
  }

  #daysStep() {
    const wrong = violations(this.refused);
    const daysField = (name, label, hint) => textField({
      name,
      label,
      hint,
      type: 'number',
      min: 1,
      max: 180,
      required: true,
      value: this.wanted[name],
      error: wrong[name] ?? (days(this.wanted[name]) ? undefined : t('daysRange')),
      onInput: (value) => this.#want({ [name]: value }),
    });
    return html`<div class="form">
      ${daysField('historyDays', t('historyDays'), t('historyDaysHint'))}
      ${checkField({ name: 'scheduleEnabled', label: t('everyMorning'), checked: this.wanted.scheduleEnabled, hint: t('everyMorningHint'), onChange: (scheduleEnabled) => this.#want({ scheduleEnabled }) })}
      ${daysField('updateDays', t('updateDays'), t('updateDaysHint'))}
    </div>`;
  }

  #submit = async (event) => {
    event.preventDefault();
    const request = this.#request;
    if (!request || this.busy) {
      return;
    }
    if (!this.wanted.requestKey) {
      this.#draft.set('requestKey', crypto.randomUUID());
    }
    this.busy = true;
    try {
      const accepted = await api.post('/api/raw-data', request, { 'Idempotency-Key': this.wanted.requestKey });
      this.#draft.discard();
      go(`/imports/${accepted.id}`);
    } catch (failed) {
      this.refused = failed;
    } finally {
      this.busy = false;
    }
  };
}

const address = ({ key, customerId }) => `${key.id}/${customerId}`;

const days = (text) => Number.isInteger(Number(text)) && Number(text) >= 1 && Number(text) <= 180;

const step = (index, title, content) => html`
  <li class="card step">
    <h2><span class="step-number" aria-hidden="true">${index}</span>${title}</h2>
    ${content}
  </li>`;

customElements.define('db-new-import-page', NewImportPage);
