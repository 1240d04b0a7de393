import './slack-channels-page.js';
import { t } from './words.js';

export default {
  path: '/slack-channels',
  element: 'db-slack-channels-page',
  title: () => t('title'),
  roles: ['marketer'],
  icon: 'bell',
  group: 'groupImports',
};
