import { pages } from '../pages/index.js';
import { dictionary } from '../words/words.js';
import { api } from './api.js';
import { allowed } from './session.js';

const t = dictionary({
  en: { keys: 'API keys', mails: 'Review mails', orders: 'Orders', pages: 'Pages and actions', sets: 'Imports', shops: 'Shops', uploads: 'CSV uploads' },
  ko: { keys: 'API 키', mails: '후기 메일', orders: '주문', pages: '페이지와 작업', sets: '가져오기', shops: '쇼핑몰', uploads: 'CSV 업로드' },
});

/** Hits that a source shows at most. */
const MOST = 5;

const listed = (path, hit) => async (q, signal) => (await api.get(path, { q, size: MOST }, signal)).items.map(hit);

const searched = (path, text) => `${path}?${new URLSearchParams({ q: text })}`;

const contains = (text, part) => String(text).toLowerCase().includes(part.toLowerCase());

/** Where things are found: each is asked by itself, so that a service that is silent hides nothing of the others. */
const SOURCES = [
  {
    name: 'sets',
    roles: ['marketer'],
    find: listed('/api/raw-data', (set) => ({ href: `/imports/${set.id}`, label: set.accountName, sub: set.title })),
  },
  {
    name: 'keys',
    roles: ['marketer'],
    find: async (q, signal) => (await api.get('/api/api-keys', {}, signal)).filter((key) => contains(key.name, q)).slice(0, MOST).map((key) => ({ href: '/api-keys', label: key.name })),
  },
  {
    name: 'uploads',
    roles: ['marketer'],
    find: listed('/api/csv-uploads', (upload) => ({ href: `/csv-uploads/${upload.id}`, label: upload.fileName ?? upload.id })),
  },
  { name: 'shops', roles: ['merchant'], find: listed('/api/shops', (shop) => ({ href: `/shops/${shop.domain}`, label: shop.domain })) },
  {
    name: 'orders',
    roles: ['merchant'],
    find: listed('/api/orders', (order) => ({ href: searched('/orders', order.name), label: order.name, sub: [order.customerName, order.email].filter(Boolean).join(' · ') })),
  },
  {
    name: 'mails',
    roles: ['merchant'],
    find: listed('/api/review-mails', (mail) => ({ href: searched('/review-mails', mail.orderName), label: mail.orderName, sub: mail.recipient })),
  },
];

export const sourceTitle = (name) => t(name);

export const sources = () => SOURCES.filter(({ roles }) => allowed(roles));

/** The pages that can be gone to without knowing a thing, by any part of their names. */
export const pagesWith = (text) =>
  pages
    .filter((page) => allowed(page.roles) && !page.path.includes(':') && contains(page.title(), text))
    .map((page) => ({ href: page.path, label: page.title() }));
