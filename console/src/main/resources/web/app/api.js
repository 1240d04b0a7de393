// Calls of the services' APIs, on our own origin: the session cookie goes along, no token is here.
import refusals from '../words/refusals.js';
import { language, t } from '../words/words.js';

const PATIENCE = 30_000;
const ASKED_AGAIN = 'daybreak.signed-out-at';

/** What a service refused, or why it could not be asked. The message is a sentence for people. */
export class Problem extends Error {
  /** @param {{name: string, status: number, title?: string, violations?: {field: string, message: string}[]}} facts */
  constructor(message, facts) {
    super(message);
    this.name = facts.name;
    this.status = facts.status;
    this.title = facts.title ?? t('problemTitle');
    this.violations = facts.violations ?? [];
  }
}

export const api = {
  /** @param {Record<string, unknown>} query values that are null, undefined or '' are left out */
  get: (path, query, signal) => call('GET', withQuery(path, query), { signal }),
  /** What takes a service longer than usual says for how long, in milliseconds. */
  post: (path, body, headers, patience) => call('POST', path, { body, headers, patience }),
  put: (path, body, headers) => call('PUT', path, { body, headers }),
  patch: (path, body, headers) => call('PATCH', path, { body, headers }),
  delete: (path) => call('DELETE', path, {}),
  /** Sends a file as it is, or a form with files, which has its own type; the caller says for how long that may take, in milliseconds. */
  send: (path, file, type, patience = 600_000) =>
    call('POST', path, { raw: file, headers: type ? { 'Content-Type': type } : {}, patience }),
};

export function withQuery(path, query = {}) {
  const known = Object.entries(query ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return known.length ? `${path}?${new URLSearchParams(known)}` : path;
}

async function call(method, path, { body, raw, headers = {}, signal, patience = PATIENCE }) {
  const signals = [AbortSignal.timeout(patience), signal].filter(Boolean);
  let response;
  try {
    response = await fetch(path, {
      method,
      signal: AbortSignal.any(signals),
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
  } catch (failure) {
    throw unreachable(failure, signal);
  }
  if (!response.ok) {
    throw await refused(response, method);
  }
  sessionStorage.removeItem(ASKED_AGAIN);
  return response.status === 204 ? null : parsed(response);
}

async function parsed(response) {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** Whoever aborted a call wants no problem, but must be able to tell. */
function unreachable(failure, signal) {
  if (signal?.aborted) {
    return failure;
  }
  const name = failure.name === 'TimeoutError' ? 'timeout' : 'offline';
  return new Problem(t(name === 'timeout' ? 'problemAborted' : 'problemOffline'), { name, status: 0 });
}

async function refused(response, method) {
  const facts = await parsed(response).catch(() => ({})) ?? {};
  const name = String(facts.type ?? '').split('/').pop() || `http-${response.status}`;
  if (response.status === 401) {
    signInAgain();
  }
  const [title, detail] = words(name, facts);
  const sentence = name === 'service-unreachable'
    ? t(method === 'GET' ? 'problemService' : 'problemServiceChange')
    : detail ?? title ?? response.statusText;
  return new Problem(sentence, { name, status: response.status, title, violations: facts.violations });
}

/** Services write English; what is not translated is better shown so than not at all. */
function words(name, { title, detail, detailKorean }) {
  if (language() !== 'ko') {
    return [title, detail];
  }
  const [ownTitle, ownDetail] = refusals[name] ?? [];
  return [ownTitle ?? title, detailKorean ?? ownDetail ?? detail];
}

/** Pages send people to sign in, so the page is loaded again; once, lest it goes round in circles. */
function signInAgain() {
  const last = Number(sessionStorage.getItem(ASKED_AGAIN));
  if (Date.now() - last > 20_000) {
    sessionStorage.setItem(ASKED_AGAIN, String(Date.now()));
    location.reload();
  }
}
