import { html } from 'lit';
import { api } from '../../app/api.js';
import { Draft } from '../../app/draft.js';
import { thingTitle } from '../../app/title.js';
import { query, setQuery } from '../../app/router.js';
import { conflictPanel, unsavedNote } from '../../parts/draft-pieces.js';
import { notify } from '../../parts/notice.js';
import { choice, pageHeader, problemBanner } from '../../parts/pieces.js';
import { shopState } from '../../parts/shop-state.js';
import { settingLabel } from '../../parts/shop-settings.js';
import { View } from '../../parts/view.js';
import './mail-text.js';
import './shop-access.js';
import './shop-pause.js';
import { t } from './words.js';

const PARTS = ['settings', 'words', 'access'];

/** One shop: whether its mails go out, when and from whom, what they say, and how Shopify and it know each other. */
class ShopPage extends View {
  static properties = { params: { attribute: false }, part: { state: true }, shop: { state: true }, problem: { state: true }, busy: { state: true } };

  #draft = new Draft(this);

  constructor() {
    super();
    const { part } = query();
    this.part = PARTS.includes(part) ? part : PARTS[0];
  }

  get #path() {
    return `/api/shops/${this.params.domain}`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.#take(await api.get(this.#path));
      this.problem = undefined;
    } catch (failure) {
      this.problem = failure;
    }
  }

  /** What is typed stays, laid over what the service has now. */
  #take(shop) {
    this.shop = shop;
    thingTitle(shop.domain);
    this.#draft.load(`shop/${shop.domain}/settings`, shop.settings);
  }

  #show(part) {
    this.part = part;
    this.problem = undefined;
    setQuery({ part: part === PARTS[0] ? null : part });
  }

  render() {
    return html`
      ${pageHeader({
        title: this.params.domain,
        lead: this.shop ? shopState(this.shop) : '',
        back: { href: '/shops', label: t('shops') },
        actions: html`<a class="button" href="/orders?shop=${this.params.domain}">${t('toOrders')}</a><a class="button" href="/review-mails?shop=${this.params.domain}">${t('toMails')}</a>`,
      })}
      ${this.shop ? this.#content() : problemBanner(this.problem, () => this.#load())}`;
  }

  #content() {
    return html`
      <div class="stack">
        <db-shop-pause .shop=${this.shop} @changed=${() => this.#load()}></db-shop-pause>
        <div>${choice({
          label: t('parts'),
          chosen: this.part,
          onChoose: (part) => this.#show(part),
          options: PARTS.map((value) => ({ value, label: t(`part_${value}`) })),
        })}</div>
        ${this.#chosen()}
      </div>`;
  }

  #chosen() {
    if (this.part === 'words') {
      return html`<db-mail-text .domain=${this.shop.domain}></db-mail-text>`;
    }
    return this.part === 'access'
      ? html`<db-shop-access .shop=${this.shop} @changed=${(event) => this.#take(event.detail)}></db-shop-access>`
      : this.#settings();
  }

  #settings() {
    return html`
      <form class="card stack" @submit=${this.#save}>
        <db-shop-settings .draft=${this.#draft} .settings=${this.#draft.value} .problem=${this.problem}></db-shop-settings>
        ${problemBanner(this.problem)}
        ${conflictPanel(this.#draft, settingLabel)}
        ${unsavedNote(this.#draft)}
        <div class="buttons"><button class="button primary" ?disabled=${this.busy || this.#draft.conflicts.length > 0}>${t('save')}</button></div>
      </form>`;
  }

  #save = async (event) => {
    event.preventDefault();
    const settings = this.#draft.value;
    this.busy = true;
    try {
      this.shop = await api.put(this.#path, { version: this.shop.version, settings });
      this.#draft.settle(this.shop.settings, settings);
      this.problem = undefined;
      notify(t('saved'));
    } catch (failure) {
      this.problem = failure;
      if (failure.name === 'changed-meanwhile') {
        await this.#readTheirs();
      }
    }
    this.busy = false;
  };

  /** Shown beside what is typed here; the sentence of the refusal stays. */
  async #readTheirs() {
    try {
      this.#take(await api.get(this.#path));
    } catch {
      // The refusal says what is wrong; saving again asks once more.
    }
  }
}

customElements.define('db-shop-page', ShopPage);
