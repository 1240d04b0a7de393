import { html, nothing } from 'lit';
import { dictionary, language } from '../words/words.js';
import { checkField, selectField, textField, violations } from './fields.js';
import { View } from './view.js';
import words from './shop-settings-words.js';

const t = dictionary(words);

const TRIGGERS = ['CREATED', 'PAID', 'FULFILLED', 'DELIVERED'];
const LANGUAGES = ['KO', 'EN'];

/** Where one begins; a mail a week after shipping, at ten in the morning. */
export const defaultSettings = () => ({
  sender: { name: '', address: '', replyTo: null },
  language: language().toUpperCase(),
  trigger: 'FULFILLED',
  delayDays: 7,
  sendTime: '10:00',
  timeZone: 'Asia/Seoul',
  caps: { mailsPer30Days: 2, daysBetween: 7, oldestOrderDays: 60, onlyWithConsent: false },
  reminderDays: null,
  reviewLink: null,
});

/**
 * The fields of a shop's settings, to be put into a form. What is typed belongs to the draft of the page around it; nothing of it is kept here.
 *
 * - draft: its value, at `path` or as a whole, is the settings
 * - settings: that value, so that a change of it is shown
 * - problem: what the service found wrong
 */
class ShopSettings extends View {
  static properties = { draft: { attribute: false }, path: {}, settings: { attribute: false }, problem: { attribute: false } };

  #set(values, within = '') {
    for (const [name, value] of Object.entries(values)) {
      this.draft.set([this.path, within, name].filter(Boolean).join('.'), value);
    }
  }

  #sender(values) {
    this.#set(values, 'sender');
  }

  #caps(values) {
    this.#set(values, 'caps');
  }

  render() {
    this.wrong = violations(this.problem);
    return html`${this.#from()}${this.#timing()}${this.#limits()}${this.#reminder()}`;
  }

  #from() {
    const { sender, language: chosen, reviewLink } = this.settings;
    return section('sender', html`
      ${this.#text('name', sender.name, (name) => this.#sender({ name }), { required: true, maxLength: 100, hint: t('nameHint') })}
      ${this.#text('address', sender.address, (address) => this.#sender({ address }), { required: true, type: 'email', maxLength: 254 })}
      ${this.#text('replyTo', sender.replyTo, (replyTo) => this.#sender({ replyTo: replyTo || null }), { type: 'email', maxLength: 254, hint: t('replyToHint') })}
      ${this.#select('language', chosen, LANGUAGES.map((value) => ({ value, label: t(`language_${value}`) })), { hint: t('languageHint') })}
      ${this.#text('reviewLink', reviewLink, (link) => this.#set({ reviewLink: link || null }), { type: 'url', maxLength: 500, hint: t('reviewLinkHint'), placeholder: 'https://' })}`);
  }

  #timing() {
    const { trigger, delayDays, sendTime, timeZone } = this.settings;
    return section('timing', html`
      ${this.#select('trigger', trigger, TRIGGERS.map((value) => ({ value, label: t(`trigger_${value}`) })))}
      ${this.#number('delayDays', delayDays, (days) => this.#set({ delayDays: days }), 0, 90)}
      ${this.#text('sendTime', sendTime?.slice(0, 5), (at) => this.#set({ sendTime: at || null }), { type: 'time', hint: t('sendTimeHint') })}
      ${this.#select('timeZone', timeZone, zones(timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') })))}`);
  }

  #limits() {
    const { caps } = this.settings;
    return section('limits', html`
      ${this.#number('mailsPer30Days', caps.mailsPer30Days, (count) => this.#caps({ mailsPer30Days: count }), 1, 30)}
      ${this.#number('daysBetween', caps.daysBetween, (days) => this.#caps({ daysBetween: days }), 0, 90)}
      ${this.#number('oldestOrderDays', caps.oldestOrderDays, (days) => this.#caps({ oldestOrderDays: days }), 1, 730, t('oldestHint'))}
      ${checkField({
        label: t('onlyWithConsent'),
        name: 'onlyWithConsent',
        checked: caps.onlyWithConsent,
        hint: t('consentHint'),
        onChange: (onlyWithConsent) => this.#caps({ onlyWithConsent }),
      })}`);
  }

  #reminder() {
    const { reminderDays } = this.settings;
    return section('reminder', html`
      ${checkField({
        label: t('withReminder'),
        name: 'withReminder',
        checked: reminderDays !== null,
        hint: t('reminderHint'),
        onChange: (wanted) => this.#set({ reminderDays: wanted ? 14 : null }),
      })}
      ${reminderDays === null ? nothing : this.#number('reminderDays', reminderDays, (days) => this.#set({ reminderDays: days }), 1, 90)}`);
  }

  #text(name, value, onInput, options = {}) {
    return textField({ label: t(name), name, value, onInput, error: this.wrong[name], ...options });
  }

  #number(name, value, onInput, min, max, hint) {
    return textField({
      label: t(name), name, value, min, max, hint, type: 'number', required: true, error: this.wrong[name], onInput: (text) => onInput(text === '' ? null : Number(text)),
    });
  }

  #select(name, value, options, more = {}) {
    return selectField({ label: t(name), name, value, options, error: this.wrong[name], onChange: (chosen) => this.#set({ [name]: chosen }), ...more });
  }
}

const section = (name, fields) => html`
  <fieldset class="section">
    <legend>${t(name)}</legend>
    <div class="fields">${fields}</div>
  </fieldset>`;

/** What a field is called, by its path in the settings. */
export const settingLabel = (path) => {
  const name = path.split('.').pop();
  return t(name === 'reminderDays' ? 'reminder' : name);
};

/** All zones that the browser knows, and the one in use. */
function zones(current) {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(current) ? known : [current, ...known];
}

customElements.define('db-shop-settings', ShopSettings);
