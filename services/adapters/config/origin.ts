/** Where the value of a setting came from; later kinds take the place of earlier ones. */
export type Origin =
  | { readonly kind: 'default' }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'secretFile'; readonly file: string }
  | { readonly kind: 'variable'; readonly variable: string };

/** In words, for people: "config/production.yaml", "variable TIDEWAITER_HTTP_PORT". */
export function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'default':
      return 'default';
    case 'file':
      return origin.file;
    case 'secretFile':
      return `secret file ${origin.file}`;
    case 'variable':
      return `variable ${origin.variable}`;
  }
}
