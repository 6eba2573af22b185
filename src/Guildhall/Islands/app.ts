// On every page, so kept small. An island's code is fetched when its tag first appears.
import '@hotwired/turbo';
import './islands/toasts';
import './islands/manners';
import './islands/morph';

const islands: Record<string, () => Promise<unknown>> = {
  'x-live': () => import('./islands/live'),
  'x-bell': () => import('./islands/bell'),
  'x-autosave': () => import('./islands/autosave'),
  'x-chips': () => import('./islands/chips'),
  'x-countdown': () => import('./islands/countdown'),
  'x-preview': () => import('./islands/preview'),
  'x-suggest': () => import('./islands/suggest'),
  'x-count': () => import('./islands/count'),
  'x-skill-hints': () => import('./islands/skill-hints'),
};

function load(root: ParentNode) {
  for (const [tag, module] of Object.entries(islands))
    if (!customElements.get(tag) && root.querySelector(tag)) void module();
}

load(document);
new MutationObserver(() => load(document)).observe(document.documentElement, { childList: true, subtree: true });
