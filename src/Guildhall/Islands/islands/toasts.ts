/** Says something that happened, out of the flow of the page. Never the only place of an error. */
export function toast(text: string, kind: 'done' | 'error' = 'done', link?: string) {
  const tray = document.getElementById('toasts');
  if (!tray) return;
  const slip = document.createElement('div');
  slip.className = `toast-slip ${kind}`;
  slip.setAttribute('role', kind === 'error' ? 'alert' : 'status');
  const words = link ? Object.assign(document.createElement('a'), { href: link }) : document.createElement('span');
  words.className = 'flex-1';
  words.textContent = text;
  slip.append(words);
  const close = Object.assign(document.createElement('button'),
    { type: 'button', textContent: '×', className: 'px-1 text-muted' });
  close.setAttribute('aria-label', tray.dataset.close ?? 'Close');
  close.onclick = () => slip.remove();
  slip.append(close);
  tray.append(slip);
  if (kind === 'done') setTimeout(() => slip.remove(), 5000);
}

customElements.define('x-toasts', class extends HTMLElement {
  connectedCallback() { this.className = 'fixed bottom-4 right-4 z-50 grid gap-2 print:hidden'; }
});
