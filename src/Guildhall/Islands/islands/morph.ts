// Turbo writes the answer over the page that is open. What the reader or an island made of the page stays.
const drawnByScript = 'x-bell,x-chips,x-skill-hints,x-countdown';

document.addEventListener('turbo:before-morph-element', event => {
  const { newElement } = (event as CustomEvent<{ newElement?: Element }>).detail;
  const old = event.target as Element;
  if (!newElement) return;
  if (old.matches(drawnByScript)) {
    take(old, newElement);
    const [field, asked] = [old, newElement].map(e => e.querySelector('input[name]'));
    if (field && asked) take(field, asked, ['aria-invalid', 'aria-describedby']);
    event.preventDefault();
  }
  // A frame that has loaded keeps what it loaded.
  if (old.matches('turbo-frame[src]') && old.getAttribute('src')?.endsWith(newElement.getAttribute('src') ?? '–'))
    event.preventDefault();
});

document.addEventListener('turbo:before-morph-attribute', event => {
  const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
  if (attributeName === 'open' && event.target instanceof HTMLDetailsElement) event.preventDefault();
});

function take(to: Element, from: Element, names = from.getAttributeNames()) {
  for (const name of names)
    if (from.hasAttribute(name)) to.setAttribute(name, from.getAttribute(name)!); else to.removeAttribute(name);
}
