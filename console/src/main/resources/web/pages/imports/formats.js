import { html } from 'lit';
import { t } from './words.js';

/** The formats as radio buttons, one card each. */
export const formatChoice = (formats, chosen, onChoose) => html`
  <fieldset class="formats">
    <legend class="visually-hidden">${t('format')}</legend>
    ${formats.map(({ name, columns: all }) => html`
      <label class="format ${name === chosen ? 'chosen' : ''}">
        <input type="radio" name="format" value=${name} .checked=${name === chosen} @change=${() => onChoose(name)}>
        <span><strong>${t(`format_${name}`)}</strong><span class="sub">${name} · ${t('columnCount', { count: all.length })}</span></span>
      </label>`)}
  </fieldset>`;

/** What each column of a format's tab holds. */
export const columns = (format) => html`
  <details class="format-columns" open>
    <summary>${t('columnsOf', { format: format.name })}</summary>
    <ol>${format.columns.map(({ about, header }) => html`
      <li><div><strong>${header}</strong><span class="small quiet">${t(isId(header) ? `column_${about}_ID` : `column_${about}`)}</span></div></li>`)}</ol>
  </details>`;

const isId = (header) => / id\)$/.test(header);
