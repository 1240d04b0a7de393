import { api } from '../app/api.js';
import { SERVICES } from './services.js';

/** Letters about which a person may still decide are in these states. */
const UNDECIDED = ['WAITING', 'FAILED', 'PARKED'];

/**
 * How many dead letters of each service wait, kept up to date. A Lit controller: new LetterCounts(this, () => isOperator()).
 * `of(service)` is undefined while it is not known, so that nobody takes silence for nothing.
 */
export class LetterCounts {
  #host;
  #wanted;
  #every;
  #timer;
  #counts = {};

  constructor(host, wanted = () => true, every = 30_000) {
    this.#host = host;
    this.#wanted = wanted;
    this.#every = every;
    host.addController(this);
  }

  hostConnected() {
    this.read();
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  of(service) {
    return this.#counts[service];
  }

  /** Of those services that have answered. */
  get total() {
    return Object.values(this.#counts).reduce((sum, count) => sum + (count ?? 0), 0);
  }

  /** Whether every service has said that nothing waits. */
  get none() {
    return SERVICES.every((service) => this.#counts[service] === 0);
  }

  async read() {
    clearTimeout(this.#timer);
    if (this.#wanted() && document.visibilityState === 'visible') {
      const counts = await Promise.all(SERVICES.map(count));
      this.#counts = Object.fromEntries(SERVICES.map((service, index) => [service, counts[index]]));
      this.#host.requestUpdate();
    }
    clearTimeout(this.#timer);
    if (this.#host.isConnected) {
      this.#timer = setTimeout(() => this.read(), this.#every);
    }
  }
}

async function count(service) {
  try {
    const pages = await Promise.all(UNDECIDED.map((state) => api.get(`/api/dead-letters/${service}`, { state, size: 1 })));
    return pages.reduce((sum, { total }) => sum + total, 0);
  } catch {
    return undefined;
  }
}
