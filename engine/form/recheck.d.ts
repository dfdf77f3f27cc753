/** The package types only its main entry, and this one is CommonJS. */
declare module 'recheck/lib/browser.js' {
  const recheck: { readonly checkSync: typeof import('recheck').checkSync };
  export default recheck;
}
