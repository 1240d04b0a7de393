import './shops-page.js';
import { t } from './words.js';

export default {
  path: '/shops',
  element: 'db-shops-page',
  title: () => t('title'),
  roles: ['merchant'],
  icon: 'shop',
  group: 'groupShops',
};
