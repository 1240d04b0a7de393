/**
 * Follows what changes: by server-sent events, and by asking every few seconds where or while they fail. A page that nobody looks at asks for nothing.
 *
 * A Lit controller: new Live(this, { path: '/api/raw-data/events', onEvent: (status) => …, poll: () => … }).
 * `poll` returns a promise that ends with the answer: the next one is asked for only then.
 * `path` may be a function; `poll` is also called when events come back, for what was missed meanwhile. Without a path it only polls.
 */
export class Live {
  #host;
  #options;
  #source;
  #timer;
  #asking = false;

  /** 'live' or 'polling' */
  mode = 'polling';

  constructor(host, { path, onEvent, poll, every = 5000, again = 30_000 }) {
    this.#host = host;
    this.#options = { path, onEvent, poll, every, again };
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#look);
    this.#stop();
  }

  #look = () => {
    this.#stop();
    if (document.visibilityState === 'visible') {
      this.#startPolling();
      this.#open();
    }
  };

  #open() {
    const { path, onEvent, again } = this.#options;
    if (!path) {
      return;
    }
    const source = new EventSource(typeof path === 'function' ? path() : path);
    this.#source = source;
    let opened = false;
    source.onopen = () => {
      clearInterval(this.#timer);
      this.#become('live');
      if (opened) {
        this.#poll();
      }
      opened = true;
    };
    source.onmessage = (event) => onEvent(JSON.parse(event.data));
    source.onerror = () => {
      if (this.#source !== source) {
        return;
      }
      this.#startPolling();
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(() => this.#source === source && this.#look(), again);
      }
    };
  }

  /** Asks, unless the last answer is still to come. */
  async #poll() {
    if (!this.#asking) {
      this.#asking = true;
      await Promise.resolve(this.#options.poll?.()).catch(() => {});
      this.#asking = false;
    }
  }

  #startPolling() {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#poll(), this.#options.every);
    this.#become('polling');
  }

  #stop() {
    clearInterval(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  #become(mode) {
    if (this.mode !== mode) {
      this.mode = mode;
      this.#host.requestUpdate();
    }
  }
}
