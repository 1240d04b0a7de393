import './doctor-page.js';
import { t } from './words.js';

export default {
  path: '/doctor',
  element: 'db-doctor-page',
  title: () => t('title'),
  roles: [],
  icon: 'check',
  group: 'groupOperations',
};
