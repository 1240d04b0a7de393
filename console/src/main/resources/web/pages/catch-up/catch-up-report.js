import { html, nothing } from 'lit';
import { number, time } from '../../parts/format.js';
import { reasonWords } from '../../parts/mail-reasons.js';
import '../../parts/paged-table.js';
import { note } from '../../parts/pieces.js';
import { shopName } from '../../parts/shops.js';
import { t } from './words.js';

/** What a catch-up found, or did. */
export const catchUpReport = (report) => html`
  <section class="card stack" aria-label=${t('result')}>
    ${verdict(report)}
    <dl class="facts counts">
      ${count(t('looked'), report.looked)}
      ${count(t(report.dryRun ? 'wouldBePlanned' : 'planned'), report.planned)}
      ${count(t('notYet'), report.notYet, t('notYetText'))}
      ${count(t('skipped'), total(report.skipped))}
      ${count(t('unclear'), report.unclear, report.unclear ? html`<a href="/review-mails?state=UNCLEAR">${t('decide')}</a>` : nothing)}
    </dl>
    ${total(report.skipped) ? reasons(report.skipped) : nothing}
  </section>
  ${report.mails.length ? mails(report) : nothing}`;

function verdict({ dryRun, planned }) {
  if (planned === 0) {
    return note('good', t('nothingMissing'));
  }
  return dryRun ? note('warn', t('found', { count: number(planned) })) : note('good', html`${t('done', { count: number(planned) })} <a href="/review-mails?state=SCHEDULED">${t('toMails')}</a>`);
}

const total = (skipped) => Object.values(skipped).reduce((sum, value) => sum + value, 0);

const count = (name, value, hint = nothing) => html`<div><dt>${name}</dt><dd>${number(value)}</dd><dd class="small quiet hint">${hint}</dd></div>`;

const reasons = (skipped) => html`
  <div>
    <h2>${t('whySkipped')}</h2>
    <ul>${Object.entries(skipped).sort(([, a], [, b]) => b - a).map(([code, value]) => html`<li>${number(value)} × ${reasonWords(code)}</li>`)}</ul>
  </div>`;

/** The report holds the first few hundred; they are turned over here. */
const mails = ({ mails: listed, planned, dryRun }) => html`
  <section>
    <h2>${t(dryRun ? 'mailsToPlan' : 'mailsPlanned')}</h2>
    ${planned > listed.length ? html`<p class="small quiet">${t('first', { count: number(listed.length), total: number(planned) })}</p>` : nothing}
    <db-paged-table
      .label=${t('mailsToPlan')}
      .columns=${columns()}
      .load=${(page) => Promise.resolve({ items: listed.slice(page * 20, page * 20 + 20), page, size: 20, total: listed.length })}
      .filters=${{ dryRun, first: listed[0], length: listed.length }}
    ></db-paged-table>
  </section>`;

const columns = () => [
  { heading: t('order'), lead: true, cell: ({ orderName, orderId }) => html`<a href="/orders?q=${orderId}">${orderName}</a>` },
  { heading: t('shop'), cell: ({ shop }) => shopName(shop) },
  { heading: t('before'), cell: ({ before }) => html`<span class="quiet">${before ? reasonWords(before) : t('neverPlanned')}</span>` },
  { heading: t('due'), cell: ({ dueAt }) => time(dueAt) },
];
