import { renderStreamMessage } from '@hotwired/turbo';
import { join } from './hub';

/** Follows a topic and refreshes what the page shows; never over what somebody is typing. */
class XLive extends HTMLElement {
  #leave?: () => void;

  async connectedCallback() {
    const [topic, since] = [this.getAttribute('topic') ?? '', Number(this.getAttribute('since') ?? 0)];
    const leave = await join(topic, since, () => this.#news());
    if (this.isConnected) this.#leave = leave; else leave();
  }

  disconnectedCallback() { this.#leave?.(); }

  #news() {
    this.dispatchEvent(new CustomEvent('live:news', { bubbles: true }));
    if (typing()) this.#offer(); else this.#refresh();
  }

  #refresh() {
    this.querySelector(':scope > .live-offer')?.remove();
    const frame = this.getAttribute('frame');
    const target = frame ? document.getElementById(frame) as (HTMLElement & { reload(): void }) | null : null;
    if (target) target.reload();
    else renderStreamMessage('<turbo-stream action="refresh"></turbo-stream>');
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

function typing() {
  return [...document.querySelectorAll<HTMLFormElement>('main form')].some(form =>
    form.method === 'post' && [...form.elements].some(changed));
}

function changed(control: Element) {
  if (control instanceof HTMLInputElement)
    switch (control.type) {
      case 'checkbox': case 'radio': return control.checked !== control.defaultChecked;
      case 'file': return control.files!.length > 0;
      case 'hidden': return false;
      default: return control.value !== control.defaultValue;
    }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  const options = control instanceof HTMLSelectElement ? [...control.options] : [];
  return options.some(o => o.defaultSelected) && options.some(o => o.selected !== o.defaultSelected);
}

customElements.define('x-live', XLive);
