import './api-keys-page.js';
import { t } from './words.js';

export default {
  path: '/api-keys',
  element: 'db-api-keys-page',
  title: () => t('title'),
  roles: ['marketer'],
  icon: 'key',
  group: 'groupImports',
};
