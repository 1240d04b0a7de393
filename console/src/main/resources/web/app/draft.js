// What people have typed and nobody has saved yet. A draft is its only owner: rendering, a refusal, a time-out or a newer version of the thing never change it.
import { session } from './session.js';

const KEPT = 'daybreak.draft.';

/** The drafts of what is on the page. */
const present = new Set();

/** Whether leaving the page would leave something behind that was typed and not saved. */
export const unsaved = () => [...present].some((draft) => draft.dirty);

export const discardAll = () => present.forEach((draft) => draft.discard());

window.addEventListener('beforeunload', (event) => unsaved() && event.preventDefault());

/**
 * The edits of one form, laid over what the service has. A Lit controller:
 *
 *   #draft = new Draft(this, { secrets: ['webhookSecret'] });
 *   this.#draft.load('shop/my-shop', settings);             what the service has, as often as it is read
 *   this.#draft.set('sender.name', 'Tea');                   what a person types, by path
 *   this.#draft.settle(saved, sent);                         what the service has after saving `sent`
 *
 * Edits are kept for this tab and this person in the browser's session storage under the key, and are back after a reload; paths in `secrets` never are.
 */
export class Draft {
  #host;
  #secrets;
  #key;
  #base = {};

  /** By path: { from: what the service had when the edit began, to: what was typed }. */
  #edits = {};

  constructor(host, { secrets = [] } = {}) {
    this.#host = host;
    this.#secrets = secrets;
    host.addController(this);
  }

  hostConnected() {
    present.add(this);
  }

  hostDisconnected() {
    present.delete(this);
  }

  load(key, base) {
    if (key !== this.#key) {
      this.#key = key;
      this.#edits = kept(this.#address);
    }
    this.#base = base;
    this.#changed();
  }

  get value() {
    return Object.entries(this.#edits).reduce((value, [path, { to }]) => withValue(value, path, to), this.#base);
  }

  get dirty() {
    return Object.keys(this.#edits).length > 0;
  }

  set(path, to) {
    const { [path]: before, ...others } = this.#edits;
    this.#edits = { ...others, [path]: { from: before ? before.from : at(this.#base, path), to } };
    this.#changed();
  }

  /** Where somebody else has changed what is edited here: [{ path, theirs, yours }]. */
  get conflicts() {
    return Object.entries(this.#edits)
      .filter(([path, { from }]) => !same(from, at(this.#base, path)))
      .map(([path, { to }]) => ({ path, theirs: at(this.#base, path), yours: to }));
  }

  takeTheirs(path) {
    const { [path]: ignored, ...others } = this.#edits;
    this.#edits = others;
    this.#changed();
  }

  keepYours(path) {
    this.#edits = { ...this.#edits, [path]: { from: at(this.#base, path), to: this.#edits[path].to } };
    this.#changed();
  }

  /** Saved: what was typed since it was sent stays. */
  settle(base, sent) {
    const later = Object.entries(this.#edits).filter(([path, { to }]) => !same(to, at(sent, path)));
    this.#base = base;
    this.#edits = Object.fromEntries(later.map(([path, { to }]) => [path, { from: at(base, path), to }]));
    this.#changed();
  }

  discard() {
    this.#edits = {};
    this.#changed();
  }

  get #address() {
    return `${KEPT}${session()?.subject}.${this.#key}`;
  }

  /** An edit back to what the service has is none. */
  #changed() {
    this.#edits = Object.fromEntries(Object.entries(this.#edits).filter(([path, { to }]) => !same(to, at(this.#base, path))));
    const open = Object.entries(this.#edits).filter(([path]) => !this.#secrets.includes(path));
    try {
      if (open.length > 0) {
        sessionStorage.setItem(this.#address, JSON.stringify(Object.fromEntries(open)));
      } else {
        sessionStorage.removeItem(this.#address);
      }
    } catch {
      // A full or forbidden storage costs the survival of a reload, not the edit.
    }
    this.#host.requestUpdate();
  }
}

function kept(address) {
  try {
    return JSON.parse(sessionStorage.getItem(address)) ?? {};
  } catch {
    return {};
  }
}

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const at = (value, path) => path.split('.').reduce((part, name) => part?.[name], value);

function withValue(value, path, to) {
  const [name, ...rest] = path.split('.');
  return { ...value, [name]: rest.length ? withValue(value?.[name], rest.join('.'), to) : to };
}
