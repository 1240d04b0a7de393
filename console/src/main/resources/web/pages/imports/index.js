import './imports-page.js';
import { t } from './words.js';

export default {
  path: '/imports',
  element: 'db-imports-page',
  title: () => t('title'),
  roles: ['marketer'],
  icon: 'import',
  group: 'groupImports',
};
