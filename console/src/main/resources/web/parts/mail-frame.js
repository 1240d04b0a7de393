import { html, nothing } from 'lit';
import { dictionary } from '../words/words.js';
import { View } from './view.js';

const t = dictionary({
  en: { mail: 'The mail' },
  ko: { mail: '메일' },
});

/**
 * Shows a mail ({ subject, html }) in a document of its own: sandboxed, so nothing in it runs or leads anywhere.
 *
 * The document inherits the console's policy, under which styles written into HTML do not count. A mail has no others, so they are taken
 * out of the markup and given to its elements one by one, which a policy leaves to the page's own scripts.
 */
class MailFrame extends View {
  static properties = { mail: { attribute: false } };

  render() {
    if (!this.mail) {
      return nothing;
    }
    return html`
      <p class="mail-subject">${this.mail.subject}</p>
      <iframe class="mail-frame" sandbox="allow-same-origin" title=${t('mail')} .srcdoc=${harmless(this.mail.html)} @load=${dress}></iframe>`;
  }
}

/** What a person wrote is escaped in a mail's HTML, so only the layout's own attributes are met. */
const harmless = (markup) => markup.replaceAll(' style="', ' data-style="').replaceAll(' href="', ' data-href="');

function dress({ target: frame }) {
  const mail = frame.contentDocument;
  for (const element of mail.querySelectorAll('[data-style]')) {
    element.style.cssText = element.dataset.style;
  }
  frame.style.height = ''; // else a shorter mail would keep the height of a longer one
  frame.style.height = `${mail.documentElement.scrollHeight}px`;
}

customElements.define('db-mail-frame', MailFrame);
