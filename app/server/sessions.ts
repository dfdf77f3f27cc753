import { createHash, randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { readCookie, writeCookie } from './cookies.ts';

const HOURS = 3_600_000;
/** Citizens stay signed in for a day, staff for a working day. */
const LASTS = { citizen: 24 * HOURS, staff: 12 * HOURS } as const;

const cookieName = (secure: boolean): string => (secure ? '__Host-motcua' : 'motcua');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens a session of 256 random bits, of which only the hash is kept. Returns the Set-Cookie value. */
export const openSession = async (
  context: AppLoadContext,
  person: string,
  kind: keyof typeof LASTS,
): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(context.clock.wall()) + LASTS[kind]).toISOString();
  await context.service.store.people.openSession(hashOf(token), { person, expiresAt });
  return writeCookie(cookieName(context.config.secure), token, {
    secure: context.config.secure,
    seconds: LASTS[kind] / 1000,
  });
};

/** The person this request's session belongs to, if it has one that still holds. */
export const sessionPerson = async (request: Request, context: AppLoadContext): Promise<string | undefined> => {
  const token = readCookie(request, cookieName(context.config.secure));
  if (!token || token.length > 100) return undefined;
  const session = await context.service.store.people.session(hashOf(token), context.clock.wall());
  return session?.person;
};

/** Ends the session on the server and in the browser. */
export const closeSession = async (request: Request, context: AppLoadContext): Promise<string> => {
  const token = readCookie(request, cookieName(context.config.secure));
  if (token) await context.service.store.people.closeSession(hashOf(token));
  return writeCookie(cookieName(context.config.secure), '', { secure: context.config.secure, seconds: 0 });
};
