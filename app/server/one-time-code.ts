import { createHash, randomInt } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';

const LASTS_MS = 10 * 60_000;

const hashOf = (phone: string, code: string): string => createHash('sha256').update(`${phone}:${code}`).digest('hex');

/**
 * Makes a code of six digits for a phone and keeps its hash for ten minutes. The demo gets the code
 * back to show it; without a messaging connector nobody else can be sent one: `no-sender`.
 */
export const sendCode = async (
  context: AppLoadContext,
  phone: string,
): Promise<{ readonly shown: string } | 'no-sender'> => {
  if (!context.config.demo) return 'no-sender';
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const expiresAt = new Date(Date.parse(context.clock.wall()) + LASTS_MS).toISOString();
  await context.service.store.people.putOneTimeCode(phone, hashOf(phone, code), expiresAt);
  return { shown: code };
};

/** Uses the code up. */
export const takeCode = (
  context: AppLoadContext,
  phone: string,
  code: string,
): Promise<'ok' | 'wrong' | 'expired' | 'too-many'> =>
  context.service.store.people.takeOneTimeCode(phone, hashOf(phone, code.replace(/\s/g, '')), context.clock.wall());
