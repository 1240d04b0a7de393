import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { query, setQuery } from '../app/router.js';
import { t } from '../words/words.js';
import { number } from './format.js';
import { icon } from './icon.js';
import { emptyState, problemBanner } from './pieces.js';
import { View } from './view.js';

/** After so many milliseconds without an answer it is said that it takes long. */
const SLOW = 3000;

/**
 * A list that the service pages: rows come a page at a time, and the page's number is in the address.
 *
 * - label: what the table lists, for screen readers
 * - columns: [{ heading, cell: (row) => template, end: numbers to the right, actions: what can be done with the row, always in sight, lead: the row's name, which heads its card on a phone }]
 * - load: (page, signal) => Promise<{ items, page, size, total }>; page counts from 0
 * - rowKey: (row) => what tells it from all others; its id, unless told otherwise
 * - group: (row) => { key, heading: template }; rows of the same key stand next to each other below their heading
 * - filters: any value; another one starts again at the first page
 * - filtered: whether filters leave anything out, which makes "nothing" mean something else
 * - empty: template for when there is nothing at all
 *
 * reload() reads the page again without a flicker, unless an answer is still to come: that is waited for, however often it is called.
 * change(row => row or a new one) replaces rows in place; has(id) tells whether one is shown.
 */
class PagedTable extends View {
  static properties = {
    label: {},
    columns: { attribute: false },
    load: { attribute: false },
    rowKey: { attribute: false },
    group: { attribute: false },
    filters: { attribute: false, hasChanged: (now, before) => JSON.stringify(now) !== JSON.stringify(before) },
    filtered: { type: Boolean },
    empty: { attribute: false },
    found: { state: true },
    problem: { state: true },
    turning: { state: true },
    slow: { state: true },
  };

  #page = Math.max(0, Number(query().page ?? 1) - 1) || 0;
  #asked;

  /** Ends with the answer that is still to come. */
  #answer;

  /** Whether the rows shown are those of other filters. */
  #stale = false;

  willUpdate(changed) {
    if (changed.has('filters')) {
      if (changed.get('filters') !== undefined) {
        this.#stale = true;
        this.#turn(0);
      } else {
        this.#ask();
      }
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asked?.abort();
    this.#answer = undefined;
  }

  get rows() {
    return this.found?.items ?? [];
  }

  reload() {
    return this.#answer ?? this.#ask();
  }

  has(id) {
    return this.rows.some((row) => row.id === id);
  }

  /** Only another page or other filters make an answer that is still to come useless. */
  #ask() {
    this.#asked?.abort();
    const answer = this.#read().finally(() => {
      if (this.#answer === answer) {
        this.#answer = undefined;
      }
    });
    this.#answer = answer;
    return answer;
  }

  async #read() {
    const asked = new AbortController();
    this.#asked = asked;
    this.slow = false;
    const timer = setTimeout(() => (this.slow = true), SLOW);
    asked.signal.addEventListener('abort', () => clearTimeout(timer));
    try {
      const found = await this.load(this.#page, asked.signal);
      if (asked.signal.aborted) {
        return;
      }
      this.found = found;
      this.problem = undefined;
      this.#stale = false;
    } catch (failure) {
      if (asked.signal.aborted) {
        return;
      }
      this.problem = failure;
      if (this.#stale) {
        this.found = undefined;
      }
    }
    clearTimeout(timer);
    this.slow = false;
    this.turning = false;
  }

  /** Replaces rows that are shown: `into` gets each and returns it, or what it has become. */
  change(into) {
    if (this.found) {
      this.found = { ...this.found, items: this.found.items.map(into) };
    }
  }

  render() {
    if (this.problem && !this.found) {
      return problemBanner(this.problem, () => this.reload());
    }
    if (this.found && this.found.total === 0) {
      return html`<div class="table-frame">${this.filtered
        ? emptyState({ title: t('nothingFound'), text: t('nothingFoundText') })
        : this.empty ?? emptyState({ title: t('nothingFound') })}</div>`;
    }
    if (this.found && this.rows.length === 0) {
      return html`<div class="table-frame">${emptyState({
        title: t('pageBeyond'),
        text: t('pageBeyondText'),
        action: html`<button class="button" @click=${() => this.#turn(0)}>${t('firstPage')}</button>`,
      })}</div>`;
    }
    return html`
      ${problemBanner(this.problem, () => this.reload())}
      <div class="table-frame">
        <div class="table-scroll">
          <table class="table" aria-label=${this.label} aria-busy=${String(Boolean(this.turning))}>
            <thead><tr>${this.columns.map(({ heading, end, actions }) => html`<th scope="col" class="${end ? 'end' : ''} ${actions ? 'actions' : ''}">${heading}</th>`)}</tr></thead>
            <tbody>${this.found ? repeat(this.rows, this.rowKey ?? ((row) => row.id ?? JSON.stringify(row)), (row, index) => html`${this.#heading(row, index)}${this.#row(row)}`) : this.#skeleton()}</tbody>
          </table>
        </div>
        ${this.found ? this.#pager() : html`<div class="pager"><span role="status">${t(this.slow ? 'slow' : 'loading')}</span></div>`}
      </div>`;
  }

  #heading(row, index) {
    const group = this.group?.(row);
    const before = this.rows[index - 1];
    return !group || (before && this.group(before).key === group.key) ? nothing : html`
      <tr class="group"><th scope="rowgroup" colspan=${this.columns.length}>${group.heading}</th></tr>`;
  }

  #row(row) {
    return html`<tr>${this.columns.map(({ heading, cell, end, lead, actions }) => html`
      <td class="${end ? 'end' : ''} ${lead ? 'lead' : ''} ${actions ? 'actions' : ''}" data-label=${heading}>${cell(row)}</td>`)}</tr>`;
  }

  #skeleton() {
    return Array.from({ length: 6 }, () => html`<tr aria-hidden="true">${this.columns.map(() => html`<td><span class="skeleton"></span></td>`)}</tr>`);
  }

  #pager() {
    const { page, size, total } = this.found;
    const from = page * size + 1;
    const to = Math.min(total, from + this.rows.length - 1);
    const last = Math.max(0, Math.ceil(total / size) - 1);
    return html`
      <nav class="pager" aria-label=${this.label}>
        <span role="status">${this.slow && this.turning ? t('slow') : nothing} ${t('range', { from: number(from), to: number(to), total: number(total) })} <span class="zone">${t('zone')}</span></span>
        ${last === 0 ? nothing : html`
          <button class="button square" aria-label=${t('previousPage')} ?disabled=${page === 0} @click=${() => this.#turn(page - 1)}>${icon('previous')}</button>
          <button class="button square" aria-label=${t('nextPage')} ?disabled=${page >= last} @click=${() => this.#turn(page + 1)}>${icon('next')}</button>`}
      </nav>`;
  }

  #turn(page) {
    this.#page = page;
    this.turning = true;
    setQuery({ page: page === 0 ? null : page + 1 });
    this.#ask();
  }
}

customElements.define('db-paged-table', PagedTable);
