import './import-page.js';
import './imports-page.js';
import './new-import-page.js';
import { t } from './words.js';

const roles = ['marketer'];

export default { path: '/imports', element: 'db-imports-page', title: () => t('title'), roles, icon: 'import', group: 'groupImports' };

export const newImport = { path: '/imports/new', element: 'db-new-import-page', title: () => t('create'), roles, within: '/imports' };

export const oneImport = { path: '/imports/:id', element: 'db-import-page', title: () => t('one'), roles, within: '/imports' };
