import { html, nothing } from 'lit';
import { api, withQuery } from '../../app/api.js';
import { confirm } from '../../parts/dialogs.js';
import { textField } from '../../parts/fields.js';
import { number } from '../../parts/format.js';
import { pageHeader, problemBanner } from '../../parts/pieces.js';
import { Shops } from '../../parts/shops.js';
import { View } from '../../parts/view.js';
import { catchUpReport } from './catch-up-report.js';
import { t } from './words.js';

/** All orders of a scope are gone through in one call, in milliseconds. */
const PATIENCE = 600_000;

const MONTH = 30 * 86_400_000;

/** Finds the mails that should have gone out and did not: looks first, and plans them only after that. */
class CatchUpPage extends View {
  static properties = { scope: { state: true }, report: { state: true }, busy: { state: true }, problem: { state: true } };

  #shops = new Shops(this);

  constructor() {
    super();
    this.scope = { since: seoulDay(Date.now() - MONTH), shop: '' };
  }

  #change(values) {
    this.scope = { ...this.scope, ...values };
    this.report = this.problem = undefined;
  }

  render() {
    const { since, shop } = this.scope;
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead'), back: { href: '/review-mails', label: t('mails') } })}
      <div class="stack">
        <form class="card" @submit=${this.#look}>
          <div class="filters">
            ${textField({ label: t('since'), name: 'since', type: 'date', required: true, value: since, max: seoulDay(Date.now()), onInput: (day) => this.#change({ since: day }) })}
            ${this.#shops.field({ value: shop, onChange: (chosen) => this.#change({ shop: chosen }) })}
            <button class="button ${this.report ? '' : 'primary'}" ?disabled=${Boolean(this.busy)}>${t(this.busy === 'looking' ? 'looking' : 'look')}</button>
          </div>
          <p class="small quiet">${t('lookText')}</p>
        </form>
        ${problemBanner(this.problem)}
        <div aria-live="polite">${this.report ? this.#found() : nothing}</div>
      </div>`;
  }

  #found() {
    const { dryRun, planned } = this.report;
    return html`
      <div class="stack">
        ${catchUpReport(this.report)}
        ${dryRun && planned > 0
          ? html`<div class="buttons"><button class="button primary" ?disabled=${Boolean(this.busy)} @click=${() => this.#plan()}>${t(this.busy ? 'planning' : 'plan', { count: number(planned) })}</button></div>`
          : nothing}
      </div>`;
  }

  #look = (event) => {
    event.preventDefault();
    return this.#run(true);
  };

  async #plan() {
    const { planned } = this.report;
    if (await confirm({ title: t('planTitle', { count: number(planned) }), text: t('planText'), action: t('plan', { count: number(planned) }) })) {
      await this.#run(false);
    }
  }

  async #run(dryRun) {
    this.busy = dryRun ? 'looking' : 'planning';
    this.problem = undefined;
    try {
      this.report = await api.post(withQuery('/api/review-mails/catch-up', { ...this.scope, dryRun }), undefined, {}, PATIENCE);
    } catch (failure) {
      this.problem = failure;
      this.report = undefined;
    }
    this.busy = undefined;
  }
}

/** The day it is in Seoul at a moment, as a field for dates takes it. */
const seoulDay = (moment) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(moment);

customElements.define('db-catch-up-page', CatchUpPage);
