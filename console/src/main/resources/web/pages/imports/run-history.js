import { html, nothing } from 'lit';
import { isOperator } from '../../app/session.js';
import { day, duration, number, time } from '../../parts/format.js';
import { failureWords, templateTrouble } from './failure.js';
import { stateBadge } from './run-state.js';
import { t } from './words.js';

/** The runs of a set, newest first and that one open; each with its log as a timeline. */
export const runHistory = (runs, more) => html`
  <div class="runs">${runs.items.map((run, index) => html`
    <details class="run" ?open=${index === 0}>
      <summary>
        <span class="run-name">${t(`kind_${run.kind}`)} <span class="small quiet">${t(`trigger_${run.trigger}`)}</span></span>
        ${stateBadge(run.name)}
        <span class="run-when">${time(run.queuedAt)}</span>
      </summary>
      <p class="small quiet">${facts(run)}</p>
      ${gap('missingDays', run.missingDays)}${gap('doubtfulDays', run.doubtfulDays)}
      ${run.templateTrouble ? templateTrouble(run.templateTrouble) : nothing}
      <ol class="timeline">${run.log.map((entry, at) => line(run, entry, run.log[at - 1]))}</ol>
    </details>`)}
  </div>
  ${runs.total > runs.items.length
    ? html`<button class="button" @click=${more}>${t('moreRuns', { count: number(runs.total - runs.items.length) })}</button>`
    : nothing}`;

function facts(run) {
  const parts = [t('days', { from: day(run.firstDay), to: day(run.lastDay) }), t('rows', { count: number(run.rowsWritten) })];
  if (run.endedAt) {
    parts.push(t('took', { time: duration((new Date(run.endedAt) - new Date(run.queuedAt)) / 1000) }));
  }
  if (run.tabRows !== null && run.tabRows !== undefined) {
    parts.push(t('tabRows', { count: number(run.tabRows) }));
  }
  return parts.join(' · ');
}

/** Days that a run had to leave out. */
const gap = (words, days) => days?.length
  ? html`<p class="small" role="note">${t(words, { days: days.map((one) => day(one)).join(', ') })}</p>`
  : nothing;

/** An entry of the log; the same state once more is a step within it. Notes name machines, which only operators want to know. */
const line = (run, entry, before) => html`
  <li class=${entry.name === 'FAILED' ? 'bad' : entry.name === 'SUCCESS' ? 'good' : ''}>
    <div><strong>${before?.code === entry.code ? t('claimed') : t(`state_${entry.name}`)}</strong> ${time(entry.at, { seconds: true })}</div>
    ${entry.name === 'FAILED'
      ? html`<p>${failureWords(run)}</p><p class="small quiet" lang="en">${run.failureReason}</p>`
      : entry.note && isOperator() ? html`<p class="small quiet" lang="en">${entry.note}</p>` : nothing}
  </li>`;
