import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { dialog } from '../../parts/dialogs.js';
import { time } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { notify } from '../../parts/notice.js';
import { badge, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { failureWords } from '../imports/failure.js';
import { useChart } from './use.js';
import { t } from './words.js';

const MINUTES = 15;

/** A key with its ad accounts, what NAVER says to it, and what was made of its allowance. */
class ApiKey extends View {
  static properties = {
    apiKey: {},
    opened: { type: Boolean },
    accounts: { state: true },
    use: { state: true },
    tests: { state: true },
    problem: { state: true },
  };

  #live = new Live(this, { poll: () => this.opened && this.#readUse(), every: 10_000 });

  constructor() {
    super();
    this.tests = {};
  }

  get #address() {
    return `/api/api-keys/${this.apiKey.id}`;
  }

  willUpdate(changed) {
    if (changed.has('opened') && this.opened && !this.accounts) {
      this.#read();
    }
  }

  /** Shows what the key reaches, and asks NAVER about each of it. */
  async readAndTest() {
    this.opened = true;
    await this.#read();
    await Promise.all((this.accounts ?? []).map(({ customerId }) => this.#test(customerId)));
  }

  async #read() {
    try {
      this.accounts = await api.get(`${this.#address}/ad-accounts`);
      this.problem = undefined;
      await this.#readUse();
    } catch (failed) {
      this.problem = failed;
    }
  }

  async #readUse() {
    this.use = await api.get(`${this.#address}/use`, { minutes: MINUTES });
  }

  render() {
    const { name, createdAt } = this.apiKey;
    return html`
      <details class="card api-key" ?open=${this.opened} @toggle=${(event) => (this.opened = event.target.open)}>
        <summary><h2>${icon('key')}${name}</h2><span class="small quiet">${t('since')} ${time(createdAt)}</span></summary>
        ${this.problem ? problemBanner(this.problem, () => this.#read()) : nothing}
        ${this.accounts ? this.#content() : html`<p class="quiet" role="status">${t('loading')}</p>`}
      </details>`;
  }

  #content() {
    return html`
      <div class="api-key-columns">
        <section>
          <h3>${t('accounts')}</h3>
          ${this.accounts.length === 0 ? html`<p class="quiet">${t('noAccounts')}</p>` : html`
            <ul class="accounts">${this.accounts.map((account) => this.#account(account))}</ul>`}
          <div class="buttons">
            <button class="button" @click=${this.#addAccount}>${icon('plus')}${t('addAccount')}</button>
            <button class="button" @click=${this.#rotate}>${icon('refresh')}${t('rotate')}</button>
          </div>
        </section>
        <section>
          <h3>${t('use', { minutes: MINUTES })}</h3>
          ${this.use ? useChart(this.use) : html`<p class="quiet">${t('loading')}</p>`}
        </section>
      </div>`;
  }

  #account({ customerId, name }) {
    const test = this.tests[customerId];
    return html`
      <li>
        <span class="account-name"><strong>${name}</strong><span class="small quiet">${customerId}</span></span>
        <span class="buttons">
          <button class="button" ?disabled=${test === 'asking'} @click=${() => this.#test(customerId)}>${test === 'asking' ? t('asking') : t('test')}</button>
          <a class="button" href="/imports/new?account=${encodeURIComponent(`${this.apiKey.id}/${customerId}`)}">${t('import')}</a>
        </span>
        <div class="account-test" role="status">${verdict(test)}</div>
      </li>`;
  }

  async #test(customerId) {
    this.tests = { ...this.tests, [customerId]: 'asking' };
    const answer = await api.ask(`${this.#address}/ad-accounts/${customerId}/test`).catch((problem) => ({ problem }));
    this.tests = { ...this.tests, [customerId]: answer };
    this.#readUse().catch(() => undefined);
  }

  #addAccount = async () => {
    if (await dialog((close) => html`<db-new-account .address=${this.#address} .close=${close}></db-new-account>`)) {
      notify(t('accountAdded'));
      this.#read();
    }
  };

  #rotate = async () => {
    if (await dialog((close) => html`<db-rotate-key .address=${this.#address} .close=${close}></db-rotate-key>`)) {
      notify(t('rotated'));
      this.readAndTest();
    }
  };
}

/** What NAVER said, in words. */
function verdict(test) {
  if (!test || test === 'asking') {
    return nothing;
  }
  if (test.problem) {
    return html`<span class="small">${test.problem.message}</span>`;
  }
  return test.works
    ? badge('good', t('works'))
    : html`${badge('bad', t('worksNot'))} <span class="small">${why(test)}</span>`;
}

/** Two failures have words of their own here, where there is no import to start again. */
function why({ failureCode, reason }) {
  const words = t(`test_${failureCode}`);
  return words === `test_${failureCode}` ? failureWords({ failureCode, failureReason: reason }) : words;
}

customElements.define('db-api-key', ApiKey);
