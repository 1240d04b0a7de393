// Asks before a page is left on which something is typed and not saved.
import { html } from 'lit';
import { dialog } from '../parts/dialogs.js';
import { dictionary } from '../words/words.js';
import { discardAll, unsaved } from './draft.js';

const t = dictionary({
  en: {
    discard: 'Discard and leave',
    leave: 'Leave',
    stay: 'Stay',
    text: 'In this tab your changes are kept until you come back; secrets are not.',
    title: 'Leave without saving?',
  },
  ko: {
    discard: '버리고 나가기',
    leave: '나가기',
    stay: '머무르기',
    text: '변경 내용은 이 탭에 남아 있어 돌아오면 이어서 할 수 있습니다. 비밀 값은 남지 않습니다.',
    title: '저장하지 않고 나갈까요?',
  },
});

/** Resolves to whether the page may be left. */
export async function mayLeave() {
  if (!unsaved()) {
    return true;
  }
  const decision = await dialog((close) => html`
    <h2 id="dialog-title">${t('title')}</h2>
    <p>${t('text')}</p>
    <div class="buttons">
      <button class="button primary" @click=${() => close('stay')}>${t('stay')}</button>
      <button class="button" @click=${() => close('leave')}>${t('leave')}</button>
      <button class="button danger" @click=${() => close('discard')}>${t('discard')}</button>
    </div>`);
  if (decision === 'discard') {
    discardAll();
  }
  return decision === 'leave' || decision === 'discard';
}
