import { html, nothing } from 'lit';
import { isBeside } from '../parts/dialogs.js';
import { icon } from '../parts/icon.js';
import { View } from '../parts/view.js';
import { dictionary } from '../words/words.js';
import { pagesWith, sources, sourceTitle } from './palette-sources.js';

const t = dictionary({
  en: {
    field: 'Find a page, import, order …',
    help: 'Keys',
    helpClose: 'Close what is open',
    helpFind: 'Find pages and things',
    helpHelp: 'Show this',
    helpLists: 'Next or previous row of a list',
    helpOpen: 'Open it',
    hint: '↑ ↓ to choose, Enter to open, Escape to close',
    none: 'Nothing found.',
    open: 'Find',
    unavailable: 'not available at the moment',
    waiting: 'searching …',
  },
  ko: {
    field: '페이지, 가져오기, 주문 찾기…',
    help: '단축키',
    helpClose: '열린 것 닫기',
    helpFind: '페이지와 항목 찾기',
    helpHelp: '이 목록 보기',
    helpLists: '목록의 다음 행, 이전 행',
    helpOpen: '열기',
    hint: '↑ ↓로 고르고 Enter로 엽니다. Escape로 닫습니다.',
    none: '찾은 것이 없습니다.',
    open: '찾기',
    unavailable: '지금은 찾을 수 없습니다',
    waiting: '찾는 중…',
  },
});

/** Milliseconds without a key until the services are asked. */
const PAUSE = 250;

const KEYS = [['Ctrl K / ⌘ K', 'helpFind'], ['j / k', 'helpLists'], ['Enter', 'helpOpen'], ['Escape', 'helpClose'], ['?', 'helpHelp']];

const isTyping = (element) => element instanceof Element && Boolean(element.closest('input, textarea, select, [contenteditable]'));

/** One field that finds pages, actions and things; and the keys of the console. */
class Palette extends View {
  static properties = { text: { state: true }, found: { state: true }, chosen: { state: true } };

  #timer;
  #asked;

  constructor() {
    super();
    this.text = '';
    this.found = {};
    this.chosen = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
    this.#stop();
  }

  get #dialog() {
    return this.querySelector('.palette');
  }

  get #hits() {
    return [pagesWith(this.text), ...sources().map(({ name }) => this.found[name]?.hits ?? [])].flat();
  }

  render() {
    let index = 0;
    const groups = [{ name: 'pages', hits: pagesWith(this.text) }, ...(this.text ? sources().map(({ name }) => ({ name, ...this.found[name] })) : [])];
    const empty = groups.every(({ hits, state }) => !state && !hits?.length);
    return html`
      <button class="button" type="button" @click=${this.#open}>${icon('search', 18)}${t('open')}<kbd class="quiet small" aria-hidden="true">Ctrl K</kbd></button>
      <dialog class="dialog palette" aria-label=${t('open')} @pointerdown=${(event) => isBeside(event) && this.#dialog.close()} @close=${() => this.#stop()}>
        <input type="text" role="combobox" aria-expanded="true" aria-controls="palette-hits" aria-activedescendant=${this.#hits.length ? `palette-${this.chosen}` : nothing}
          aria-label=${t('field')} placeholder=${t('field')} maxlength="200" autocomplete="off" .value=${this.text} @input=${this.#typed} @keydown=${this.#choose}>
        <div id="palette-hits" role="listbox" aria-label=${t('open')}>
          ${groups.map(({ name, hits = [], state }) => (hits.length === 0 ? nothing : html`
            <div role="group" aria-label=${sourceTitle(name)}>
              <p class="small quiet" role="presentation">${sourceTitle(name)}</p>
              ${hits.map((hit) => this.#hit(hit, index++))}
            </div>`))}
        </div>
        <p class="small quiet" role="status">
          ${groups.filter(({ state }) => state).map(({ name, state }) => html`<span>${sourceTitle(name)}: ${t(state)}</span><br>`)}${empty ? t('none') : nothing}
        </p>
        <p class="small quiet">${t('hint')}</p>
      </dialog>
      <dialog class="dialog keys" aria-label=${t('help')} @pointerdown=${(event) => isBeside(event) && event.currentTarget.close()}>
        <h2 tabindex="-1" autofocus>${t('help')}</h2>
        <dl class="facts">${KEYS.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(words)}</dd></div>`)}</dl>
      </dialog>`;
  }

  #hit(hit, index) {
    return html`<a id="palette-${index}" role="option" tabindex="-1" aria-selected=${String(index === this.chosen)} href=${hit.href} @click=${() => this.#dialog.close()}>
      ${hit.label}${hit.sub ? html` <span class="small">${hit.sub}</span>` : nothing}</a>`;
  }

  #open = () => {
    if (!this.#dialog.open && !document.querySelector('dialog[open]')) {
      this.chosen = 0;
      this.#dialog.showModal();
      this.querySelector('.palette input').select();
    }
  };

  #typed = (event) => {
    this.text = event.target.value;
    this.chosen = 0;
    this.found = {};
    this.#stop();
    if (this.text.trim()) {
      this.#timer = setTimeout(() => this.#ask(this.text.trim()), PAUSE);
    }
  };

  #stop() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  #ask(text) {
    const asked = new AbortController();
    this.#asked = asked;
    const tell = (name, told) => {
      if (!asked.signal.aborted) {
        this.found = { ...this.found, [name]: told };
      }
    };
    for (const { name, find } of sources()) {
      tell(name, { state: 'waiting' });
      find(text, asked.signal).then((hits) => tell(name, { hits }), () => tell(name, { state: 'unavailable' }));
    }
  }

  #choose = (event) => {
    const hits = this.#hits;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || hits.length === 0) {
      return;
    }
    if (step) {
      event.preventDefault();
      this.chosen = (this.chosen + step + hits.length) % hits.length;
      this.updateComplete.then(() => this.querySelector(`#palette-${this.chosen}`)?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.querySelector(`#palette-${this.chosen}`)?.click();
    }
  };

  #key = (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.#open();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && !document.querySelector('dialog[open]')) {
      this.#single(event);
    }
  };

  #single(event) {
    if (event.key === '?') {
      event.preventDefault();
      this.querySelector('.keys').showModal();
    } else if (event.key === 'j' || event.key === 'k') {
      const rows = [...document.querySelectorAll('main .table tbody tr')].map((row) => row.querySelector('a[href], button')).filter(Boolean);
      const here = rows.findIndex((link) => link.closest('tr') === document.activeElement?.closest?.('tr'));
      rows[event.key === 'j' ? Math.min(here + 1, rows.length - 1) : Math.max(here - 1, 0)]?.focus();
    }
  }
}

customElements.define('db-palette', Palette);
