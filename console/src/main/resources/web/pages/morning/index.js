import './morning-page.js';
import { t } from './words.js';

export default { path: '/morning', element: 'db-morning-page', title: () => t('title'), roles: ['marketer'], icon: 'sunrise', group: 'groupImports' };
