import { html, nothing } from 'lit';
import { dictionary } from '../words/words.js';
import { icon } from './icon.js';

const t = dictionary({
  en: {
    conflict: 'Somebody else has changed this meanwhile. What you typed is still here: choose for each field what shall hold, then save.',
    discard: 'Discard changes',
    empty: '(empty)',
    keepYours: 'Keep yours',
    no: 'no',
    takeTheirs: 'Take theirs',
    theirs: 'Theirs',
    unsaved: 'Not saved yet.',
    yes: 'yes',
    yours: 'Yours',
  },
  ko: {
    conflict: '그 사이에 다른 사람이 변경했습니다. 입력한 내용은 그대로 있으니 항목마다 남길 값을 선택한 뒤 저장해 주세요.',
    discard: '변경 취소',
    empty: '(비어 있음)',
    keepYours: '내 값 유지',
    no: '아니요',
    takeTheirs: '상대방 값 사용',
    theirs: '상대방',
    unsaved: '아직 저장하지 않았습니다.',
    yes: '예',
    yours: '나',
  },
});

/** That something is typed and not saved, with a way back to what is stored. */
export const unsavedNote = (draft) => draft.dirty
  ? html`<p class="small quiet" role="status">${t('unsaved')} <button class="link" type="button" @click=${() => draft.discard()}>${t('discard')}</button></p>`
  : nothing;

/** Theirs and yours, field by field; `label` names a field by its path. */
export const conflictPanel = (draft, label) => draft.conflicts.length === 0 ? nothing : html`
  <div class="banner warn conflict" role="alert">
    ${icon('alert')}
    <div class="stack">
      <p>${t('conflict')}</p>
      ${draft.conflicts.map(({ path, theirs, yours }) => html`
        <div data-conflict=${path}>
          <strong>${label(path)}</strong>
          <p>${t('theirs')}: <span class="theirs">${words(theirs)}</span></p>
          <p>${t('yours')}: <span class="yours">${words(yours)}</span></p>
          <div class="buttons">
            <button class="button" type="button" @click=${() => draft.takeTheirs(path)}>${t('takeTheirs')}</button>
            <button class="button" type="button" @click=${() => draft.keepYours(path)}>${t('keepYours')}</button>
          </div>
        </div>`)}
    </div>
  </div>`;

function words(value) {
  if (typeof value === 'boolean') {
    return t(value ? 'yes' : 'no');
  }
  return value === null || value === undefined || value === '' ? t('empty') : String(value);
}
