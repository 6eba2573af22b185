declare module '@hotwired/turbo' {
  export function renderStreamMessage(message: string): void;
}
