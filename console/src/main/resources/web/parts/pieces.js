// The pieces that have no state of their own: functions that return templates.
import { html, nothing } from 'lit';
import { violationText } from '../words/violations.js';
import { t } from '../words/words.js';
import { percent } from './format.js';
import { icon } from './icon.js';

/** The head of a page. `actions` and `lead` may be templates; `back` is { href, label }. */
export const pageHeader = ({ title, lead, actions, back }) => html`
  <header class="page-header">
    ${back ? html`<a class="back" href=${back.href}>← ${back.label}</a>` : nothing}
    <div>
      <h1 tabindex="-1">${title}</h1>
      ${lead ? html`<p>${lead}</p>` : nothing}
    </div>
    ${actions ? html`<div class="buttons">${actions}</div>` : nothing}
  </header>`;

/** A state in words; the tone is good, bad, warn, busy or calm. */
export const badge = (tone, label) => html`<span class="badge ${tone}">${label}</span>`;

/** How far something is, from 0 to 1. */
export const progressBar = (share, label, tone = '') => html`
  <span class="progress ${tone}"><progress max="1" .value=${share} aria-label=${label}></progress><span>${percent(share)}</span></span>`;

/** What is wrong and what to do, where it happened; `retry` is called by its button. */
export const problemBanner = (problem, retry) => problem
  ? html`
    <div class="banner bad" role="alert">
      ${icon('alert')}
      <div>
        ${problem.title ? html`<p><strong>${problem.title}</strong></p>` : nothing}
        <p>${problem.message}</p>
        ${problem.violations?.length
          ? html`<ul>${problem.violations.map((violation) => html`<li>${violation.field ? html`<code>${violation.field}</code> ` : nothing}${violationText(violation)}</li>`)}</ul>`
          : nothing}
      </div>
      ${retry ? html`<button class="button" @click=${retry}>${t('retry')}</button>` : nothing}
    </div>`
  : nothing;

/** Something to know; the tone is as a badge's. */
export const note = (tone, text) => html`<div class="banner ${tone}">${icon(tone === 'good' ? 'check' : 'info')}<div>${text}</div></div>`;

/** What to do first, where there is nothing yet. */
export const emptyState = ({ icon: name = 'inbox', title, text, action }) => html`
  <div class="empty">${icon(name, 40)}<h2>${title}</h2>${text ? html`<p>${text}</p>` : nothing}${action ?? nothing}</div>`;

/** Whether a page is told of changes, or asks. */
export const liveMark = (live) => html`<span class="live" data-mode=${live.mode}>${live.mode === 'live' ? t('live') : t('polling')}</span>`;

/** A few options next to each other, one of them chosen. */
export const choice = ({ label, options, chosen, onChoose }) => html`
  <div class="choice" role="group" aria-label=${label}>
    ${options.map(({ value, label: words, icon: name, lang }) => html`
      <button type="button" lang=${lang ?? nothing} aria-pressed=${String(value === chosen)} @click=${() => onChoose(value)}>
        ${name ? icon(name, 16) : nothing}${words}
      </button>`)}
  </div>`;
