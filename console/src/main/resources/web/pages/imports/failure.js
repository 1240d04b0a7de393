import { html, nothing } from 'lit';
import '../../parts/service-account.js';
import { dictionary } from '../../words/words.js';

// What happened and what to do, by the code of a failed run. The service's own sentence has the numbers; it is in English.
const t = dictionary({
  en: {
    details: 'Details',
    template: 'The rows are in their tab, but not all of the report template:',
    CANCELLED: 'Somebody cancelled it. Start an update when you want the data.',
    DAY_TOO_LARGE: 'One day has more rows than an import may hold. Choose a format with fewer rows, such as by ad group.',
    INTERNAL: 'Daybreak made a mistake. Start an update; if it fails again, tell an operator.',
    JOB_LOST: 'The machine that carried this long import was lost. Start an update.',
    JOB_REFUSED: 'The cluster did not start this long import. Start an update; if it fails again, tell an operator.',
    MESSAGE_LOST: 'A message about it got lost. It is started again by itself once; if that failed as well, start an update.',
    NAVER_DAY_NOT_READY: 'NAVER has not finished the statistics of the last day yet. Start an update later today.',
    NAVER_KEY_REFUSED: 'NAVER refuses the API key. Check it under “API keys” and rotate the secret if it has changed, then start an update.',
    NAVER_NO_PERMISSION: 'The API key may not read this ad account. Let the owner of the account grant access at NAVER, then start an update.',
    NAVER_RATE_LIMITED: 'NAVER let too few calls through. Start an update later.',
    NAVER_REFUSED: 'NAVER refused a call. The details say which one; start an update, and tell an operator if it fails again.',
    NAVER_REPORT_FAILED: 'NAVER could not build a report. Start an update later.',
    NAVER_REPORT_GONE: 'NAVER had removed a report before it was fetched. Start an update.',
    NAVER_REPORT_MALFORMED: 'A report of NAVER was not as documented, so nothing was written. Tell an operator.',
    NAVER_TIMEOUT: 'NAVER took too long to answer. Start an update later.',
    NAVER_UNAVAILABLE: 'NAVER could not be reached or failed. Start an update later.',
    OTHER: 'The import failed for a reason that this version has no words for. Ask an operator to look at the log.',
    QUEUE_UNAVAILABLE: 'The queue between the services did not take the rows. Start an update.',
    SEQUENCE_GAP: 'A part of the rows went missing on the way, so nothing was written. Start an update.',
    SHEET_CELL_LIMIT: 'The rows do not fit: a spreadsheet holds 10 million cells. Delete tabs you do not need, or import into another spreadsheet.',
    SHEET_NOT_FOUND: 'The spreadsheet does not exist any more. Delete this import and create one for another spreadsheet.',
    SHEET_NOT_SHARED: 'The spreadsheet is not shared with Daybreak. Share it with Daybreak’s service account as an editor, then start an update.',
    SHEET_NOT_NATIVE: 'This is an Excel file that is only opened in Google Sheets. Choose File > Save as Google Sheets, then create an import for the new spreadsheet.',
    SHEET_PROTECTED: 'Cells of the tab are protected. Let Daybreak’s service account edit the protected range, or remove the protection, then start an update.',
    SHEET_RATE_LIMITED: 'Google let too few calls through. Start an update later.',
    SHEET_REFUSED: 'Google refused a change to the spreadsheet. The details say why. Start an update; if it fails again, tell an operator.',
    SHEET_TAB_CHANGED: 'The tab was changed so that its rows cannot be told apart. Undo what the details name, or delete the tab: the next update makes it again with all days.',
    SHEET_TEMPLATE_INCOMPLETE: 'Formulas of the copied template refer to what this spreadsheet does not have. Correct the cells, or correct the template, delete the copied tab and start an update: it is copied again.',
    SHEET_TEMPLATE_UNAVAILABLE: 'The template cannot be read. Share it with Daybreak’s service account, then start an update.',
    SHEET_TIMEOUT: 'Google took too long to answer. Start an update later.',
    SHEET_UNAVAILABLE: 'Google could not be reached or failed. Start an update later.',
    WORKER_LOST: 'The instance that fetched the data stopped. Start an update.',
    WRITER_LOST: 'The instance that wrote the rows stopped or fell silent. Start an update.',
  },
  ko: {
    details: '자세히',
    template: '데이터는 탭에 기록되었지만 보고서 템플릿이 완전하지 않습니다.',
    CANCELLED: '사용자가 취소했습니다. 데이터가 필요하면 업데이트를 시작하세요.',
    DAY_TOO_LARGE: '하루 데이터가 한 번에 처리할 수 있는 행보다 많습니다. 광고그룹 단위처럼 행이 적은 형식을 선택하세요.',
    INTERNAL: 'Daybreak 내부 오류입니다. 업데이트를 시작하고, 다시 실패하면 운영자에게 알려 주세요.',
    JOB_LOST: '긴 가져오기를 실행하던 작업이 사라졌습니다. 업데이트를 시작하세요.',
    JOB_REFUSED: '클러스터가 긴 가져오기를 시작하지 못했습니다. 업데이트를 시작하고, 다시 실패하면 운영자에게 알려 주세요.',
    MESSAGE_LOST: '처리 메시지가 유실되었습니다. 한 번은 자동으로 다시 시작되며, 그것도 실패했다면 업데이트를 시작하세요.',
    NAVER_DAY_NOT_READY: '네이버가 마지막 날의 통계를 아직 마감하지 않았습니다. 오늘 나중에 업데이트를 시작하세요.',
    NAVER_KEY_REFUSED: '네이버가 API 키를 거부했습니다. ‘API 키’에서 키를 확인하고, 비밀키가 바뀌었다면 교체한 뒤 업데이트를 시작하세요.',
    NAVER_NO_PERMISSION: '이 API 키로는 이 광고 계정을 볼 수 없습니다. 계정 소유자가 네이버에서 권한을 준 뒤 업데이트를 시작하세요.',
    NAVER_RATE_LIMITED: '네이버의 호출 제한에 걸렸습니다. 나중에 업데이트를 시작하세요.',
    NAVER_REFUSED: '네이버가 호출을 거부했습니다. 자세한 내용을 확인하고 업데이트를 시작하세요. 다시 실패하면 운영자에게 알려 주세요.',
    NAVER_REPORT_FAILED: '네이버가 보고서를 만들지 못했습니다. 나중에 업데이트를 시작하세요.',
    NAVER_REPORT_GONE: '내려받기 전에 네이버에서 보고서가 삭제되었습니다. 업데이트를 시작하세요.',
    NAVER_REPORT_MALFORMED: '네이버 보고서의 형식이 문서와 달라 아무것도 기록하지 않았습니다. 운영자에게 알려 주세요.',
    NAVER_TIMEOUT: '네이버의 응답이 너무 늦었습니다. 나중에 업데이트를 시작하세요.',
    NAVER_UNAVAILABLE: '네이버에 연결할 수 없거나 네이버에 오류가 있었습니다. 나중에 업데이트를 시작하세요.',
    OTHER: '이 버전에서 설명할 수 없는 이유로 실패했습니다. 운영자에게 로그 확인을 요청하세요.',
    QUEUE_UNAVAILABLE: '서비스 사이의 큐가 데이터를 받지 못했습니다. 업데이트를 시작하세요.',
    SEQUENCE_GAP: '전달 중 일부 행이 빠져 아무것도 기록하지 않았습니다. 업데이트를 시작하세요.',
    SHEET_CELL_LIMIT: '행이 다 들어가지 않습니다. 스프레드시트의 한도는 셀 1,000만 개입니다. 필요 없는 탭을 지우거나 다른 스프레드시트를 사용하세요.',
    SHEET_NOT_FOUND: '스프레드시트가 더 이상 없습니다. 이 가져오기를 삭제하고 다른 스프레드시트로 새로 만드세요.',
    SHEET_NOT_SHARED: '스프레드시트가 Daybreak과 공유되어 있지 않습니다. Daybreak의 서비스 계정을 편집자로 추가한 뒤 업데이트를 시작하세요.',
    SHEET_NOT_NATIVE: 'Google Sheets에서 열어 둔 엑셀 파일입니다. ‘파일 > Google Sheets로 저장’을 선택한 뒤 새 스프레드시트로 가져오기를 만드세요.',
    SHEET_PROTECTED: '탭에 보호된 셀이 있습니다. Daybreak의 서비스 계정이 보호된 범위를 편집할 수 있게 하거나 보호를 해제한 뒤 업데이트를 시작하세요.',
    SHEET_RATE_LIMITED: '구글의 호출 제한에 걸렸습니다. 나중에 업데이트를 시작하세요.',
    SHEET_REFUSED: '구글이 스프레드시트 변경을 거부했습니다. 이유는 자세한 내용에 있습니다. 업데이트를 시작하고, 다시 실패하면 운영자에게 알려 주세요.',
    SHEET_TAB_CHANGED: '탭이 바뀌어 행을 구분할 수 없습니다. 자세한 내용에 있는 곳을 되돌리거나 탭을 삭제하세요. 다음 업데이트가 모든 날짜로 탭을 다시 만듭니다.',
    SHEET_TEMPLATE_INCOMPLETE: '복사한 템플릿의 수식이 이 스프레드시트에 없는 것을 가리킵니다. 해당 셀을 고치거나, 템플릿을 고치고 복사된 탭을 삭제한 뒤 업데이트를 시작하세요. 다시 복사됩니다.',
    SHEET_TEMPLATE_UNAVAILABLE: '템플릿을 읽을 수 없습니다. Daybreak의 서비스 계정과 공유한 뒤 업데이트를 시작하세요.',
    SHEET_TIMEOUT: '구글의 응답이 너무 늦었습니다. 나중에 업데이트를 시작하세요.',
    SHEET_UNAVAILABLE: '구글에 연결할 수 없거나 구글에 오류가 있었습니다. 나중에 업데이트를 시작하세요.',
    WORKER_LOST: '데이터를 수집하던 인스턴스가 멈췄습니다. 업데이트를 시작하세요.',
    WRITER_LOST: '데이터를 기록하던 인스턴스가 멈췄거나 응답이 없습니다. 업데이트를 시작하세요.',
  },
});

/** Why it failed and what to do, in one or two sentences. A code that is not known yet has only the service's sentence. */
export const failureWords = ({ failureCode, failureReason }) => {
  const words = t(failureCode);
  return words === failureCode ? failureReason : words;
};

/** What is wrong with a template although the rows are in their tab, and the cells to look at. */
export const templateTrouble = ({ code, reason, cells }) => html`
  <p class="small" role="note">${t('template')} ${failureWords({ failureCode: code, failureReason: reason })}
    ${cells.length ? html`<br>${cells.join(', ')}` : nothing}</p>
  <p class="small quiet" lang="en">${reason}</p>`;

const SHARING = ['SHEET_NOT_SHARED', 'SHEET_PROTECTED', 'SHEET_TEMPLATE_UNAVAILABLE'];

/** The same, with the address to share with where that helps, and the service's own sentence below it. */
export const failure = (run) => html`
  <p>${failureWords(run)}</p>
  ${SHARING.includes(run.failureCode) ? html`<db-service-account></db-service-account>` : nothing}
  <p class="small">${t('details')}: <span lang="en">${run.failureReason}</span> <code>${run.failureCode}</code></p>`;
