import { LitElement } from 'lit';
import { onLanguage } from '../words/words.js';

/**
 * Base of pages and parts. They render into the document itself, so that the styles of design/ hold everywhere and labels reach across parts,
 * and again when the language changes.
 */
export class View extends LitElement {
  #silence;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#silence = onLanguage(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#silence();
  }
}
