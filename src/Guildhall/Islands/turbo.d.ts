declare module '@hotwired/turbo' {
  export function visit(location: string | URL, options?: { action?: 'advance' | 'replace' | 'restore'; frame?: string }): void;
  export const session: { refresh(url: string, requestId?: string): void };
}
