import './csv-upload-page.js';
import './csv-uploads-page.js';
import { t } from './words.js';

const roles = ['marketer'];

export default { path: '/csv-uploads', element: 'db-csv-uploads-page', title: () => t('title'), roles, icon: 'file', group: 'groupImports' };

export const oneUpload = { path: '/csv-uploads/:id', element: 'db-csv-upload-page', title: () => t('one'), roles, within: '/csv-uploads' };
