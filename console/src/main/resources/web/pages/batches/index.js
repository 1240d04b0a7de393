import './batches-page.js';
import './batch-page.js';
import { t } from './words.js';

const roles = ['marketer'];

export default { path: '/batches', element: 'db-batches-page', title: () => t('title'), roles, icon: 'sunrise', group: 'groupImports' };

export const oneBatch = { path: '/batches/:date', element: 'db-batch-page', title: () => t('one'), roles, within: '/batches' };
