declare module '@hotwired/turbo' {
  interface VisitOptions { action?: 'advance' | 'replace'; shouldCacheSnapshot?: boolean }
  export function visit(address: string, options?: VisitOptions): void;
}
