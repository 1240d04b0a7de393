import { html, nothing } from 'lit';
import { duration, number } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { problemBanner } from '../../parts/pieces.js';
import { t } from './words.js';

/** What an import will cost, and whether the spreadsheet has room for it. */
export const planCard = ({ plan, cells, problem, complete }) => html`
  <section class="card" aria-live="polite">
    <h2>${t('plan')}</h2>
    ${problem ? problemBanner(problem) : plan ? planned(plan, cells) : html`<p class="quiet">${complete ? t('planning') : t('planNeeds')}</p>`}
  </section>`;

const planned = (plan, cells) => html`
  <dl class="plan-facts">
    ${fact(t('planSeconds'), duration(plan.seconds), 'large')}
    ${plan.waitSeconds > 0 ? fact(t('planWait'), duration(plan.waitSeconds)) : nothing}
    ${fact(t('planDays'), number(plan.days))}
    ${fact(t('planCalls'), number(plan.calls))}
    ${fact(t('planRows'), t('about', { count: number(plan.estimatedRows) }))}
    ${fact(t('planCells'), t('about', { count: number(plan.cells) }))}
    ${cells?.free === undefined ? nothing : fact(t('cellsLeft'), number(cells.free))}
  </dl>
  <p class="small quiet">${t(`basis_${plan.rowsBasis}`)}</p>
  ${cells?.free !== undefined && cells.free < plan.cells
    ? html`<div class="banner warn">${icon('alert')}<div>${t('tooFewCells')}</div></div>`
    : nothing}`;

const fact = (name, value, size = '') => html`<div class=${size}><dt>${name}</dt><dd>${value}</dd></div>`;
