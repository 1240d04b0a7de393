// Why a review mail was not, or perhaps not, sent: the codes of order-service, and what people call them.
import { dictionary } from '../words/words.js';

/** Facts about order, customer or shop: nobody overrules them. */
const FACTS = ['TEST_ORDER', 'CANCELLED', 'REFUNDED', 'CUSTOMER_ERASED', 'UNSUBSCRIBED', 'NO_ADDRESS', 'SHOP_UNINSTALLED', 'NO_CONSENT',
  'ORDER_DELETED', 'ADDRESS_INVALID', 'ADDRESS_REFUSED', 'NOTHING_TO_REVIEW'];
/** The shop's own rules: a person overrules them by sending. */
const RULES = ['TOO_OLD', 'TOO_MANY_MAILS', 'TOO_SOON', 'DROPPED_ON_RESUME', 'TRIGGER_WITHDRAWN', 'EXCLUDED', 'PAST_ORDER'];
/** What a mail without a date, or with a new one, waits for. */
const WAITS = ['PAYMENT', 'SHIPMENT', 'DELIVERY', 'MAIL_SERVER'];
const FAILURES = ['REFUSED', 'NOT_REACHED', 'NOT_RENDERED', 'OVERLOADED', 'BROKEN_OFF', 'SENDER_LOST'];

export const REASONS = [...FACTS, ...RULES, ...WAITS, ...FAILURES];

export const isFact = (reason) => FACTS.includes(reason);

const t = dictionary({
  en: {
    ADDRESS_INVALID: 'No mail can be sent to the order’s address.',
    ADDRESS_REFUSED: 'The mail server said that the address does not exist.',
    BROKEN_OFF: 'The mail server broke off.',
    CANCELLED: 'The order was cancelled.',
    CUSTOMER_ERASED: 'The customer’s data was erased.',
    DELIVERY: 'Not every parcel was delivered yet.',
    DROPPED_ON_RESUME: 'It fell into a pause and was dropped.',
    EXCLUDED: 'The shop leaves it out.',
    MAIL_SERVER: 'The mail server did not take it for now.',
    NOTHING_TO_REVIEW: 'No line of the order can be reviewed.',
    NOT_REACHED: 'The mail server could not be reached.',
    NOT_RENDERED: 'The mail could not be written.',
    NO_ADDRESS: 'The order has no e-mail address.',
    NO_CONSENT: 'The customer does not accept marketing.',
    ORDER_DELETED: 'The shop deleted the order.',
    OVERLOADED: 'Too many mails were on their way.',
    PAST_ORDER: 'It came from a file of past orders.',
    PAYMENT: 'The order is not paid yet.',
    REFUNDED: 'The order was refunded in full.',
    REFUSED: 'The mail server refused the mail.',
    SENDER_LOST: 'The service stopped while sending.',
    SHIPMENT: 'Not everything was sent yet.',
    SHOP_UNINSTALLED: 'The shop removed the app.',
    TEST_ORDER: 'The order is a test.',
    TOO_MANY_MAILS: 'The customer had enough mails in 30 days.',
    TOO_OLD: 'The order is too old.',
    TOO_SOON: 'The customer had a mail a few days before.',
    TRIGGER_WITHDRAWN: 'What the mail follows was taken back.',
    UNSUBSCRIBED: 'The customer wants no more mail.',
  },
  ko: {
    ADDRESS_INVALID: '메일을 보낼 수 없는 주소입니다.',
    ADDRESS_REFUSED: '메일 서버가 없는 주소라고 답했습니다.',
    BROKEN_OFF: '메일 서버와의 연결이 끊어졌습니다.',
    CANCELLED: '취소된 주문입니다.',
    CUSTOMER_ERASED: '고객 정보가 삭제되었습니다.',
    DELIVERY: '아직 배송이 모두 끝나지 않았습니다.',
    DROPPED_ON_RESUME: '일시 중지 중에 예정되어 보내지 않기로 했습니다.',
    EXCLUDED: '쇼핑몰이 제외한 대상입니다.',
    MAIL_SERVER: '메일 서버가 지금은 메일을 받지 않습니다.',
    NOTHING_TO_REVIEW: '후기를 남길 수 있는 상품이 없습니다.',
    NOT_REACHED: '메일 서버에 연결하지 못했습니다.',
    NOT_RENDERED: '메일 내용을 만들지 못했습니다.',
    NO_ADDRESS: '주문에 이메일 주소가 없습니다.',
    NO_CONSENT: '고객이 마케팅 수신에 동의하지 않았습니다.',
    ORDER_DELETED: '쇼핑몰이 주문을 삭제했습니다.',
    OVERLOADED: '발송 중인 메일이 너무 많았습니다.',
    PAST_ORDER: '지난 주문 파일에서 가져온 주문입니다.',
    PAYMENT: '아직 결제되지 않았습니다.',
    REFUNDED: '전액 환불된 주문입니다.',
    REFUSED: '메일 서버가 메일을 거부했습니다.',
    SENDER_LOST: '발송 중에 서비스가 중단되었습니다.',
    SHIPMENT: '아직 모두 발송되지 않았습니다.',
    SHOP_UNINSTALLED: '쇼핑몰에서 앱을 삭제했습니다.',
    TEST_ORDER: '테스트 주문입니다.',
    TOO_MANY_MAILS: '고객이 30일 동안 받을 수 있는 메일을 모두 받았습니다.',
    TOO_OLD: '너무 오래된 주문입니다.',
    TOO_SOON: '고객이 며칠 전에 다른 메일을 받았습니다.',
    TRIGGER_WITHDRAWN: '메일의 기준이 되는 일이 철회되었습니다.',
    UNSUBSCRIBED: '고객이 수신을 거부했습니다.',
  },
});

/** A code in words; one that is not known here is told in the service's own sentence. */
export const reasonWords = (code, sentence) => (REASONS.includes(code) ? t(code) : sentence ?? code);
