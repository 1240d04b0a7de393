import './new-shop-page.js';
import { t } from './words.js';

export default {
  path: '/shops/new',
  element: 'db-new-shop-page',
  title: () => t('title'),
  roles: ['merchant'],
  within: '/shops',
};
