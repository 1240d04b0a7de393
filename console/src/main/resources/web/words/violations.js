// What is wrong with a field, by the constraint that it breaks and the constraint's values. In English the services' own sentences say the same.
import { number } from '../parts/format.js';
import { language } from './words.js';

const ko = {
  'AssertTrue.body': '쓸 수 있는 자리 표시자만 남겨 주세요: {shop}, {customer}, {order}, {items}, {link}',
  'AssertTrue.subject': '쓸 수 있는 자리 표시자만 남겨 주세요: {shop}, {customer}, {order}, {items}, {link}',
  'Pattern.customerId': '1~18자리 숫자여야 합니다',
  AssertTrue: '다른 항목과 맞지 않습니다',
  DecimalMax: '{value} 이하여야 합니다',
  DecimalMin: '{value} 이상이어야 합니다',
  Email: '올바른 이메일 주소가 아닙니다',
  Max: '{value} 이하여야 합니다',
  Min: '{value} 이상이어야 합니다',
  NotBlank: '비워 둘 수 없습니다',
  NotEmpty: '비워 둘 수 없습니다',
  NotNull: '비워 둘 수 없습니다',
  Null: '비어 있어야 합니다',
  Pattern: '형식이 올바르지 않습니다',
  Positive: '0보다 커야 합니다',
  PositiveOrZero: '0 이상이어야 합니다',
  Size: '{min}~{max}자(개)여야 합니다',
  URL: '올바른 주소가 아닙니다',
};

/** 2147483647 stands for "no limit" in a Size. */
const NO_LIMIT = 2_147_483_647;

/** One sentence in the language of the moment; a constraint that has no words here is told by the service's. */
export function violationText({ field, message, code, values = {} }) {
  if (language() !== 'ko' || !code) {
    return message;
  }
  const name = String(field).split('.').pop();
  const words = code === 'Size' && values.max === NO_LIMIT ? '{min}자(개) 이상이어야 합니다' : ko[`${code}.${name}`] ?? ko[code];
  return words?.replace(/\{(\w+)\}/g, (whole, value) => (values[value] === undefined ? whole : shown(values[value]))) ?? message;
}

const shown = (value) => (typeof value === 'number' ? number(value) : value);
