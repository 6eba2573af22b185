/** Looks again at the frames inside when the draft beside them was saved. */
class XPreview extends HTMLElement {
  #ends = new AbortController();

  connectedCallback() {
    this.#ends = new AbortController();
    document.addEventListener('autosave:saved', () => this.#reload(), { signal: this.#ends.signal });
  }

  disconnectedCallback() { this.#ends.abort(); }

  #reload() {
    for (const frame of this.querySelectorAll<HTMLElement & { src: string | null; reload(): void }>('turbo-frame')) {
      if (frame.src) frame.reload();
      else if (frame.dataset.src) frame.src = frame.dataset.src;
    }
  }
}

customElements.define('x-preview', XPreview);
export {};
