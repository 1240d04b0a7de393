// What services refuse, by the problem's type: what is wrong, and what to do. A sentence may hold fields of the problem, as in {account}; one whose fields are missing is not shown.
// In English the services' own sentences are shown, but where a sentence holds a field: both languages then tell the same.
import { duration, number, timeText } from '../parts/format.js';
import { language } from './words.js';

const ko = {
  'ad-account-not-found': ['API 키에 등록되지 않은 광고 계정입니다', '광고 계정 목록에서 다시 선택해 주세요.'],
  'ad-account-unknown': ['API 키에 등록되지 않은 광고 계정입니다', 'API 키를 등록하고 광고 계정을 추가한 뒤 다시 시도해 주세요.'],
  'api-key-not-found': ['해당 API 키가 없습니다', '내 API 키 목록에서 다시 선택해 주세요.'],
  'api-key-secret-differs': ['이미 다른 비밀키로 등록된 라이선스입니다', '비밀키를 확인하거나, 키를 함께 쓰는 사람에게 비밀키 교체를 요청해 주세요.'],
  'bad-request': ['요청을 이해할 수 없습니다', '입력한 내용을 확인한 뒤 다시 시도해 주세요.'],
  'batch-not-found': ['이 날짜에는 배치가 없습니다', '배치가 실행된 날짜를 선택해 주세요.'],
  'body-length-missing': ['요청 본문의 길이가 없습니다', '파일을 다시 선택해 보내 주세요.'],
  'body-too-large': ['보낸 내용이 너무 큽니다', '더 작게 나누어 보내 주세요.'],
  'changed-meanwhile': ['그 사이에 다른 사람이 변경했습니다', '새로 불러온 뒤 다시 변경해 주세요.'],
  'compliance-export-not-found': ['내보낸 자료가 없습니다', '데이터 열람 요청에만 내보내기가 있습니다.'],
  conflict: ['저장된 내용과 맞지 않는 요청입니다', '현재 상태를 확인한 뒤 다시 결정해 주세요.'],
  'control-character': ['보이지 않는 제어 문자가 들어 있습니다', '복사해 붙인 내용에서 보이지 않는 문자를 지우고 다시 입력해 주세요.'],
  'csv-file-missing': ['파일이 없습니다', 'CSV 파일을 선택해 주세요.'],
  'csv-file-unusable': ['가져올 수 없는 파일입니다'],
  'csv-import-not-found': ['해당 가져오기 기록이 없습니다', '가져오기 결과는 몇 주 동안만 보관됩니다.'],
  'csv-shop-missing': ['쇼핑몰이 지정되지 않았습니다', '쇼핑몰을 선택해 주세요.'],
  'csv-upload-not-found': ['해당 업로드가 없습니다', '업로드 목록에서 찾아 주세요.'],
  'day-invalid': ['이 날짜의 수치는 볼 수 없습니다', '{oldest}부터 {newest}까지의 날짜를 선택해 주세요.'],
  'days-invalid': ['가져올 수 없는 날짜입니다', '{oldest}부터 {newest}까지의 날짜 안에서, 시작일이 종료일보다 늦지 않게 선택해 주세요.'],
  'dead-letter-in-work': ['동기화가 진행 중입니다', '잠시 후 상태를 다시 확인해 주세요.'],
  'dead-letter-settled': ['이미 처리된 메시지입니다', '필요하면 해당 대상의 동기화를 직접 실행해 주세요.'],
  'dead-letter-not-found': ['해당 데드 레터가 없습니다', '목록에서 찾아 주세요. 처리된 것은 일정 기간 뒤에 지워집니다.'],
  'exclusions-too-many': ['제외 항목이 너무 많습니다', '{limit}개까지 제외할 수 있습니다. 줄인 뒤 다시 저장해 주세요.'],
  forbidden: ['권한이 없습니다', '필요한 역할을 운영자에게 요청해 주세요.'],
  'google-quota-used-up': ['Google 사용 한도를 다 썼습니다', '1분 뒤에 다시 시도해 주세요.'],
  'google-unavailable': ['Google이 응답하지 않습니다', '잠시 후 다시 시도해 주세요.'],
  'idempotency-key-invalid': ['Idempotency-Key를 사용할 수 없습니다', '페이지를 새로 고친 뒤 다시 시도해 주세요.'],
  'idempotency-key-reused': ['다른 요청에 이미 쓰인 Idempotency-Key입니다', '페이지를 새로 고친 뒤 다시 시도해 주세요.'],
  'internal-error': ['서비스에 오류가 발생했습니다', '잠시 후 다시 확인하고, 계속되면 운영자에게 알려 주세요.'],
  'invalid-request': ['입력이 올바르지 않은 항목이 있습니다', '아래 항목을 고친 뒤 다시 보내 주세요.'],
  'malformed-json': ['요청 본문이 JSON이 아닙니다', '페이지를 새로 고친 뒤 다시 시도해 주세요.'],
  'method-not-allowed': ['지원하지 않는 요청 방식입니다', '페이지를 새로 고친 뒤 다시 시도해 주세요.'],
  'naver-allowance-used-up': ['네이버 호출 한도를 다 썼습니다', '1분 뒤에 다시 시도해 주세요.'],
  'naver-accounts-not-listed': ['네이버에서 계정 목록을 받지 못했습니다', '등록된 계정으로 키를 테스트한 뒤 다시 시도하거나, 계정 번호를 직접 추가해 주세요.'],
  'naver-key-refused': ['네이버가 이 키를 거부했습니다', '네이버 API 사용 관리에서 라이선스와 비밀키를 확인해 주세요. 저장된 것은 없습니다.'],
  'naver-key-renewed': ['네이버가 이 비밀키를 거부했습니다', '네이버에서 비밀키가 갱신되면 이전 키는 바로 멈춥니다. API 사용 관리에서 새 비밀키를 복사해 주세요. 저장된 것은 없습니다.'],
  'naver-key-unknown': ['네이버에 없는 액세스 라이선스입니다', 'API 사용 관리에서 액세스 라이선스를 다시 복사해 주세요. 저장된 것은 없습니다.'],
  'naver-no-permission': ['이 키로는 이 광고 계정을 볼 수 없습니다', '계정 번호 {customerId}을(를) 확인하거나, 계정 소유자에게 네이버에서 권한을 받아 주세요. 저장된 것은 없습니다.'],
  'naver-unavailable': ['네이버에 물어볼 수 없었습니다', '저장된 것은 없습니다. 1분 뒤에 다시 시도해 주세요.'],
  'no-live-run': ['진행 중인 가져오기가 없습니다', '취소할 것이 없습니다.'],
  'not-acceptable': ['요청한 형식으로 답할 수 없습니다', '페이지를 새로 고친 뒤 다시 시도해 주세요.'],
  'not-found': ['찾을 수 없습니다', '주소와 선택한 대상이 맞는지 확인해 주세요.'],
  'shopify-order-not-found': ['Shopify에 해당 주문이 없습니다', '주문 번호를 확인해 주세요. 삭제된 주문은 되돌릴 수 없습니다.'],
  'service-not-found': ['다른 서비스이거나 없는 서비스입니다', '서비스를 다시 선택해 주세요.'],
  'parameter-invalid': ['주소의 매개변수가 정해진 형식이 아닙니다', '{parameter}에 다음 중 하나를 쓴 뒤 다시 시도해 주세요: {allowed}.'],
  'parameter-repeated': ['주소의 매개변수가 두 번 지정되었습니다', '{parameter}을(를) 한 번만 지정해 주세요. 아무것도 실행되지 않았습니다.'],
  'parameter-unknown': ['알 수 없는 주소 매개변수입니다', '다음 매개변수만 쓸 수 있습니다: {allowed}. 아무것도 실행되지 않았습니다.'],
  'past-mails-plan-changed': ['지난 주문 메일 계획이 더는 맞지 않습니다', '계획에는 메일이 {shown}통이었지만 지금은 {now}통입니다. 계획을 다시 확인한 뒤 확정해 주세요. 아무것도 예약되지 않았습니다.'],
  'raw-data-exists': ['이 탭은 이미 다른 데이터 세트가 쓰고 있습니다', '같은 계정과 형식을 이 스프레드시트로 가져오는 세트가 있습니다. 그 세트를 쓰거나 다른 스프레드시트를 선택해 주세요.'],
  'raw-data-not-found': ['해당 데이터 세트가 없습니다', '내 데이터 세트 목록에서 다시 선택해 주세요.'],
  'resume-needs-decision': ['일시 중지 동안 쌓인 메일이 있습니다', '쌓인 메일 {waiting}통을 확인하고 보낼지 버릴지 선택해 주세요.'],
  'review-mail-sent': ['이미 보낸 메일입니다', '{sentAt}에 보냈습니다. 리뷰 메일은 주문과 종류마다 한 번만 보냅니다.'],
  'review-mail-unclear': ['고객이 이미 메일을 받았을 수 있습니다', '고객이나 메일 서버 기록을 확인해 주세요. 그래도 보내려면 한 번 더 확인해야 합니다.'],
  'review-mail-under-way': ['메일을 보내는 중입니다', '잠시 후 상태를 다시 확인해 주세요.'],
  'review-mail-not-found': ['해당 리뷰 메일이 없습니다', '메일 기록에서 찾아 주세요.'],
  'run-is-live': ['이 세트의 가져오기가 진행 중입니다', '끝날 때까지 기다리거나 취소한 뒤 다시 시도해 주세요.'],
  'slack-channel-not-found': ['연결된 채널이 아닙니다', '채널 목록을 다시 확인해 주세요.'],
  'shop-exists': ['이미 등록된 쇼핑몰입니다', '다시 등록하지 말고 설정을 변경해 주세요.'],
  'shop-not-found': ['해당 쇼핑몰이 없습니다', '쇼핑몰을 먼저 등록하거나, 등록한 계정으로 로그인해 주세요.'],
  'shopify-app-elsewhere': ['다른 조직의 앱입니다', '쇼핑몰을 소유한 조직의 Dev Dashboard에서 앱을 만들어 쇼핑몰에 설치해 주세요.'],
  'shopify-app-refused': ['Shopify가 이 쇼핑몰에 대한 앱의 토큰을 발급하지 않습니다({code})', '앱을 쇼핑몰에 설치하고, Dev Dashboard의 클라이언트 ID와 시크릿을 다시 확인해 주세요.'],
  'shopify-not-allowed': ['Shopify가 접근을 허용하지 않습니다', '쇼핑몰에 앱을 연결하거나 유효한 Admin API 토큰을 등록해 주세요.'],
  'shopify-scopes-missing': ['앱에 필요한 권한이 없습니다: {scopes}', '앱의 새 버전에 권한을 추가해 배포하고 쇼핑몰에서 승인해 주세요.'],
  'shopify-throttled': ['Shopify가 지금은 호출을 더 받지 않습니다', '1분 뒤에 다시 시도해 주세요.'],
  'shopify-unavailable': ['Shopify의 응답을 받지 못했습니다', '바뀐 것은 없습니다. 나중에 다시 시도해 주세요.'],
  'since-malformed': ['시작 시점이 없거나 형식이 올바르지 않습니다', '날짜를 다시 선택해 주세요.'],
  'spreadsheet-invalid': ['Google 스프레드시트가 아닙니다', '브라우저에 보이는 스프레드시트 주소나 ID를 그대로 붙여 넣어 주세요.'],
  'spreadsheet-invalid/FOLDER': ['폴더 주소입니다', '폴더 안의 스프레드시트를 열고 그 주소를 붙여 넣어 주세요.'],
  'spreadsheet-invalid/OTHER_DOCUMENT': ['스프레드시트가 아닌 문서의 주소입니다', '스프레드시트의 주소를 붙여 넣어 주세요.'],
  'spreadsheet-invalid/PUBLISHED': ['웹에 게시된 사본의 주소입니다', '스프레드시트를 직접 열고 그때 브라우저에 보이는 주소를 붙여 넣어 주세요.'],
  'spreadsheet-not-found': ['해당 스프레드시트가 없습니다', '주소를 확인하거나 새 스프레드시트를 선택해 주세요.'],
  'spreadsheet-not-shared': ['Daybreak에 공유되지 않은 스프레드시트입니다', '스프레드시트를 {account}에 편집자로 공유한 뒤 다시 확인해 주세요.'],
  'suppression-by-customer': ['고객이 직접 수신을 거부했습니다', '고객이 다시 받겠다고 한 경우에만 한 번 더 확인하고 삭제해 주세요.'],
  'suppression-not-found': ['수신 거부 목록에 없습니다', '목록에서 주소를 다시 찾아 주세요.'],
  'test-mail-not-sent': ['메일 서버가 테스트 메일을 받지 않았습니다', '보내는 사람 주소와 메일 서버 설정을 확인해 주세요. 서버의 답: {reply}'],
  'too-many-requests': ['요청이 너무 많습니다', '잠시 후 다시 시도해 주세요.'],
  unauthenticated: ['로그인이 필요합니다', '다시 로그인해 주세요.'],
  unavailable: ['지금은 서비스를 이용할 수 없습니다', '1분 뒤에 다시 시도해 주세요.'],
  'unexpected-json': ['요청 본문의 형식이 다릅니다', '페이지를 새로 고친 뒤 다시 시도해 주세요.'],
  'unsupported-media-type': ['지원하지 않는 파일 형식입니다', '안내된 형식의 파일을 보내 주세요.'],
  'update-days-invalid': ['가져올 날짜를 잘못 지정했습니다', '바뀔 수 있는 날짜(changed)와 모든 날짜(all) 중에서 선택하세요.'],
  'too-many-requests-at-once': ['한 번에 너무 많은 요청을 보냈습니다', '한 번에 {limit}개까지 할 수 있습니다. 앞의 요청이 끝난 뒤 다시 시도해 주세요.'],
  'too-much-at-once': ['지금은 처리 중인 요청이 너무 많습니다', '잠시 후 다시 보내 주세요.'],
  'hand-over-needs-key': ['넘겨받을 조직에 이 API 키가 없습니다', '그 조직에 API 키를 먼저 등록한 뒤 넘겨 주세요.'],
  'invitation-not-found': ['사용할 수 없는 초대입니다', '이미 사용되었거나 기한이 지났습니다. 새 초대를 요청해 주세요.'],
  'organisation-last-owner': ['조직에는 소유자가 있어야 합니다', '다른 구성원을 먼저 소유자로 정하거나 조직을 삭제해 주세요.'],
  'organisation-member-not-found': ['해당 구성원이 없습니다', '구성원 목록을 확인해 주세요. 새 구성원은 초대로 들어옵니다.'],
  'organisation-not-found': ['해당 조직이 없습니다', '조직 목록에서 다시 선택해 주세요.'],
  'organisation-not-yours': ['소속된 조직이 아닙니다', '내 조직 목록에서 다시 선택해 주세요.'],
  'organisation-of-issuer': ['구성원은 로그인 시스템에서 관리합니다', '로그인 시스템에서 사람을 추가하거나 빼 주세요.'],
  'organisation-role-too-low': ['이 조직에서 권한이 부족합니다', '조직의 소유자에게 {needed} 권한을 요청해 주세요.'],
  'organisations-unavailable': ['소속 조직을 확인할 수 없습니다', '1분 뒤에 다시 시도해 주세요.'],
  'shop-mail-on-its-way': ['쇼핑몰의 메일이 발송되는 중입니다', '새 메일은 시작되지 않습니다. 1분 뒤에 다시 삭제해 주세요.'],
  'spreadsheet-binding-not-found': ['조직에 등록된 스프레드시트가 아닙니다', '등록된 스프레드시트 목록을 확인해 주세요.'],
  'spreadsheet-code-missing': ['스프레드시트에 확인 코드가 없습니다', '코드를 받아 아무 탭의 A1~J50 셀에 넣은 뒤 다시 확인해 주세요.'],
  'spreadsheet-not-proved': ['조직의 것으로 확인되지 않은 스프레드시트입니다', '스프레드시트 {spreadsheet}의 확인 코드를 받아 셀에 넣고 확인한 뒤 다시 시도해 주세요.'],
  'spreadsheet-proof-unavailable': ['스프레드시트의 소유를 확인할 수 없습니다', '1분 뒤에 다시 시도해 주세요.'],
};

