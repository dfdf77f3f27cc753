const KB = 1024;
const MB = 1024 * KB;

/** Addresses that take files; everything else takes plain forms. */
const uploads: readonly { readonly path: RegExp; readonly bytes: number }[] = [
  { path: /^\/nop\/[^/]+\/[^/]+\/(giay-to|tep|trang)/, bytes: 60 * MB },
  { path: /^\/ho-so\/[^/]+\/bo-sung/, bytes: 60 * MB },
  { path: /^\/(mot-cua|cong-viec)(\/|\.|$)/, bytes: 60 * MB },
  { path: /^\/api\/ho-so-den\//, bytes: 30 * MB },
  { path: /^\/thiet-ke(\/|\.|$)/, bytes: 12 * MB },
  { path: /^\/cong-bo(\/|\.|$)/, bytes: 80 * MB },
];

/** Largest request body of a path, in bytes. A page of answers is at most 1 MB (publish limits of a form). */
export const bodyLimit = (path: string): number => uploads.find((rule) => rule.path.test(path))?.bytes ?? MB;
