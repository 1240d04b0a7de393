// The services that every operator page asks one by one, and what people call them.
import { dictionary } from '../words/words.js';

export const SERVICES = ['import-service', 'sheet-service', 'order-service'];

const t = dictionary({
  en: { 'import-service': 'Imports', 'sheet-service': 'Spreadsheets', 'order-service': 'Orders and mails' },
  ko: { 'import-service': '가져오기', 'sheet-service': '스프레드시트', 'order-service': '주문과 메일' },
});

export const serviceName = (service) => t(service);
