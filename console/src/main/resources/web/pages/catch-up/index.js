import './catch-up-page.js';
import { t } from './words.js';

export default {
  path: '/review-mails/catch-up',
  element: 'db-catch-up-page',
  title: () => t('title'),
  roles: ['merchant'],
  within: '/review-mails',
};
