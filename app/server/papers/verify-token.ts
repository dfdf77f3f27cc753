import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The address in a paper's QR: the dossier's code, and a mark that only who holds the paper (or the
 * register) knows. The mark comes from the dossier's internal id, which is random and never shown.
 */
const markOf = (dossier: { readonly id: string; readonly code: string }): string =>
  createHash('sha256').update(`motcua/paper@1:${dossier.id}:${dossier.code}`).digest('hex').slice(0, 20);

/** `000.00.16.H02-210506-0027~3fa9…`: goes into `/xac-minh/:token`. */
export const verifyToken = (dossier: { readonly id: string; readonly code: string }): string =>
  `${dossier.code}~${markOf(dossier)}`;

/** The code a token speaks of; check it with {@link tokenMatches} against the dossier. */
export const codeOfToken = (token: string): string | undefined => {
  const [code, mark, ...rest] = token.split('~');
  return code && mark && rest.length === 0 ? code : undefined;
};

export const tokenMatches = (token: string, dossier: { readonly id: string; readonly code: string }): boolean => {
  const given = Buffer.from(token);
  const expected = Buffer.from(verifyToken(dossier));
  return given.length === expected.length && timingSafeEqual(given, expected);
};
