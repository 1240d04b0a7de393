import { html, nothing } from 'lit';
import { choose, language, LANGUAGES, t } from '../words/words.js';
import { groups, pages } from '../pages/index.js';
import { isBeside } from '../parts/dialogs.js';
import { icon } from '../parts/icon.js';
import { number } from '../parts/format.js';
import { LetterCounts } from '../parts/letter-counts.js';
import { choice, pageHeader, problemBanner } from '../parts/pieces.js';
import { View } from '../parts/view.js';
import { unsaved } from './draft.js';
import { mayLeave } from './leave.js';
import { match, onNavigation } from './router.js';
import { allowed, isOperator, loadSession, session } from './session.js';
import { isReturn, tellReturn } from './sign-in-again.js';
import './palette.js';
import { forgetThing, pageTitle } from './title.js';
import { chooseTheme, theme, THEMES } from './theme.js';

/** The frame: who is signed in, where one can go, and the page of the address. */
class Shell extends View {
  static properties = { ready: { state: true }, problem: { state: true } };

  #element;
  #letters = new LetterCounts(this, () => this.ready && isOperator(), 60_000);
  #moved = false;

  constructor() {
    super();
    onNavigation(() => this.#navigated(), { unsaved, mayLeave });
    this.#start();
  }

  async #start() {
    try {
      await loadSession();
      if (isReturn()) {
        tellReturn();
      }
      this.ready = true;
      this.#letters.read();
      this.problem = undefined;
    } catch (failure) {
      this.problem = failure.status === 401 ? undefined : failure;
    }
  }

  get #drawer() {
    return this.querySelector('.drawer');
  }

  #navigated() {
    this.#drawer?.close();
    this.#element = undefined;
    forgetThing();
    this.#moved = true;
    this.requestUpdate();
  }

  render() {
    const found = match(pages, location.pathname);
    if (isReturn()) {
      return html`<main class="main" id="main">${this.ready ? pageHeader({ title: t('signedIn'), lead: t('signedInText') }) : problemBanner(this.problem, () => this.#start())}</main>`;
    }
    return html`
      <a class="skip" href="#main">${t('skip')}</a>
      <header class="bar">
        <button class="button plain square menu-button" aria-label=${t('openMenu')} @click=${() => this.#drawer.showModal()}>${icon('menu')}</button>
        <a class="brand" href="/"><img src="/static/sunrise.svg" alt="" width="28" height="28">Daybreak</a>
        ${this.ready ? html`<db-palette></db-palette>` : nothing}
        ${this.#preferences()}
      </header>
      <div class="frame">
        <div class="side">${this.#navigation(found)}</div>
        <main class="main" id="main" tabindex="-1">${this.#content(found)}</main>
      </div>
      <dialog class="drawer" aria-label=${t('navigation')} @pointerdown=${(event) => isBeside(event) && this.#drawer.close()}>
        <div class="drawer-head">
          <span class="brand">Daybreak</span>
          <button class="button plain square" aria-label=${t('closeMenu')} @click=${() => this.#drawer.close()}>${icon('close')}</button>
        </div>
        ${this.#navigation(found)}${this.#preferences()}
      </dialog>`;
  }

  #preferences() {
    const icons = { light: 'sun', system: 'system', dark: 'moon' };
    const person = session();
    const roles = person?.roles.map((role) => t(`role_${role}`)).join(', ');
    return html`
      <div class="preferences">
        ${choice({
          label: t('language'),
          chosen: language(),
          onChoose: choose,
          options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, label, lang: value })),
        })}
        ${choice({
          label: t('theme'),
          chosen: theme(),
          onChoose: (wanted) => {
            chooseTheme(wanted);
            this.requestUpdate();
          },
          options: THEMES.map((value) => ({
            value,
            label: html`<span class="visually-hidden">${t(`${value}Theme`)}</span>`,
            icon: icons[value],
          })),
        })}
        ${person
          ? html`
            <span class="person">
              <strong>${person.name}</strong>${roles === person.name ? nothing : html`<span class="small quiet">${roles}</span>`}
            </span>
            <a class="button" href="/sign-out">${t('signOut')}</a>`
          : nothing}
      </div>`;
  }

  #navigation(found) {
    const here = found?.page.within ?? found?.page.path ?? this.#first()?.page.path;
    const entries = pages.filter((page) => page.icon && allowed(page.roles));
    return html`
      <nav class="navigation" aria-label=${t('navigation')}>
        ${groups.map((group) => {
          const inGroup = entries.filter((page) => page.group === group);
          return inGroup.length === 0 ? nothing : html`
            <h2>${t(group)}</h2>
            <ul>${inGroup.map((page) => html`
              <li><a href=${page.path} aria-current=${page.path === here ? 'page' : nothing}>${icon(page.icon)}${page.title()}${page.path === '/dead-letters' && this.#letters.total > 0
                ? html` <span class="menu-count">${number(this.#letters.total)}</span>` : nothing}</a></li>`)}</ul>`;
        })}
      </nav>`;
  }

  #content(found) {
    if (!this.ready) {
      return problemBanner(this.problem, () => this.#start());
    }
    const known = found ?? this.#first();
    pageTitle(known?.page.title());
    if (!known) {
      return pageHeader({ title: t('notFound'), lead: t('notFoundText') });
    }
    return allowed(known.page.roles)
      ? this.#page(known)
      : pageHeader({ title: t('noAccess'), lead: t('noAccessText') });
  }

  /** The front page is the first page of one's role. */
  #first() {
    const page = pages.find((candidate) => candidate.icon && allowed(candidate.roles));
    return location.pathname === '/' && page ? { page, params: {} } : undefined;
  }

  /** One element for each visit; another language keeps it, with what is typed in it. */
  #page({ page, params }) {
    this.#element ??= Object.assign(document.createElement(page.element), { params });
    return this.#element;
  }

  /** Where one has gone to, reading goes on at its top. */
  updated() {
    if (this.#moved) {
      this.#moved = false;
      window.scrollTo(0, 0);
      this.querySelector('main').focus({ preventScroll: true });
    }
  }
}

customElements.define('db-shell', Shell);
