import { html } from 'lit';

/** Leads to a set's tab where Google's id of it is known, else to its spreadsheet. */
export const tabAddress = ({ spreadsheetId, tabId }) =>
  `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit${tabId === null || tabId === undefined ? '' : `#gid=${tabId}`}`;

export const tabLink = (set, label, newWindow) =>
  html`<a href=${tabAddress(set)} target="_blank" rel="noopener">${label} ↗<span class="visually-hidden"> ${set.title} (${newWindow})</span></a>`;
