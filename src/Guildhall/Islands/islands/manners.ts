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
