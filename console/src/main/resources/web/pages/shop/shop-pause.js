import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { confirm, dialog } from '../../parts/dialogs.js';
import { number, time } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { reasonWords } from '../../parts/mail-reasons.js';
import { problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

/** How many waiting mails are shown before it is decided about all of them. */
const SHOWN = 50;

/** Whether a shop's mails go out. Who ends a pause looks at what waits, and says what becomes of it. Tells `changed`. */
class ShopPause extends View {
  static properties = { shop: { attribute: false }, waiting: { state: true }, problem: { state: true } };

  get #path() {
    return `/api/shops/${this.shop.domain}`;
  }

  willUpdate(changed) {
    if (changed.has('shop')) {
      this.#count();
    }
  }

  async #count() {
    await this.#attempt(async () => {
      this.waiting = this.shop.pausedAt ? (await api.get(`${this.#path}/backlog`, { size: 1 })).total : undefined;
    });
  }

  render() {
    const { pausedAt } = this.shop;
    return html`
      ${problemBanner(this.problem)}
      <div class="banner ${pausedAt ? 'warn' : 'good'}">
        ${icon(pausedAt ? 'info' : 'check')}
        <div>
          <p><strong>${t(pausedAt ? 'paused' : 'running')}</strong></p>
          <p>${pausedAt
            ? html`${t('pausedSince')} ${time(pausedAt)}${this.waiting === undefined ? nothing : html` · ${t('waiting', { count: number(this.waiting) })}`}`
            : t('runningText')}</p>
        </div>
        <button class="button" @click=${() => (pausedAt ? this.#resume() : this.#pause())}>${t(pausedAt ? 'resume' : 'pause')}</button>
      </div>`;
  }

  async #pause() {
    if (await confirm({ title: t('pauseTitle'), text: t('pauseText'), action: t('pause') })) {
      await this.#change(() => api.post(`${this.#path}/pause`));
    }
  }

  async #resume() {
    const backlog = await this.#attempt(() => api.get(`${this.#path}/backlog`, { size: SHOWN }));
    if (!backlog) {
      return;
    }
    const decision = await dialog(backlogDialog(backlog), { wide: backlog.total > 0 });
    if (decision) {
      await this.#change(() => api.post(`${this.#path}/resume`, decision === 'NOTHING' ? {} : { backlog: decision }));
    }
  }

  async #change(action) {
    if (await this.#attempt(action)) {
      this.dispatchEvent(new CustomEvent('changed'));
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

/** What waits, and the decision about it; `close` gets SEND, DROP, or NOTHING where nothing waits. */
const backlogDialog = ({ items, total }) => (close) => html`
  <h2 id="dialog-title">${t(total === 0 ? 'resumeTitle' : 'backlogTitle', { count: number(total) })}</h2>
  <p>${t(total === 0 ? 'resumeText' : 'backlogText')}</p>
  ${total === 0 ? nothing : backlogTable(items, total)}
  <div class="buttons">
    <button class="button" @click=${() => close()}>${t('cancel')}</button>
    ${total === 0
      ? html`<button class="button primary" @click=${() => close('NOTHING')}>${t('resumeNow')}</button>`
      : html`
        <button class="button danger" @click=${() => close('DROP')}>${t('drop')}</button>
        <button class="button primary" @click=${() => close('SEND')}>${t('send')}</button>`}
  </div>`;

const backlogTable = (items, total) => html`
  <div class="table-frame backlog" tabindex="0" role="region" aria-label=${t('backlogTable')}>
    <table class="table">
      <thead><tr><th scope="col">${t('order')}</th><th scope="col">${t('outcome')}</th></tr></thead>
      <tbody>${items.map(({ orderName, wouldBeSkipped }) => html`
        <tr>
          <td class="lead" data-label=${t('order')}>${orderName}</td>
          <td data-label=${t('outcome')}>${wouldBeSkipped ? html`<span class="quiet">${reasonWords(wouldBeSkipped)}</span>` : t('wouldBeSent')}</td>
        </tr>`)}
      </tbody>
    </table>
  </div>
  ${total > items.length ? html`<p class="small quiet">${t('more', { count: number(total - items.length) })}</p>` : nothing}`;

customElements.define('db-shop-pause', ShopPause);
