import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { day } from '../../parts/format.js';
import { pageHeader, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { summary } from './batch.js';
import { t } from './words.js';

/** The batch of one morning, key by key. */
class BatchPage extends View {
  static properties = { params: {}, batch: { state: true }, problem: { state: true } };

  #live = new Live(this, { poll: () => (this.batch?.endedAt ? undefined : this.#read()) });

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  async #read() {
    try {
      this.batch = await api.get(`/api/batches/${this.params.date}`);
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  render() {
    return html`
      ${pageHeader({ title: `${t('one')}, ${day(this.params.date)}`, back: { href: '/batches', label: t('title') } })}
      ${problemBanner(this.problem, () => this.#read())}
      ${this.batch ? html`<section class="card" aria-label=${t('one')}>${summary(this.batch)}</section>` : nothing}`;
  }
}

customElements.define('db-batch-page', BatchPage);
