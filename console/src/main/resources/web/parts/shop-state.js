import { dictionary } from '../words/words.js';
import { badge } from './pieces.js';

const t = dictionary({
  en: { active: 'Active', paused: 'Paused', uninstalled: 'Removed at Shopify' },
  ko: { active: '사용 중', paused: '일시 중지', uninstalled: 'Shopify에서 삭제됨' },
});

/** Whether mails of a shop go out. */
export function shopState({ pausedAt, uninstalledAt }) {
  if (uninstalledAt) {
    return badge('bad', t('uninstalled'));
  }
  return pausedAt ? badge('warn', t('paused')) : badge('good', t('active'));
}
