import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { number, time } from '../../parts/format.js';
import { badge, emptyState, pageHeader, problemBanner } from '../../parts/pieces.js';
import { SERVICES, serviceName } from '../../parts/services.js';
import { View } from '../../parts/view.js';
import { language } from '../../words/words.js';
import { t } from './words.js';

/** What fires in each service, and what is over. One service that does not answer hides nothing of the others. */
class AlertsPage extends View {
  static properties = { alerts: { state: true }, problems: { state: true } };

  #live = new Live(this, { poll: () => this.#read(), every: 10_000 });

  constructor() {
    super();
    this.problems = [];
    this.#read();
  }

  async #read() {
    const answers = await Promise.allSettled(SERVICES.map((service) => api.get(`/api/alerts/${service}`)));
    this.problems = answers.flatMap(({ reason }, index) => (reason ? [{ service: SERVICES[index], problem: reason }] : []));
    this.alerts = answers.flatMap(({ value }, index) => (value ?? []).map((alert) => ({ ...alert, service: SERVICES[index] })));
  }

  render() {
    const firing = this.alerts?.filter(({ state }) => state === 'FIRING') ?? [];
    const over = this.alerts?.filter(({ state }) => state === 'RESOLVED') ?? [];
    return html`
      ${pageHeader({ title: t('title'), lead: t('lead') })}
      <div class="stack">
        ${this.problems.map(({ service, problem }) => problemBanner(
          { message: `${serviceName(service)}: ${problem.message}`, violations: [] },
          () => this.#read(),
        ))}
        ${this.alerts ? this.#firing(firing) : html`<p class="quiet" role="status">${t('loading')}</p>`}
        ${over.length ? this.#over(over) : nothing}
      </div>`;
  }

  #firing(alerts) {
    if (alerts.length === 0) {
      return this.problems.length ? nothing : html`<div class="card">${emptyState({ icon: 'check', title: t('calmTitle'), text: t('calmText') })}</div>`;
    }
    return html`<div class="cards">${alerts.map((alert) => html`
      <article class="card alert">
        <p>${badge('bad', t('firing'))} <span class="small quiet">${serviceName(alert.service)}</span></p>
        <h2>${name(alert)} <span class="quiet">${t('count', { count: number(alert.count) })}</span></h2>
        <p>${sentence(alert)}</p>
        <dl class="facts small">
          <div><dt>${t('since')}</dt><dd>${time(alert.since)}</dd></div>
          <div><dt>${t('toldAt')}</dt><dd>${alert.toldAt ? time(alert.toldAt) : t('neverTold')}</dd></div>
          ${alert.telling && alert.telling !== 'told' ? html`<div><dt>${t('telling')}</dt><dd>${t(`telling_${alert.telling}`)} ${alert.tellingReason ?? nothing}</dd></div>` : nothing}
        </dl>
      </article>`)}</div>`;
  }

  #over(alerts) {
    return html`
      <section>
        <h2>${t('overTitle')}</h2>
        <div class="table-frame">
          <table class="table">
            <thead><tr>${['rule', 'service', 'whatItWas', 'resolved'].map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>
            <tbody>${alerts.map((alert) => html`
              <tr>
                <td class="lead" data-label=${t('rule')}>${name(alert)}</td>
                <td data-label=${t('service')}>${serviceName(alert.service)}</td>
                <td data-label=${t('whatItWas')}><span class="small">${sentence(alert)}</span></td>
                <td data-label=${t('resolved')}>${time(alert.since)}</td>
              </tr>`)}</tbody>
          </table>
        </div>
      </section>`;
  }
}

/** A rule that these words do not know yet is called by its own name. */
const name = ({ rule }) => {
  const words = t(`rule_${rule}`);
  return words === `rule_${rule}` ? rule : words;
};

const sentence = ({ korean, english }) => (language() === 'ko' ? korean : english);

customElements.define('db-alerts-page', AlertsPage);
