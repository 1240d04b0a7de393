import { html, nothing } from 'lit';
import { number, time } from '../../parts/format.js';
import { badge, note, progressBar } from '../../parts/pieces.js';
import { language } from '../../words/words.js';
import { t } from './words.js';

const TONES = { RUNNING: 'busy', DONE: 'good', FAILED: 'bad' };

export const importState = ({ state }) => badge(TONES[state] ?? 'calm', t(`state_${state}`));

export const badRowsLink = (run, words) => html`<a href="/api/orders/imports/${run.id}/bad-rows?language=${language()}" download="bad-rows.csv">${words}</a>`;

/** Reasons come from the service in both languages. */
const told = ({ reason, reasonKorean }) => (language() === 'ko' && reasonKorean ? reasonKorean : reason);

/** How far an import is, and what came of it. */
export const importResult = (run) => html`
  <section class="card stack" aria-label=${t('result')}>
    <div>
      <h2>${run.shop} ${importState(run)}</h2>
      <p class="quiet">${t('started')} ${time(run.startedAt, { seconds: true })}</p>
    </div>
    ${run.state === 'RUNNING' ? html`<div class="wide-progress" aria-live="polite">${progressBar(run.progress, t('progress'))}</div>` : nothing}
    ${run.state === 'FAILED' ? note('bad', told(run)) : nothing}
    ${run.state === 'DONE' ? note(run.rowsBad ? 'warn' : 'good', t(run.rowsBad ? 'doneWithBadRows' : 'done')) : nothing}
    <dl class="facts counts">
      ${run.encoding ? html`<div><dt>${t('readAs')}</dt><dd>${run.encoding}, ${t(`separator_${run.separator}`)}</dd></div>` : nothing}
      ${count(t('rowsRead'), run.rowsRead)}
      ${count(t('ordersNew'), run.ordersNew)}
      ${count(t('ordersUpdated'), run.ordersUpdated)}
      ${count(t('ordersUnchanged'), run.ordersUnchanged)}
      ${count(t('rowsBad'), run.rowsBad)}
    </dl>
    ${run.rowsBad ? badRows(run) : nothing}
  </section>`;

const count = (name, value) => html`<div><dt>${name}</dt><dd>${number(value)}</dd></div>`;

const badRows = (run) => html`
  <div>
    <div class="heading">
      <h3>${t('badRows')}</h3>
      ${run.state === 'RUNNING' ? nothing : badRowsLink(run, t('download'))}
    </div>
    <p class="small quiet">${t('badRowsText')}</p>
    <div class="table-frame backlog" tabindex="0" role="region" aria-label=${t('badRows')}>
      <table class="table">
        <thead><tr><th scope="col" class="end">${t('line')}</th><th scope="col">${t('column')}</th><th scope="col">${t('problem')}</th></tr></thead>
        <tbody>${run.badRows.map((row) => html`
          <tr>
            <td class="end" data-label=${t('line')}>${number(row.line)}</td>
            <td data-label=${t('column')}>${row.column}</td>
            <td data-label=${t('problem')}>${told(row)}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
    ${run.rowsBad > run.badRows.length ? html`<p class="small quiet">${t('more', { shown: number(run.badRows.length), total: number(run.rowsBad) })}</p>` : nothing}
  </div>`;
