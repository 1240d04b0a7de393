import { dictionary } from '../../words/words.js';

export const t = dictionary({
  en: {
    apiToken: 'Admin API access token',
    apiTokenHint: 'Only for apps that were made in the shop’s admin before 2026, instead of the client ID.',
    clientId: 'Client ID of the app',
    clientIdHint: 'From the Dev Dashboard of the shop’s organisation. With it, orders that no webhook told of are fetched every hour. May come later.',
    domain: 'Domain at Shopify',
    domainHint: 'The permanent one, as in my-shop.myshopify.com.',
    lead: 'Orders come by Shopify’s webhooks. All of this can be changed later, but for the domain.',
    register: 'Add the shop',
    shops: 'Shops',
    title: 'Add a shop',
    webhookSecret: 'Client secret of the app',
    webhookSecretHint: 'Shopify signs its webhooks with it. It is sealed, and never shown again.',
  },
  ko: {
    apiToken: 'Admin API 액세스 토큰',
    apiTokenHint: '2026년 전에 쇼핑몰 관리자에서 만든 앱에만 있습니다. 클라이언트 ID 대신 입력합니다.',
    clientId: '앱의 클라이언트 ID',
    clientIdHint: '쇼핑몰 조직의 Dev Dashboard에 있습니다. 웹훅으로 오지 않은 주문을 매시간 확인합니다. 나중에 등록해도 됩니다.',
    domain: 'Shopify 도메인',
    domainHint: 'my-shop.myshopify.com과 같은 고유 도메인입니다.',
    lead: '주문은 Shopify의 웹훅으로 들어옵니다. 도메인을 뺀 나머지는 나중에 바꿀 수 있습니다.',
    register: '쇼핑몰 등록',
    shops: '쇼핑몰',
    title: '쇼핑몰 등록',
    webhookSecret: '앱의 클라이언트 시크릿',
    webhookSecretHint: 'Shopify가 웹훅에 서명할 때 씁니다. 암호화해 보관하며 다시 보여 주지 않습니다.',
  },
});
