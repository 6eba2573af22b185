import { LitElement, html, nothing } from 'lit';
import { join } from './hub';
import { toast } from './toasts';

interface Notice { id: string; text: string; link?: string; at: string; read: boolean }

// What this tab has been told; the bell itself is a new one on every page.
let known: Set<string> | undefined;

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
    this.#leave = join(this.getAttribute('topic') ?? '', undefined, () => void this.#load());
    void this.#load();
  }

  disconnectedCallback() { super.disconnectedCallback(); this.#leave?.(); this.#ends.abort(); }

  async #load() {
    try {
      const answer = await fetch('/api/v1/notifications?size=8',
        { headers: { accept: 'application/json' }, signal: this.#ends.signal });
      if (!answer.ok) return;
      const page = await answer.json() as { items: Notice[]; unread: number };
      this.notices = page.items;
      this.unread = page.unread;
      const fresh = page.items.filter(n => !n.read && known && !known.has(n.id));
      for (const notice of fresh.reverse()) toast(notice.text, 'done', notice.link);
      known = new Set([...known ?? [], ...page.items.map(n => n.id)]);
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
              <li class="row-link !py-3 ${n.read ? 'text-muted' : ''}">
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
