import { html, nothing } from 'lit';
import { duration, number, time } from '../../parts/format.js';
import { badge, progressBar } from '../../parts/pieces.js';
import './batches.css';
import { t } from './words.js';

/** The date now in Korea, which a batch is called by. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date());

const done = ({ succeeded, failed }) => succeeded + failed;

export function batchState(batch) {
  if (batch.runsQueued === 0) {
    return badge('calm', t('nothingToDo'));
  }
  if (!batch.endedAt && batch.keys.length > 0) {
    return isLate(batch) ? badge('warn', t('late')) : badge('busy', t('running'));
  }
  return batch.failed > 0 ? badge('bad', t('withFailures')) : badge('good', t('done'));
}

const isLate = ({ expectedEnd, endedAt }) => !endedAt && expectedEnd && new Date(expectedEnd) < new Date();

/** The end as it was planned at the start. */
export const planned = (moment) => (moment ? time(moment) : html`<span class="quiet">–</span>`);

/** What a batch planned and what became of it. */
export function summary(batch) {
  const runs = batch.keys.reduce((sum, key) => sum + key.runs, 0);
  return html`
    <div class="stack">
      <div>${batchState(batch)}</div>
      ${runs && !batch.endedAt ? progressBar(done(batch) / runs, t('progress')) : nothing}
      <dl class="facts">
        ${fact(t('startedAt'), html`${time(batch.startedAt)} <span class="sub">${batch.startedBy === 'schedule' ? t('bySchedule') : batch.startedBy}</span>`)}
        ${fact(t('runs'), number(batch.runsQueued))}
        ${fact(t('skipped'), number(batch.setsSkipped))}
        ${fact(t('expectedEnd'), planned(batch.expectedEnd))}
        ${fact(t('endedAt'), batch.endedAt ? html`${time(batch.endedAt)} ${difference(batch)}` : html`<span class="quiet">–</span>`)}
      </dl>
      ${batch.keys.length ? keys(batch.keys) : batch.runsQueued ? html`<p class="quiet">${t('noneOfYours')}</p>` : nothing}
    </div>`;
}

const keys = (rows) => html`
  <div class="table-scroll">
    <table class="table batch-keys">
      <thead><tr>
        ${['key', 'state'].map((name) => html`<th scope="col">${t(name)}</th>`)}
        ${['succeeded', 'plannedCalls', 'plannedRows'].map((name) => html`<th scope="col" class="end">${t(name)}</th>`)}
        ${['expectedEnd', 'endedAt'].map((name) => html`<th scope="col">${t(name)}</th>`)}
      </tr></thead>
      <tbody>${rows.map((key) => html`
        <tr>
          <td class="lead" data-label=${t('key')}><a href="/api-keys">${key.name}</a></td>
          <td data-label=${t('state')}>${keyState(key)}</td>
          <td class="end" data-label=${t('succeeded')}><span class="nowrap">${t('ofRuns', { done: number(key.succeeded), runs: number(key.runs) })}
            ${key.failed ? html`<span class="sub"><a href="/imports?state=FAILED">${t('failedRuns', { count: number(key.failed) })}</a></span>` : nothing}</span></td>
          <td class="end" data-label=${t('plannedCalls')}>${number(key.calls)}</td>
          <td class="end" data-label=${t('plannedRows')}>${number(key.rows)}</td>
          <td data-label=${t('expectedEnd')}>${time(key.expectedEnd)}</td>
          <td data-label=${t('endedAt')}>${key.endedAt ? html`<span>${time(key.endedAt)} ${difference(key)}</span>` : html`<span class="quiet">–</span>`}</td>
        </tr>`)}</tbody>
    </table>
  </div>`;

function keyState(key) {
  if (!key.endedAt) {
    return isLate(key) ? badge('warn', t('late')) : badge('busy', t('running'));
  }
  return key.failed > 0 ? badge('bad', t('withFailures')) : badge('good', t('done'));
}

/** How much sooner or later than planned. */
function difference({ expectedEnd, endedAt }) {
  if (!expectedEnd) {
    return nothing;
  }
  const seconds = (new Date(endedAt) - new Date(expectedEnd)) / 1000;
  return html`<span class="sub">${t(seconds > 0 ? 'later' : 'sooner', { time: duration(Math.abs(seconds)) })}</span>`;
}

const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
