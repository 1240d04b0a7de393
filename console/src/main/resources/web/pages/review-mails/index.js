import './review-mails-page.js';
import { t } from './words.js';

export default {
  path: '/review-mails',
  element: 'db-review-mails-page',
  title: () => t('title'),
  roles: ['merchant'],
  icon: 'mail',
  group: 'groupShops',
};
