import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { icon } from '../../parts/icon.js';
import { badge, pageHeader, problemBanner } from '../../parts/pieces.js';
import { SERVICES, serviceName } from '../../parts/services.js';
import { View } from '../../parts/view.js';
import { language } from '../../words/words.js';
import { t } from './words.js';

const TONES = { OK: 'good', WARNING: 'warn', WRONG: 'bad' };
const WORST_FIRST = ['WRONG', 'WARNING', 'OK'];

/** What each service finds outside of it. One service that does not answer hides nothing of the others. */
class DoctorPage extends View {
  static properties = { found: { state: true }, problems: { state: true } };

  constructor() {
    super();
    this.#look();
  }

  async #look() {
    this.found = undefined;
    this.problems = [];
    const answers = await Promise.allSettled(SERVICES.map((service) => api.get(`/api/doctor/${service}`)));
    this.problems = answers.flatMap(({ reason }, index) => (reason ? [{ service: SERVICES[index], problem: reason }] : []));
    this.found = answers
      .flatMap(({ value }, index) => (value ?? []).map((one) => ({ ...one, service: SERVICES[index] })))
      .sort((one, other) => WORST_FIRST.indexOf(one.verdict) - WORST_FIRST.indexOf(other.verdict));
  }

  render() {
    const again = html`<button class="button" ?disabled=${!this.found} @click=${() => this.#look()}>${icon('refresh')}${t('again')}</button>`;
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead'), actions: again })}
      <div class="stack">
        ${this.problems.map(({ service, problem }) => problemBanner({ message: `${serviceName(service)}: ${problem.message}`, violations: [] }))}
        ${this.found ? this.#table() : html`<p class="quiet" role="status">${t('looking')}</p>`}
      </div>`;
  }

  #table() {
    return this.found.length
      ? html`<div class="table-frame">
        <table class="table">
          <thead><tr>${['what', 'service', 'state', 'found'].map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>
          <tbody>${this.found.map((one) => html`
            <tr>
              <td class="lead" data-label=${t('what')}>${name(one)}</td>
              <td data-label=${t('service')}>${serviceName(one.service)}</td>
              <td data-label=${t('state')}>${badge(TONES[one.verdict], t(`verdict_${one.verdict}`))}</td>
              <td data-label=${t('found')}><span class="small">${language() === 'ko' ? one.korean : one.english}</span></td>
            </tr>`)}</tbody>
        </table>
      </div>`
      : nothing;
  }
}

/** A check that these words do not know yet is called by its own name. */
const name = ({ check }) => {
  const words = t(`check_${check}`);
  return words === `check_${check}` ? check : words;
};

customElements.define('db-doctor-page', DoctorPage);
