import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { go, query } from '../../app/router.js';
import { checkField, selectField, textField, violations } from '../../parts/fields.js';
import { number } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { columns, formatChoice } from './formats.js';
import './imports.css';
import { planCard } from './plan.js';
import { spreadsheetId } from './spreadsheet.js';
import { t } from './words.js';

const PAUSE = 400;

/** A new import in steps, with what it will cost before the button. */
class NewImportPage extends View {
  static properties = {
    params: {},
    accounts: { state: true },
    formats: { state: true },
    wanted: { state: true },
    cells: { state: true },
    plan: { state: true },
    problem: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  #timer;
  /** The same request is one import, however often it is sent. */
  #requestKey = crypto.randomUUID();

  constructor() {
    super();
    this.wanted = { account: query().account ?? '', format: 'NSA_GTD', spreadsheet: '', template: '', historyDays: 30, updateDays: 7, scheduleEnabled: true };
    this.#read();
  }

  async #read() {
    try {
      const [keys, formats] = await Promise.all([api.get('/api/api-keys'), api.get('/api/raw-data/formats')]);
      const lists = await Promise.all(keys.map(({ id }) => api.get(`/api/api-keys/${id}/ad-accounts`)));
      this.formats = formats;
      this.accounts = keys.flatMap((key, index) => lists[index].map((account) => ({ ...account, key })));
      const known = this.accounts.map(address);
      if (!known.includes(this.wanted.account)) {
        this.#want({ account: known.length === 1 ? known[0] : '' });
      }
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  /** The request; undefined while something is missing. */
  get #request() {
    const { account, spreadsheet, template, ...rest } = this.wanted;
    const [apiKeyId, customerId] = account.split('/');
    if (!apiKeyId || !spreadsheetId(spreadsheet) || !days(rest.historyDays) || !days(rest.updateDays)) {
      return undefined;
    }
    return { ...rest, apiKeyId, customerId, spreadsheet, template: template || null, historyDays: Number(rest.historyDays), updateDays: Number(rest.updateDays) };
  }

  #want(values) {
    const before = spreadsheetId(this.wanted.spreadsheet);
    this.wanted = { ...this.wanted, ...values };
    this.plan = this.refused = undefined;
    this.#requestKey = crypto.randomUUID();
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
    const [plan, refused] = await api.post('/api/raw-data/plan', request).then((made) => [made], (failed) => [undefined, failed]);
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
    const { problem, free, limit } = this.cells;
    return problem
      ? html`<div class="banner ${problem.status === 503 ? 'warn' : 'bad'}">${icon('alert')}<div><p>${roomProblem(problem)}</p></div></div>`
      : html`<p class="small room">${icon('check', 16)}${t('roomLeft', { free: number(free), limit: number(limit) })}</p>`;
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
    this.busy = true;
    try {
      const accepted = await api.post('/api/raw-data', request, { 'Idempotency-Key': this.#requestKey });
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

/** Google's refusals in the person's language; the address to share with stands in the service's sentence. */
function roomProblem(problem) {
  const account = /[\w.+-]+@[\w.-]+\w/.exec(problem.message)?.[0];
  if (problem.name === 'spreadsheet-not-shared' && account) {
    return html`${t('notShared')} <code>${account}</code>`;
  }
  return problem.name === 'spreadsheet-not-found' ? t('notFoundSpreadsheet') : problem.message;
}

customElements.define('db-new-import-page', NewImportPage);
