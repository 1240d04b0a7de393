// The pages of the console.
//
// A new page is a folder and two lines here: an import, and its place in the list. The folder has
//   index.js   what the list needs: export default { path, element, title, roles, icon, group }, and the elements themselves imported for their side effect
//   words.js   its Korean and English words: export const t = dictionary({ en: {…}, ko: {…} })
//   *-page.js  the element, a View (parts/view.js); it gets `params`, the names in its path
// - path: '/imports' or '/imports/:id'; the first that fits is taken, so '/imports/new' comes before '/imports/:id'
// - roles: who sees it; operators see everything. The services check for themselves.
// - icon (parts/icon.js) and group put it into the menu; pages without an icon are reached by links, and say by `within` which entry is theirs
// What two pages share is in parts/; calls are made with app/api.js, what changes is followed with app/live.js.
import alerts from './alerts/index.js';
import apiKeys from './api-keys/index.js';
import batches, { oneBatch } from './batches/index.js';
import catchUp from './catch-up/index.js';
import csvUploads, { oneUpload } from './csv-uploads/index.js';
import deadLetters from './dead-letters/index.js';
import doctor from './doctor/index.js';
import imports, { newImport, oneImport } from './imports/index.js';
import morning from './morning/index.js';
import newShop from './new-shop/index.js';
import orderImport from './order-import/index.js';
import orders from './orders/index.js';
import reviewMails from './review-mails/index.js';
import shop from './shop/index.js';
import shops from './shops/index.js';
import slackChannels from './slack-channels/index.js';

/** Headings of the menu, in its order; their words are among the common ones. */
export const groups = ['groupImports', 'groupShops', 'groupOperations'];

export const pages = [
  morning,
  imports,
  newImport,
  oneImport,
  apiKeys,
  batches,
  oneBatch,
  csvUploads,
  oneUpload,
  shops,
  newShop,
  shop,
  orders,
  orderImport,
  reviewMails,
  catchUp,
  deadLetters,
  alerts,
  slackChannels,
  doctor,
];
