// Small manners of every page: "/" goes to the search field, an open menu closes on Escape or a click elsewhere.
const typing = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input,textarea,select,[contenteditable]');
const openMenus = () =>
  document.querySelectorAll<HTMLDetailsElement>('details.drawer[open], details.hallmark-proof[open]');

document.addEventListener('keydown', event => {
  if (event.key === '/' && !typing(event.target) && !event.ctrlKey && !event.metaKey) {
    const search = document.querySelector<HTMLInputElement>('input[type=search]');
    if (search) { event.preventDefault(); search.focus(); }
  }
  if (event.key === 'Escape')
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
});

document.addEventListener('click', event => {
  for (const menu of openMenus())
    if (!menu.contains(event.target as Node)) menu.open = false;
});

// A form that was refused comes back in place: go to the first field that needs another look, or to the words.
let refused = false;
document.addEventListener('turbo:submit-end', event => {
  refused = !(event as CustomEvent<{ success?: boolean }>).detail.success;
});
document.addEventListener('turbo:render', () => {
  if (!refused) return;
  refused = false;
  const field = document.querySelector<HTMLElement>('main form [aria-invalid=true]:not([type=hidden])');
  const words = document.querySelector<HTMLElement>('main [role=alert]');
  if (!field && words) words.tabIndex = -1;
  (field ?? words)?.focus();
});

// A page that is left while it is still on its way is no fault.
window.addEventListener('unhandledrejection', event => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
});
