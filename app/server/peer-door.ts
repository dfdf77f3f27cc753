import { createHash, timingSafeEqual } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { parseJson } from '#engine/definition/index.ts';
import { takePoint } from './rate-limits.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compared by digests of one length, in the same time whatever differs and whether or not there is a secret. */
const isSecret = (given: string, secret: string | undefined): boolean =>
  timingSafeEqual(digest(given), digest(secret ?? '')) && secret !== undefined;

const refusal = (status: number, problems: readonly unknown[] = []): Response =>
  Response.json({ ok: false, problems }, { status });

/** What another system sent, as JSON; or the answer that refuses it: secret wrong, too many wrong secrets, no JSON. */
export const fromPeer = async (
  request: Request,
  context: AppLoadContext,
  peer: string,
): Promise<{ readonly json: unknown } | { readonly refusal: Response }> => {
  const given = /^Bearer (.{1,500})$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (!isSecret(given, context.config.peerSecrets.get(peer)))
    return { refusal: refusal((await takePoint(context.limits.peer, context.address)) ? 401 : 429) };
  let body: string;
  try {
    body = new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer());
  } catch {
    return { refusal: refusal(400) };
  }
  const json = parseJson(body);
  return json.ok ? { json: json.value } : { refusal: refusal(400, json.problems) };
};
