import { LitElement, html, nothing } from 'lit';

interface Chip { name: string; level?: number }

/** A picker over a plain text field: the field keeps what is posted, the chips only write it. */
class XChips extends LitElement {
  static properties = { chips: { state: true }, found: { state: true }, at: { state: true }, open: { state: true } };
  declare chips: Chip[];
  declare found: string[];
  declare at: number;
  declare open: boolean;
  #field!: HTMLInputElement;
  #ask?: AbortController;
  #timer?: number;

  createRenderRoot() {
    // A page restored from Turbo's cache brings the picker it had; it is drawn afresh.
    const place = this.querySelector<HTMLElement>(':scope > [data-picker]') ?? document.createElement('div');
    place.replaceChildren();
    place.dataset.picker = '';
    this.append(place);
    return place;
  }

  connectedCallback() {
    this.#field ??= this.querySelector('input')!;
    this.#field.type = 'hidden';
    this.chips ??= this.#read(this.#field.value);
    this.found ??= [];
    this.at ??= -1;
    this.open ??= false;
    super.connectedCallback();
    this.#fit();
    document.addEventListener('turbo:render', this.#fit);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopSearch();
    document.removeEventListener('turbo:render', this.#fit);
  }

  // The label must lead to what is typed into, and an error be read there.
  #fit = () => {
    const id = this.#field.id;
    document.querySelector(`label[for="${id}"]`)?.setAttribute('for', `${id}-typed`);
    this.requestUpdate();
  };

  #stopSearch() { this.#ask?.abort(); clearTimeout(this.#timer); }

  get #levels() { return this.hasAttribute('levels'); }

  #read(text: string): Chip[] {
    return text.split(/[,;\n]/).map(part => part.trim()).filter(Boolean).map(part => {
      const match = /^(.+?)(?:\s*:\s*|\s+)(10|[1-9])$/.exec(part);
      return match ? { name: match[1]!.trim(), level: Number(match[2]) } : { name: part };
    });
  }

  #write() {
    this.#field.value = this.chips.map(c => c.level ? `${c.name} ${c.level}` : c.name).join(', ');
    this.#field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #add(name: string) {
    const clean = name.replaceAll(',', ' ').trim();
    const input = this.renderRoot.querySelector<HTMLInputElement>('[role=combobox]')!;
    input.value = '';
    this.#stopSearch();
    this.open = false;
    this.at = -1;
    if (!clean || this.chips.some(c => c.name.toLowerCase() === clean.toLowerCase())) return;
    const chip = this.#levels ? this.#read(clean)[0]! : { name: clean };
    this.chips = [...this.chips, this.#levels ? { level: 5, ...chip } : chip];
    this.#write();
  }

  #remove(chip: Chip) {
    this.chips = this.chips.filter(c => c !== chip);
    this.#write();
    this.renderRoot.querySelector<HTMLInputElement>('[role=combobox]')?.focus();
  }

  #level(chip: Chip, level: number) {
    chip.level = level;
    this.#write();
  }

  #typed(text: string) {
    clearTimeout(this.#timer);
    if (text.endsWith(',')) { this.#add(text.slice(0, -1)); return; }
    this.#timer = window.setTimeout(() => void this.#search(text.trim()), 120);
  }

  async #search(text: string) {
    const taken = new Set(this.chips.map(c => c.name.toLowerCase()));
    const near = [...this.querySelectorAll('option')].map(o => o.value)
      .filter(v => v.toLowerCase().includes(text.toLowerCase()));
    const source = this.getAttribute('source');
    let far: string[] = [];
    if (source && text) {
      this.#ask?.abort();
      this.#ask = new AbortController();
      try {
        const answer = await fetch(`${source}${source.includes('?') ? '&' : '?'}q=${encodeURIComponent(text)}`,
          { signal: this.#ask.signal, headers: { accept: 'application/json' } });
        const list: unknown = answer.ok ? await answer.json() : [];
        const items = Array.isArray(list) ? list : (list as { items?: unknown[] }).items ?? [];
        far = items.map(i => typeof i === 'string' ? i : String((i as { name?: string }).name ?? '')).filter(Boolean);
      } catch { return; }
      if (this.#ask.signal.aborted) return;
    }
    this.found = [...new Set([...far, ...near])].filter(n => !taken.has(n.toLowerCase())).slice(0, 8);
    this.open = text.length > 0 || this.found.length > 0;
    this.at = text.length > 0 && this.found.length > 0 ? 0 : -1;
  }

  #key(event: KeyboardEvent) {
    const input = event.target as HTMLInputElement;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      if (!this.open) void this.#search(input.value.trim());
      else if (this.found.length) this.at = (this.at + step + this.found.length) % this.found.length;
    } else if (event.key === 'Enter' && (input.value.trim() || this.at >= 0)) {
      event.preventDefault();
      this.#add(this.open && this.at >= 0 ? this.found[this.at]! : input.value);
    } else if (event.key === 'Escape') {
      this.open = false;
    } else if (event.key === 'Backspace' && !input.value && this.chips.length) {
      this.#remove(this.chips.at(-1)!);
    }
  }

  render() {
    const id = this.#field.id;
    const words = (name: string, value: string) => (this.getAttribute(name) ?? '{0}').replace('{0}', value);
    return html`
      <div class="input h-auto min-h-11 flex-wrap gap-1.5 py-1.5">
        ${this.chips.map(chip => html`
          <span class="skill pr-1">${chip.name}
            ${this.#levels ? html`
              <select class="level num cursor-pointer bg-transparent" aria-label=${words('level', chip.name)}
                @change=${(e: Event) => this.#level(chip, Number((e.target as HTMLSelectElement).value))}>
                ${Array.from({ length: 10 }, (_, i) => i + 1).map(n => html`
                  <option value=${n} ?selected=${n === (chip.level ?? 5)}>${n}</option>`)}
              </select>` : nothing}
            <button type="button" class="px-1 text-muted" aria-label=${words('remove', chip.name)}
              @click=${() => this.#remove(chip)}>×</button>
          </span>`)}
        <input id="${id}-typed" role="combobox" class="w-24 flex-1" autocomplete="off" aria-expanded=${this.open}
          aria-controls="${id}-options" aria-autocomplete="list"
          aria-activedescendant=${this.at >= 0 ? `${id}-option-${this.at}` : nothing}
          aria-describedby=${this.#field.getAttribute('aria-describedby') ?? nothing}
          aria-invalid=${this.#field.getAttribute('aria-invalid') ?? nothing}
          @input=${(e: InputEvent) => this.#typed((e.target as HTMLInputElement).value)} @keydown=${this.#key}
          @focus=${() => void this.#search('')} @blur=${() => setTimeout(() => { this.open = false; }, 150)}>
      </div>
      <div class="relative">
        <ul id="${id}-options" role="listbox" aria-label=${this.getAttribute('label') ?? ''} ?hidden=${!this.open}
          class="float absolute inset-x-0 top-1 z-20 max-h-64 overflow-auto py-1 text-sm">
          ${this.found.map((name, i) => html`
            <li id="${id}-option-${i}" role="option" aria-selected=${i === this.at}
              class="cursor-pointer px-3 py-1.5 aria-selected:bg-primary-wash"
              @mousedown=${(e: Event) => { e.preventDefault(); this.#add(name); }}>${name}</li>`)}
          ${this.found.length === 0 ? html`
            <li class="px-3 py-1.5 text-muted">${this.getAttribute('none')}</li>` : nothing}
        </ul>
      </div>`;
  }
}

customElements.define('x-chips', XChips);
