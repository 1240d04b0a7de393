import { html, nothing, render } from 'lit';
import { t } from '../words/words.js';

/**
 * Shows a dialog and resolves to what closed it. `content` is a function of `close`, so that buttons inside can end it with a value.
 * Escape and a click beside it end it with undefined; a click beside a form does not, for what is typed in it, and one that `stays` ends by neither.
 */
export function dialog(content, { wide = false, stays = false } = {}) {
  const element = document.createElement('dialog');
  element.className = wide ? 'dialog wide' : 'dialog';
  element.setAttribute('aria-labelledby', 'dialog-title');
  document.body.append(element);
  return new Promise((resolve) => {
    let outcome;
    const close = (value) => {
      outcome = value;
      element.close();
    };
    element.addEventListener('pointerdown', (event) => isBeside(event) && !stays && !element.querySelector('form') && close());
    element.addEventListener('cancel', (event) => stays && event.preventDefault());
    element.addEventListener('close', () => {
      element.remove();
      resolve(outcome);
    });
    render(content(close), element);
    element.showModal();
  });
}

/** Whether a dialog was missed: the backdrop counts as part of it. */
export function isBeside({ target, currentTarget, clientX, clientY }) {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom);
}

/** Asks before something is done; resolves to whether it shall be. */
export const confirm = async ({ title, text, action, danger = false }) =>
  (await dialog((close) => html`
    <h2 id="dialog-title">${title}</h2>
    ${text ? html`<p>${text}</p>` : nothing}
    <div class="buttons">
      <button class="button" @click=${() => close(false)}>${t('cancel')}</button>
      <button class="button ${danger ? 'danger' : 'primary'}" @click=${() => close(true)}>${action}</button>
    </div>`)) === true;
