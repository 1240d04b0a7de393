import { nothing } from 'lit';
import { locale } from '../../words/words.js';
import { badge } from '../../parts/pieces.js';
import { t } from './words.js';

/** Shopify's words, in the order an order usually takes. */
export const FINANCIAL = ['pending', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded', 'voided'];
export const FULFILMENT = ['partial', 'fulfilled', 'restocked'];

const TONES = { paid: 'good', fulfilled: 'good', pending: 'warn', authorized: 'warn', partially_paid: 'warn', partial: 'busy', refunded: 'bad', voided: 'bad' };

/** Shopify may have words that are not known here: they are shown as they are. */
const words = (kind, status) => {
  const key = `${kind}_${status}`;
  const known = t(key);
  return known === key ? status : known;
};

export const payment = ({ cancelledAt, financialStatus }) => {
  if (cancelledAt) {
    return badge('bad', t('cancelled'));
  }
  return financialStatus ? badge(TONES[financialStatus] ?? 'calm', words('financial', financialStatus)) : nothing;
};

export const fulfilment = ({ fulfilmentStatus }) =>
  fulfilmentStatus ? badge(TONES[fulfilmentStatus] ?? 'calm', words('fulfilment', fulfilmentStatus)) : badge('calm', t('unfulfilled'));

/** An exact amount as the service writes it, in the currency's form. */
export function money({ total, currency }) {
  if (total === null || total === undefined) {
    return nothing;
  }
  try {
    return new Intl.NumberFormat(locale(), currency ? { style: 'currency', currency } : {}).format(total);
  } catch {
    return `${total} ${currency}`;
  }
}
