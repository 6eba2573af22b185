/** Says on the button of a form how much it would find, before it is sent. */
class XCount extends HTMLElement {
  #ends = new AbortController();
  #ask?: AbortController;
  #timer?: number;
  #button?: HTMLElement;
  #plain = '';

  connectedCallback() {
    this.#ends = new AbortController();
    this.#button = this.querySelector('button') ?? undefined;
    this.#plain = this.getAttribute('plain') ?? '';
    const form = this.closest('form');
    const changed = () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => { if (form) void this.#count(form); }, 250);
    };
    for (const event of ['input', 'change']) form?.addEventListener(event, changed, { signal: this.#ends.signal });
  }

  disconnectedCallback() {
    this.#ends.abort();
    this.#ask?.abort();
    clearTimeout(this.#timer);
    this.#say(this.#plain);
  }

  async #count(form: HTMLFormElement) {
    this.#ask?.abort();
    this.#ask = new AbortController();
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value.trim()) asked.append(name, value);
    try {
      const answer = await fetch(`${this.getAttribute('source')}?${asked}`, {
        signal: this.#ask.signal, headers: { accept: 'application/json' },
      });
      this.#say(answer.ok ? this.#words((await answer.json() as { total: number }).total) : this.#plain);
    } catch { /* changed again, or offline: the button keeps what it says */ }
  }

  #words(total: number) {
    const words = this.getAttribute(total === 1 ? 'single' : 'many') ?? '{0}';
    return words.replace('{0}', total.toLocaleString(document.documentElement.lang));
  }

  #say(words: string) { if (this.#button) this.#button.textContent = words; }
}

customElements.define('x-count', XCount);
export {};
