// Calls of the services' APIs, on our own origin: the session cookie goes along, no token is here.
import { refusal } from '../words/refusals.js';
import { t } from '../words/words.js';

const PATIENCE = 30_000;

/** Tells `signed-out` whenever a service knows nobody behind a call. */
export const signedOut = new EventTarget();

/** What a service refused, or why it could not be asked: the problem's fields, and words for people in the language of the moment. */
export class Problem extends Error {
  #words;

  /**
   * @param {() => [string | undefined, string | undefined]} words title and sentence
   * @param {{name: string, status: number, violations?: {field: string, message: string}[]}} facts with whatever else the service told, such as serviceAccount
   */
  constructor(words, facts) {
    super(); // without a message of its own, which would hide the words
    this.#words = words;
    this.name = facts.name;
    this.status = facts.status;
    this.violations = facts.violations ?? [];
    this.facts = facts;
  }

  get title() {
    return this.#words()[0] ?? t('problemTitle');
  }

  get message() {
    return this.#words()[1] ?? this.#words()[0] ?? '';
  }
}

export const api = {
  /** @param {Record<string, unknown>} query values that are null, undefined or '' are left out */
  get: (path, query, signal) => call('GET', withQuery(path, query), { signal }),
  /** What takes a service longer than usual says for how long, in milliseconds. */
  post: (path, body, headers, patience) => call('POST', path, { body, headers, patience }),
  /** A question that takes a body and changes nothing, so that asking again is always right. */
  ask: (path, body) => call('POST', path, { body, headers: {}, changes: false }),
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

async function call(method, path, { body, raw, headers = {}, signal, patience = PATIENCE, changes = method !== 'GET' }) {
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
    throw unreachable(failure, signal, changes);
  }
  if (!response.ok) {
    throw await refused(response, changes);
  }
  return response.status === 204 ? null : parsed(response);
}

async function parsed(response) {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** Whoever aborted a call wants no problem, but must be able to tell. */
function unreachable(failure, signal, changes) {
  if (signal?.aborted) {
    return failure;
  }
  const name = failure.name === 'TimeoutError' ? 'timeout' : 'offline';
  const key = `${name === 'timeout' ? 'problemAborted' : 'problemOffline'}${changes ? 'Change' : ''}`;
  return new Problem(() => [changes ? t('problemUnclear') : undefined, t(key)], { name, status: 0 });
}

async function refused(response, changes) {
  const facts = await parsed(response).catch(() => ({})) ?? {};
  const name = String(facts.type ?? '').split('/').pop() || `http-${response.status}`;
  if (response.status === 401) {
    signedOut.dispatchEvent(new Event('signed-out'));
  }
  return new Problem(() => words(name, response, facts, changes), { ...facts, name, status: response.status });
}

/** A change that nobody answered for may have been made: then the advice is to look. */
function words(name, response, facts, changes) {
  if (changes && isUnclear(name, response.status)) {
    return [t('problemUnclear'), t('problemServiceChange')];
  }
  if (name === 'service-unreachable' || name.startsWith('http-5')) {
    return [undefined, t('problemService')];
  }
  const [title, sentence] = refusal(name, facts);
  return [title, sentence ?? title ?? response.statusText];
}

/** 503 is a refusal before anything was done; the other failures of a service may come after it. */
const isUnclear = (name, status) => name === 'service-unreachable' || name === 'internal-error' || (status >= 500 && status !== 503 && name.startsWith('http-'));
