import './alerts-page.js';
import { t } from './words.js';

export default {
  path: '/alerts',
  element: 'db-alerts-page',
  title: () => t('title'),
  roles: [],
  icon: 'bell',
  group: 'groupOperations',
};
