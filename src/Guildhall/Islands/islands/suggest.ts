import { visit } from '@hotwired/turbo';

interface Suggestion { kind: 'skill' | 'word' | 'name'; text: string; count: number; url?: string }

/** Offers under a search field what it could mean: skills, words in use, people. Without it one types and sends. */
class XSuggest extends HTMLElement {
  #ends = new AbortController();
  #ask?: AbortController;
  #timer?: number;
  #list?: HTMLUListElement;
  #found: Suggestion[] = [];
  #at = -1;

  get #field() { return this.querySelector('input')!; }

  connectedCallback() {
    this.#ends = new AbortController();
    const field = this.#field;
    // A page restored from Turbo's cache brings the list it had; it is drawn afresh.
    this.querySelector('[role=listbox]')?.remove();
    this.#list = Object.assign(document.createElement('ul'), {
      id: `${field.id}-found`, hidden: true,
      className: 'float absolute inset-x-0 top-full mt-1 z-30 max-h-80 overflow-auto py-1 text-sm',
    });
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', this.getAttribute('label') ?? '');
    this.append(this.#list);
    for (const [name, value] of Object.entries({
      role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': this.#list.id,
    })) field.setAttribute(name, value);
    const signal = this.#ends.signal;
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#search(), 120);
    }, { signal });
    field.addEventListener('keydown', event => this.#key(event), { signal });
    field.addEventListener('blur', () => setTimeout(() => this.#close(), 150), { signal });
  }

  disconnectedCallback() { this.#ends.abort(); this.#ask?.abort(); clearTimeout(this.#timer); }

  async #search() {
    this.#ask?.abort();
    this.#ask = new AbortController();
    const text = this.#field.value.trim();
    if (text.length < 2) { this.#close(); return; }
    try {
      const answer = await fetch(`${this.getAttribute('source')}&q=${encodeURIComponent(text)}`, {
        signal: this.#ask.signal, headers: { accept: 'application/json' },
      });
      this.#found = answer.ok ? await answer.json() as Suggestion[] : [];
    } catch { return; }
    this.#at = -1;
    this.#show();
  }

  #show() {
    this.#list!.replaceChildren(...this.#found.map((one, i) => {
      const item = Object.assign(document.createElement('li'), {
        id: `${this.#list!.id}-${i}`,
        className: 'flex cursor-pointer justify-between gap-4 px-3 py-1.5 aria-selected:bg-primary-wash',
      });
      item.setAttribute('role', 'option');
      item.append(Object.assign(document.createElement('span'), { textContent: one.text }),
        Object.assign(document.createElement('span'), {
          className: 'num text-muted',
          textContent: one.kind === 'name' ? this.getAttribute('person') : one.count.toLocaleString(),
        }));
      item.addEventListener('mousedown', event => { event.preventDefault(); this.#choose(one); });
      return item;
    }));
    this.#mark();
  }

  #mark() {
    const open = this.#found.length > 0;
    this.#list!.hidden = !open;
    this.#field.setAttribute('aria-expanded', `${open}`);
    [...this.#list!.children].forEach((item, i) => item.setAttribute('aria-selected', `${i === this.#at}`));
    if (this.#at >= 0) this.#field.setAttribute('aria-activedescendant', `${this.#list!.id}-${this.#at}`);
    else this.#field.removeAttribute('aria-activedescendant');
  }

  #close() { this.#found = []; this.#at = -1; if (this.#list) this.#mark(); }

  #key(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && this.#found.length) {
      event.preventDefault();
      this.#at = (this.#at + step + this.#found.length + (this.#at < 0 && step < 0 ? 1 : 0)) % this.#found.length;
      this.#mark();
    } else if (event.key === 'Enter' && this.#at >= 0) {
      event.preventDefault();
      this.#choose(this.#found[this.#at]!);
    } else if (event.key === 'Escape') this.#close();
  }

  #choose(one: Suggestion) {
    this.#close();
    if (one.url) { visit(one.url); return; }
    this.#field.value = one.text;
    this.#field.form?.requestSubmit();
  }
}

customElements.define('x-suggest', XSuggest);
