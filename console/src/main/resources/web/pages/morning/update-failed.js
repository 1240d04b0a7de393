import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { confirm } from '../../parts/dialogs.js';
import { number } from '../../parts/format.js';
import { t } from './words.js';

const PAGE = 200;

/** So many names a plan and a result show. */
const NAMED = 10;

export const nameOf = (set) => `${set.accountName} · ${set.title}`;

/** The sets that have failed now, whatever the list shows. */
async function failedOf(day) {
  const failed = new Map();
  for (let page = 0; ; page++) {
    const { sets } = await api.get('/api/morning', { day, state: 'FAILED', page, size: PAGE });
    sets.items.forEach((set) => failed.set(set.id, set));
    if ((page + 1) * PAGE >= sets.total) {
      return [...failed.values()];
    }
  }
}

/**
 * Shows what would be updated, asks, and then asks for each update once; what a service refuses or does not answer is told, and not asked again.
 *
 * @param {(results: {set: object, problem?: Error}[], count: number) => void} onProgress
 */
export async function updateFailed(day, onProgress) {
  const failed = await failedOf(day);
  if (failed.length === 0 || !(await confirm(plan(failed)))) {
    return failed.length;
  }
  const results = [];
  onProgress([], failed.length);
  for (const set of failed) {
    const problem = await api.post(`/api/raw-data/${set.id}/update`).then(() => undefined, (failure) => failure);
    results.push({ set, problem });
    onProgress([...results], failed.length);
  }
  return failed.length;
}

const plan = (failed) => ({
  title: t('updateTitle', { count: number(failed.length) }),
  text: html`${t('updateLead')}<br>${failed.slice(0, NAMED).map((set) => html`<br>${nameOf(set)}`)}
    ${failed.length > NAMED ? html`<br>${t('updateMore', { count: number(failed.length - NAMED) })}` : nothing}`,
  action: t('updateAll'),
});
