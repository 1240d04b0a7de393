import { t } from '../words/words.js';
import { textField } from './fields.js';
import { View } from './view.js';

/** Text to search for: tells `search` (detail: the text) once typing has paused. */
class SearchField extends View {
  static properties = { label: {}, value: {}, hint: {} };

  #timer;

  render() {
    return textField({
      label: this.label ?? t('search'),
      name: 'search',
      type: 'search',
      value: this.value,
      placeholder: this.hint,
      maxLength: 200,
      wide: true,
      onInput: this.#typed,
    });
  }

  #typed = (text) => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dispatchEvent(new CustomEvent('search', { detail: text.trim() })), 300);
  };
}

customElements.define('db-search-field', SearchField);
