import './order-import-page.js';
import { t } from './words.js';

export default {
  path: '/orders/import',
  element: 'db-order-import-page',
  title: () => t('title'),
  roles: ['merchant'],
  within: '/orders',
};
