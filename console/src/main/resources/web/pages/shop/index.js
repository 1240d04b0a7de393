import './shop-page.js';
import { t } from './words.js';

export default {
  path: '/shops/:domain',
  element: 'db-shop-page',
  title: () => t('title'),
  roles: ['merchant'],
  within: '/shops',
};
