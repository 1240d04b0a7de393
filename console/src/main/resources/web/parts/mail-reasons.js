// Why a review mail was not, or perhaps not, sent: the codes of order-service, and what people call them.
import { dictionary } from '../words/words.js';

/** Facts about order, customer or shop: nobody overrules them. */
const FACTS = ['TEST_ORDER', 'CANCELLED', 'REFUNDED', 'CUSTOMER_ERASED', 'UNSUBSCRIBED', 'NO_ADDRESS', 'SHOP_UNINSTALLED', 'NO_CONSENT'];
/** The shop's own rules: a person overrules them by sending. */
const RULES = ['TOO_OLD', 'TOO_MANY_MAILS', 'TOO_SOON', 'DROPPED_ON_RESUME', 'TRIGGER_WITHDRAWN'];
const FAILURES = ['REFUSED', 'NOT_REACHED', 'NOT_RENDERED', 'OVERLOADED', 'BROKEN_OFF', 'SENDER_LOST'];

export const REASONS = [...FACTS, ...RULES, ...FAILURES];

export const isFact = (reason) => FACTS.includes(reason);

const t = dictionary({
  en: {
    BROKEN_OFF: 'The mail server broke off.',
    CANCELLED: 'The order was cancelled.',
    CUSTOMER_ERASED: 'The customer’s data was erased.',
    DROPPED_ON_RESUME: 'It fell into a pause and was dropped.',
    NOT_REACHED: 'The mail server could not be reached.',
    NOT_RENDERED: 'The mail could not be written.',
    NO_ADDRESS: 'The order has no e-mail address.',
    NO_CONSENT: 'The customer does not accept marketing.',
    OVERLOADED: 'Too many mails were on their way.',
    REFUNDED: 'The order was refunded in full.',
    REFUSED: 'The mail server refused the mail.',
    SENDER_LOST: 'The service stopped while sending.',
    SHOP_UNINSTALLED: 'The shop removed the app.',
    TEST_ORDER: 'The order is a test.',
    TOO_MANY_MAILS: 'The customer had enough mails in 30 days.',
    TOO_OLD: 'The order is too old.',
    TOO_SOON: 'The customer had a mail a few days before.',
    TRIGGER_WITHDRAWN: 'What the mail follows was taken back.',
    UNSUBSCRIBED: 'The customer wants no more mail.',
  },
  ko: {
    BROKEN_OFF: '메일 서버와의 연결이 끊어졌습니다.',
    CANCELLED: '취소된 주문입니다.',
    CUSTOMER_ERASED: '고객 정보가 삭제되었습니다.',
    DROPPED_ON_RESUME: '일시 중지 중에 예정되어 보내지 않기로 했습니다.',
    NOT_REACHED: '메일 서버에 연결하지 못했습니다.',
    NOT_RENDERED: '메일 내용을 만들지 못했습니다.',
    NO_ADDRESS: '주문에 이메일 주소가 없습니다.',
    NO_CONSENT: '고객이 마케팅 수신에 동의하지 않았습니다.',
    OVERLOADED: '발송 중인 메일이 너무 많았습니다.',
    REFUNDED: '전액 환불된 주문입니다.',
    REFUSED: '메일 서버가 메일을 거부했습니다.',
    SENDER_LOST: '발송 중에 서비스가 중단되었습니다.',
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
