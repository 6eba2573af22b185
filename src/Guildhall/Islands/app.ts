// On every page, so kept small. An island's code is fetched when its tag first appears.
import '@hotwired/turbo';
import './islands/toasts';
import './islands/manners';

const islands: Record<string, () => Promise<unknown>> = {
};

function load(root: ParentNode) {
  for (const [tag, module] of Object.entries(islands))
    if (!customElements.get(tag) && root.querySelector(tag)) void module();
}

load(document);
new MutationObserver(() => load(document)).observe(document.documentElement, { childList: true, subtree: true });
