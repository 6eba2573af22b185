import { visit } from '@hotwired/turbo';
import { changed } from './forms';
import { join, type Frame } from './hub';

// What is typed while the answer is on its way stays as well.
let [ours, refreshing] = [false, false];
document.addEventListener('turbo:visit', () => { refreshing = ours; });
document.addEventListener('turbo:submit-start', () => { refreshing = false; });
document.addEventListener('turbo:before-morph-element', event => {
  if (refreshing && changed(event.target as Element)) event.preventDefault();
});

/** Follows a topic and refreshes what the page shows; never over what somebody is typing. */
class XLive extends HTMLElement {
  #leave?: () => void;
  #newest = 0;
  #asked = 0;
  #settled = () => { if (this.#newest > Math.max(this.#shown, this.#asked)) this.#news(); };
  #ended = (event: Event) => { if (!(event as CustomEvent<{ success?: boolean }>).detail.success) this.#settled(); };

  connectedCallback() {
    this.#newest = this.#shown;
    this.#leave = join(this.getAttribute('topic') ?? '', this.#shown, frame => this.#hear(frame));
    document.addEventListener('turbo:load', this.#settled);
    document.addEventListener('turbo:submit-end', this.#ended);
  }

  disconnectedCallback() {
    this.#leave?.();
    document.removeEventListener('turbo:load', this.#settled);
    document.removeEventListener('turbo:submit-end', this.#ended);
  }

  /** The number of the news this page was made from; a refresh brings the new one. */
  get #shown() { return Number(this.getAttribute('since') ?? 0); }

  #hear(frame: Frame) {
    this.#newest = frame.sequence;
    this.dispatchEvent(new CustomEvent('live:news', { bubbles: true }));
    this.#news();
  }

  // While the person is on the way somewhere the news waits for the page that comes.
  #news() {
    if (document.documentElement.hasAttribute('aria-busy') || document.querySelector('main form[aria-busy]')) return;
    if (typing()) this.#offer(); else this.#refresh();
  }

  #refresh() {
    this.#asked = this.#newest;
    this.querySelector(':scope > .live-offer')?.remove();
    const frame = this.getAttribute('frame');
    const target = frame ? document.getElementById(frame) as (HTMLElement & { reload(): void }) | null : null;
    // Turbo's own "refresh" asks for the document's base, which is the home page.
    if (target) { target.reload(); return; }
    ours = true;
    visit(location.href, { action: 'replace', shouldCacheSnapshot: false });
    ours = false;
  }

  #offer() {
    if (this.querySelector(':scope > .live-offer')) return;
    const offer = document.createElement('p');
    offer.className = 'live-offer note mb-4 text-sm';
    offer.setAttribute('role', 'status');
    offer.append(this.getAttribute('news') + ' ');
    const show = Object.assign(document.createElement('button'), { type: 'button', className: 'ink-link' });
    show.textContent = this.getAttribute('show');
    show.onclick = () => this.#refresh();
    offer.append(show);
    this.prepend(offer);
  }
}

// Also a page that answered with errors: what was typed is what it shows now.
function typing() {
  return [...document.querySelectorAll<HTMLFormElement>('main form')].some(form => form.method === 'post'
    && (form.querySelector('[aria-invalid=true],[role=alert]') || [...form.elements].some(changed)));
}

customElements.define('x-live', XLive);
