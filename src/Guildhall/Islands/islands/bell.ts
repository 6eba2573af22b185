import { LitElement, html, nothing } from 'lit';
import { join } from './hub';
import { toast } from './toasts';

interface Notice { id: string; text: string; link?: string; at: string; readAt?: string | null }

/** The bell in the header: how many are unread, and the last few on demand. Without a script it is a link. */
class XBell extends LitElement {
  static properties = { notices: { state: true }, unread: { state: true }, open: { state: true } };
  declare notices: Notice[];
  declare unread: number;
  declare open: boolean;
  #leave?: () => void;
  #ends = new AbortController();

  createRenderRoot() { this.replaceChildren(); return this; }

  connectedCallback() {
    this.notices ??= [];
    this.unread ??= Number(this.getAttribute('unread') ?? 0);
    this.open = false;
    super.connectedCallback();
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    document.addEventListener('click', e => { if (!this.contains(e.target as Node)) this.open = false; }, { signal });
    document.addEventListener('keydown', e => {
      if (e.key !== 'Escape' || !this.open) return;
      this.open = false;
      this.querySelector('button')?.focus();
    }, { signal });
    void this.#load();
    void this.#follow();
  }

  disconnectedCallback() { super.disconnectedCallback(); this.#leave?.(); this.#ends.abort(); }

  async #follow() {
    const leave = await join(this.getAttribute('topic') ?? '', 0, frame => {
      const { text } = (frame.payload ?? {}) as { text?: string };
      if (text && this.hasUpdated && this.#known) toast(text);
      void this.#load();
    });
    if (this.isConnected) this.#leave = leave; else leave();
  }

  // The first frame after joining may be old news; only what comes after the first load is announced.
  #known = false;

  async #load() {
    try {
      const answer = await fetch('/api/v1/notifications?size=8',
        { headers: { accept: 'application/json' }, signal: this.#ends.signal });
      if (!answer.ok) return;
      const page = await answer.json() as { items: Notice[]; unread?: number };
      this.notices = page.items;
      this.unread = page.unread ?? page.items.filter(n => !n.readAt).length;
      this.#known = true;
    } catch { /* offline or gone: the next frame or page asks again */ }
  }

  render() {
    const lang = document.documentElement.lang;
    const when = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
    const label = this.getAttribute('label') ?? '';
    return html`
      <button type="button" class="btn btn-ghost btn-square relative" aria-expanded=${this.open}
        @click=${() => { this.open = !this.open; }}>
        <span class="sr-only">${label}</span>
        <svg width="20" height="20" aria-hidden="true"><use href=${this.getAttribute('icon') ?? ''}></use></svg>
        ${this.unread ? html`
          <span class="bell-count">${this.unread > 99 ? '99+' : this.unread}</span>` : nothing}
      </button>
      ${this.open ? html`
        <div class="float menu-float w-96 text-sm">
          ${this.notices.length === 0 ? html`
            <p class="p-5 text-center text-muted">${this.getAttribute('empty')}</p>` : html`
            <ul class="rows max-h-96 overflow-auto">${this.notices.map(n => html`
              <li class="row-link !py-3 ${n.readAt ? 'text-muted' : ''}">
                <a href=${n.link ?? '/notifications'} class="cover">${n.text}</a>
                <p class="num text-xs text-muted">${when.format(new Date(n.at))}</p>
              </li>`)}</ul>`}
          <p class="border-t border-line px-5 py-2.5">
            <a href="/notifications" class="ink-link">${this.getAttribute('all')}</a>
          </p>
        </div>` : nothing}`;
  }
}

customElements.define('x-bell', XBell);
