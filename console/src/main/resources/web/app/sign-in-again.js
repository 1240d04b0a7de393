// A session that ends asks for signing in again over the page as it is: in a window of its own, so that nothing on the page is lost.
import { html } from 'lit';
import { dialog } from '../parts/dialogs.js';
import { dictionary } from '../words/words.js';
import { api, signedOut } from './api.js';
import { session } from './session.js';

/** A page that only a signed-in person reaches, and that closes itself. */
const RETURN = '/signed-in-again';
const RELOADED = 'daybreak.signed-out-at';

const channel = new BroadcastChannel('daybreak.session');

const t = dictionary({
  en: {
    signIn: 'Sign in',
    text: 'Your session has ended. Sign in in a new window; what is on this page stays as it is.',
    title: 'Sign in again',
  },
  ko: {
    signIn: '로그인',
    text: '로그인 시간이 끝났습니다. 새 창에서 로그인해 주세요. 이 페이지의 내용은 그대로 있습니다.',
    title: '다시 로그인해 주세요',
  },
});

/** Ends the dialog that is open. */
let end;

signedOut.addEventListener('signed-out', () => (session() ? ask() : reloadOnce()));
channel.addEventListener('message', () => end && look());
document.addEventListener('visibilitychange', () => end && document.visibilityState === 'visible' && look());

export const isReturn = () => location.pathname === RETURN;

export function tellReturn() {
  channel.postMessage('signed-in');
  window.close();
}

function ask() {
  if (end) {
    return;
  }
  dialog((close) => {
    end = close;
    return html`
      <h2 id="dialog-title">${t('title')}</h2>
      <p>${t('text')}</p>
      <div class="buttons"><button class="button primary" @click=${() => window.open(RETURN, '_blank', 'popup,width=520,height=680')}>${t('signIn')}</button></div>`;
  }, { stays: true }).then(() => (end = undefined));
}

/** Whether the session is there again; drafts are another person's business for anybody else. */
async function look() {
  try {
    const person = await api.get('/session');
    if (person.subject === session()?.subject) {
      end?.();
    } else {
      location.reload();
    }
  } catch {
    // Not yet: the dialog stays.
  }
}

/** Nothing was shown yet. Pages send people to sign in, so the page is loaded again; once, lest it goes round in circles. */
function reloadOnce() {
  const last = Number(sessionStorage.getItem(RELOADED));
  if (Date.now() - last > 20_000) {
    sessionStorage.setItem(RELOADED, String(Date.now()));
    location.reload();
  }
}
