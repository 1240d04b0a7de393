import { api } from '../app/api.js';
import { dictionary } from '../words/words.js';
import { selectField, textField } from './fields.js';

/** As many as a list to choose from bears; with more, one types the domain. */
const MOST = 200;

const t = dictionary({
  en: { shop: 'Shop' },
  ko: { shop: '쇼핑몰' },
});

/** What tells one shop from another; all domains are Shopify's. */
export const shopName = (domain) => domain.replace(/\.myshopify\.com$/, '');

/** The shops of the person, to choose one of. A Lit controller: new Shops(this), and in render() ${this.#shops.field({ value, onChange })}. */
export class Shops {
  #host;
  #found;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#load();
  }

  /** Undefined until they are known. */
  get list() {
    return this.#found?.items;
  }

  get several() {
    return this.#found?.total > 1;
  }

  /** { value: a domain, onChange(domain), required: one must be chosen, … as for other fields } */
  field({ value, onChange, required = false, ...options }) {
    const shared = { label: t('shop'), name: 'shop', value, required, ...options };
    if (this.#found?.total > MOST) {
      return textField({ ...shared, onInput: (text) => (text === '' || text.includes('.')) && onChange(text) });
    }
    const domains = (this.list ?? []).map(({ domain }) => domain);
    const known = !value || domains.includes(value) ? domains : [value, ...domains];
    return selectField({
      ...shared,
      options: [...(required && value ? [] : [{ value: '', label: required ? '' : t('all') }]), ...known.map((domain) => ({ value: domain, label: domain }))],
      onChange,
    });
  }

  async #load() {
    try {
      this.#found = await api.get('/api/shops', { size: MOST });
    } catch {
      this.#found = undefined; // what the page itself asks for fails likewise, and says why
    }
    this.#host.requestUpdate();
  }
}
