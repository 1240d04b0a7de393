// Form controls with their label, a hint, and what is wrong with what was entered; all of them told to screen readers.
import { html, nothing } from 'lit';
import { violationText } from '../words/violations.js';

/**
 * One line of text: { label, name, value, onInput(text), hint, error, type, required, placeholder, autocomplete, wide, … }.
 * `name` is unique on the page; it ties hint and error to the control.
 */
export const textField = ({ type = 'text', ...options }) => field(options, html`
  <input id=${options.name} name=${options.name} type=${type} .value=${options.value ?? ''} ?required=${options.required} ?disabled=${options.disabled}
    min=${options.min ?? nothing} max=${options.max ?? nothing} maxlength=${options.maxLength ?? nothing} placeholder=${options.placeholder ?? nothing}
    autocomplete=${options.autocomplete ?? 'off'} aria-invalid=${options.error ? 'true' : nothing} aria-describedby=${describedBy(options)}
    @input=${(event) => options.onInput?.(event.target.value)}>`);

/** Several lines of text; as textField, and `rows`. */
export const textArea = (options) => field(options, html`
  <textarea id=${options.name} name=${options.name} rows=${options.rows ?? 4} .value=${options.value ?? ''} ?required=${options.required} maxlength=${options.maxLength ?? nothing}
    aria-invalid=${options.error ? 'true' : nothing} aria-describedby=${describedBy(options)} @input=${(event) => options.onInput?.(event.target.value)}></textarea>`);

/** One of a list: { label, name, value, options: [{ value, label }], onChange(value), hint, error }. */
export const selectField = (options) => field(options, html`
  <select id=${options.name} name=${options.name} ?required=${options.required} ?disabled=${options.disabled} aria-invalid=${options.error ? 'true' : nothing}
    aria-describedby=${describedBy(options)} @change=${(event) => options.onChange?.(event.target.value)}>
    ${options.options.map(({ value, label }) => html`<option value=${value} ?selected=${value === (options.value ?? '')}>${label}</option>`)}
  </select>`);

/** Yes or no: { label, name, checked, onChange(checked), hint }. */
export const checkField = (options) => html`
  <div class="check">
    <input id=${options.name} name=${options.name} type="checkbox" .checked=${Boolean(options.checked)} ?disabled=${options.disabled}
      aria-describedby=${describedBy(options)} @change=${(event) => options.onChange?.(event.target.checked)}>
    <label for=${options.name}>${options.label}</label>
    ${hint(options)}
  </div>`;

/** What a service found wrong, by the name of the field: violations(problem).customerId. */
export const violations = (problem) =>
  Object.fromEntries((problem?.violations ?? []).map((violation) => [String(violation.field).split('.').pop(), violationText(violation)]));

const field = (options, control) => html`
  <div class="field ${options.wide ? 'wide' : ''}">
    <label for=${options.name}>${options.label}</label>
    ${control}${hint(options)}${error(options)}
  </div>`;

const hint = ({ name, hint: words }) => (words ? html`<small id="${name}-hint">${words}</small>` : nothing);

const error = ({ name, error: words }) => (words ? html`<small id="${name}-error" class="error">${words}</small>` : nothing);

const describedBy = ({ name, hint: hints, error: errors }) =>
  [hints && `${name}-hint`, errors && `${name}-error`].filter(Boolean).join(' ') || nothing;
