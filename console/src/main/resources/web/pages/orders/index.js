import './orders-page.js';
import { t } from './words.js';

export default {
  path: '/orders',
  element: 'db-orders-page',
  title: () => t('title'),
  roles: ['merchant'],
  icon: 'order',
  group: 'groupShops',
};
