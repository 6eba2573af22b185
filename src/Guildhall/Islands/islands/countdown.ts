/** Counts by the server's clock: the page says what time it was there when it was made. */
class XCountdown extends HTMLElement {
  static observedAttributes = ['until', 'now'];
  #timer?: number;

  connectedCallback() { this.#start(); }
  disconnectedCallback() { clearInterval(this.#timer); }
  attributeChangedCallback() { if (this.isConnected) this.#start(); }

  #start() {
    clearInterval(this.#timer);
    const until = Date.parse(this.getAttribute('until') ?? '');
    const ahead = Date.now() - Date.parse(this.getAttribute('now') ?? '');
    if (Number.isNaN(until)) return;
    const tick = () => {
      const seconds = Math.max(0, Math.round((until - Date.now() + ahead) / 1000));
      const days = Math.floor(seconds / 86_400);
      const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
      const time = [seconds % 86_400 / 3600, seconds % 3600 / 60, seconds % 60].map(two).join(':');
      // Days away, seconds only make noise.
      this.textContent = days > 0 ? `${days} d ${Math.floor(seconds % 86_400 / 3600)} h` : time;
      if (seconds === 0) {
        clearInterval(this.#timer);
        this.dispatchEvent(new CustomEvent('countdown:end', { bubbles: true }));
      }
    };
    tick();
    this.#timer = window.setInterval(tick, 1000);
  }
}

customElements.define('x-countdown', XCountdown);
export {};
