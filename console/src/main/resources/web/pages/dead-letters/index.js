import './dead-letters-page.js';
import { t } from './words.js';

export default {
  path: '/dead-letters',
  element: 'db-dead-letters-page',
  title: () => t('title'),
  roles: [],
  icon: 'inbox',
  group: 'groupOperations',
};
