interface Hint { name: string; level: number; words: string }

/** Shows, while somebody writes, which skills the text names and by which words. */
class XSkillHints extends HTMLElement {
  #ends = new AbortController();
  #timer?: number;
  #ask?: AbortController;

  connectedCallback() {
    this.#ends = new AbortController();
    const text = document.getElementById(this.getAttribute('for') ?? '') as HTMLTextAreaElement | null;
    text?.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#read(text.value), 200);
    }, { signal: this.#ends.signal });
    if (text?.value) void this.#read(text.value);
  }

  disconnectedCallback() { this.#ends.abort(); this.#ask?.abort(); clearTimeout(this.#timer); }

  async #read(text: string) {
    this.#ask?.abort();
    this.#ask = new AbortController();
    try {
      const answer = await fetch(this.getAttribute('source') ?? '', {
        method: 'POST', body: JSON.stringify({ text: text.slice(0, 20_000) }), signal: this.#ask.signal,
        headers: { 'content-type': 'application/json' },
      });
      if (answer.ok) this.#show((await answer.json() as { skills: Hint[] }).skills);
    } catch { /* typed on, or offline: the next pause asks again */ }
  }

  #show(hints: Hint[]) {
    const heading = Object.assign(document.createElement('p'), {
      className: 'eyebrow mb-1.5', textContent: this.getAttribute('heading'),
    });
    const list = Object.assign(document.createElement('ul'), { className: 'flex flex-wrap gap-x-4 gap-y-2 text-sm' });
    for (const hint of hints) {
      const item = Object.assign(document.createElement('li'), { className: 'flex items-center gap-2' });
      const chip = Object.assign(document.createElement('span'), { className: 'skill', textContent: hint.name });
      chip.append(Object.assign(document.createElement('span'), { className: 'level', textContent: `${hint.level}` }));
      const why = Object.assign(document.createElement('span'), {
        className: 'text-muted', textContent: (this.getAttribute('mentions') ?? '').replace('{0}', hint.words),
      });
      item.append(chip, why);
      list.append(item);
    }
    this.replaceChildren(...(hints.length > 0 ? [heading, list] : []));
  }
}

customElements.define('x-skill-hints', XSkillHints);
export {};
