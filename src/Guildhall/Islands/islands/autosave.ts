import { changed } from './forms';

/** Posts the form inside to its own address after each change; the server keeps it as a draft. */
class XAutosave extends HTMLElement {
  #ends = new AbortController();
  #timer?: number;
  #changed = false;
  #saving?: Promise<void>;

  connectedCallback() {
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    const later = () => {
      this.#changed = true;
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#save(), 900);
    };
    this.addEventListener('input', later, { signal });
    this.addEventListener('change', later, { signal });
    document.addEventListener('turbo:before-fetch-request', e => this.#hold(e as CustomEvent), { signal });
    // Typed before this code was there.
    if ([...this.querySelector('form')?.elements ?? []].some(changed)) later();
    addEventListener('pagehide', () => { if (this.#changed) void this.#post(true); }, { signal });
  }

  disconnectedCallback() { this.#ends.abort(); clearTimeout(this.#timer); }

  // The next page is asked for only when the last words are kept, and an older text never lands on a newer one.
  #hold(event: CustomEvent<{ resume: (value: unknown) => void }>) {
    clearTimeout(this.#timer);
    if (event.target === this.querySelector('form')) this.#changed = false;
    else if (this.#changed) this.#save();
    if (!this.#saving) return;
    event.preventDefault();
    void this.#saving.then(event.detail.resume);
  }

  #save() {
    const before = this.#saving;
    const now: Promise<void> = (before ?? Promise.resolve()).then(() => this.#post())
      .finally(() => { if (this.#saving === now) this.#saving = undefined; });
    this.#saving = now;
  }

  async #post(keepalive = false) {
    const form = this.querySelector('form');
    if (!form) return;
    this.#changed = false;
    this.#say(this.getAttribute('saving') ?? '');
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    try {
      const answer = await fetch(form.getAttribute('action') || location.href,
        { method: 'POST', body: data, headers: { 'X-Autosave': '1' }, redirect: 'manual', keepalive });
      this.#said(answer.ok);
    } catch {
      this.#said(false);
    }
  }

  #said(kept: boolean) {
    this.#say(kept ? this.#savedNow() : this.getAttribute('failed') ?? '');
    if (kept) this.dispatchEvent(new CustomEvent('autosave:saved', { bubbles: true }));
    else this.#changed = true;
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