const en = {
  'day-invalid': ['There are no numbers of this day', 'Choose a day from {oldest} to {newest}.'],
  'days-invalid': ['These days cannot be fetched', 'Choose a first day that is not after the last one, from {oldest} to {newest}.'],
  'exclusions-too-many': ['Too much is left out', 'Leave out at most {limit}, then save again.'],
  'naver-no-permission': ['The key may not read the ad account', 'Check the account’s number {customerId}, or let its owner grant access at NAVER. Nothing was stored.'],
  'organisation-role-too-low': ['Your role in this organisation is too low', 'Ask an owner of the organisation for the role {needed}.'],
  'parameter-invalid': ['A parameter of the address is not as documented', 'Give {parameter} one of these: {allowed}.'],
  'parameter-repeated': ['A parameter of the address is given twice', 'Give {parameter} once; nothing was done.'],
  'parameter-unknown': ['A parameter of the address does not exist here', 'Use only these: {allowed}. Nothing was done.'],
  'past-mails-plan-changed': ['The plan of past mails no longer holds', 'The plan had {shown} mails, now there are {now}: look at it again and confirm. Nothing was planned.'],
  'resume-needs-decision': ['Mails have waited through the pause', 'Look at the {waiting} that waited, and choose whether they are sent or dropped.'],
  'review-mail-sent': ['The mail is sent already', 'It was sent {sentAt}. A review mail is sent once per order and kind.'],
  'shopify-app-refused': ['Shopify grants the app no token for the shop ({code})', 'Install the app on the shop, and copy its client ID and secret from the Dev Dashboard.'],
  'shopify-scopes-missing': ['The app may not read what is needed: {scopes}', 'Add the scopes to a new version of the app, release it, and approve it in the shop.'],
  'spreadsheet-not-shared': ['The spreadsheet is not shared with Daybreak', 'Share it, as an editor, with {account}, then check again.'],
  'spreadsheet-not-proved': ['The spreadsheet is not proved to be the organisation’s', 'Ask for a code for the spreadsheet {spreadsheet}, put it into one of its first cells, confirm, then try again.'],
  'test-mail-not-sent': ['The mail server did not take the test mail', 'Check the sender’s address and the mail server’s settings. Its answer: {reply}'],
  'too-many-requests-at-once': ['Too many requests at once', 'At most {limit} may be under way. Wait for the answers of some before you ask for more.'],
};

/** Title and sentence of a refusal in the language of the moment; what has no words here has the service's. */
export function refusal(name, facts) {
  const words = { ko, en }[language()];
  const [title, sentence] = words[`${name}/${facts.reason}`] ?? words[name] ?? [];
  const told = language() === 'ko' ? facts.detailKorean : undefined;
  return [title ?? facts.title, told ?? filled(sentence, facts) ?? facts.detail];
}

/** Undefined where a field is missing. */
function filled(sentence, facts) {
  let complete = sentence !== undefined;
  const text = sentence?.replace(/\{(\w+)\}/g, (whole, field) => {
    complete &&= ![undefined, null, ''].includes(facts[field]);
    return shown(facts[field], field);
  });
  return complete ? text : undefined;
}

function shown(value, field) {
  if (typeof value === 'number') {
    return /Seconds$/.test(field) ? duration(value) : number(value);
  }
  return /At$/.test(field) && value ? timeText(value) : String(value);
}
