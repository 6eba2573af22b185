/** Posts the form inside to its own address after each change; the server keeps it as a draft. */
class XAutosave extends HTMLElement {
  #ends = new AbortController();
  #timer?: number;
  #sent?: Promise<void>;

  connectedCallback() {
    this.#ends = new AbortController();
    const later = () => { clearTimeout(this.#timer); this.#timer = window.setTimeout(() => void this.#save(), 900); };
    this.addEventListener('input', later, { signal: this.#ends.signal });
    this.addEventListener('change', later, { signal: this.#ends.signal });
    this.addEventListener('submit', () => clearTimeout(this.#timer), { signal: this.#ends.signal });
  }

  disconnectedCallback() { this.#ends.abort(); clearTimeout(this.#timer); }

  async #save() {
    await this.#sent; // one after the other, so that an older text never lands on a newer one
    this.#sent = this.#post();
  }

  async #post() {
    const form = this.querySelector('form');
    if (!form) return;
    this.#say(this.getAttribute('saving') ?? '');
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    try {
      const answer = await fetch(form.getAttribute('action') || location.href, {
        method: 'POST', body: data, headers: { 'X-Autosave': '1' }, redirect: 'manual', signal: this.#ends.signal,
      });
      const kept = answer.ok || answer.type === 'opaqueredirect';
      this.#say(kept ? this.#savedNow() : this.getAttribute('failed') ?? '');
      if (kept) this.dispatchEvent(new CustomEvent('autosave:saved', { bubbles: true }));
    } catch (problem) {
      if (!this.#ends.signal.aborted) this.#say(this.getAttribute('failed') ?? '');
    }
  }

  #savedNow() {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
    return (this.getAttribute('saved') ?? '').replace('{0}', time.format(new Date()));
  }

  #say(words: string) {
    const state = this.querySelector('[data-state]');
    if (state) state.textContent = words;
  }
}

customElements.define('x-autosave', XAutosave);
export {};
