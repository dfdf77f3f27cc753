/** The package types only its main entry, and this one is CommonJS. */
declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck';
  const recheck: { readonly checkSync: typeof checkSync };
  export default recheck;
}
