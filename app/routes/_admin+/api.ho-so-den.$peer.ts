import { createHash, timingSafeEqual } from 'node:crypto';
import type { ActionFunctionArgs } from '@remix-run/node';
import { parseJson } from '#engine/definition/index.ts';
import { nationalStatus } from '#engine/dossier/index.ts';
import { authorize } from '#app/server/access/index.ts';
import { takePoint } from '#app/server/rate-limits.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compared by digests of one length, in the same time whatever differs and whether or not there is a secret. */
const isSecret = (given: string, secret: string | undefined): boolean =>
  timingSafeEqual(digest(given), digest(secret ?? '')) && secret !== undefined;

/** Refusals that say "you did this already, otherwise": a sender should look before it sends again. */
const CONFLICTS = new Set(['command.key-reused', 'dossier.code-taken']);

/**
 * A system of a ministry hands over a dossier: `motcua/incoming-dossier@1` as JSON, `Authorization: Bearer` with its
 * secret. Without a secret in the server's environment the door of a system is shut.
 */
export const action = async ({ request, context, params }: ActionFunctionArgs): Promise<Response> => {
  await authorize({ request, context }, '/api/ho-so-den/:peer');
  const peer = params['peer'] ?? '';
  const given = /^Bearer (.{1,500})$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (!isSecret(given, context.config.peerSecrets.get(peer))) {
    const allowed = await takePoint(context.limits.peer, context.address);
    return Response.json({ ok: false, problems: [] }, { status: allowed ? 401 : 429 });
  }
  const text = new TextDecoder('utf-8', { fatal: true });
  let body: string;
  try {
    body = text.decode(await request.arrayBuffer());
  } catch {
    return Response.json({ ok: false, problems: [] }, { status: 400 });
  }
  const json = parseJson(body);
  if (!json.ok) return Response.json({ ok: false, problems: json.problems }, { status: 400 });
  const received = await context.service.peers.receive(peer, json.value);
  if (received.ok)
    return Response.json({
      ok: true,
      MaHoSo: received.value.code,
      TrangThaiHoSo: String(nationalStatus(received.value)),
    });
  const conflict = received.problems.some(({ code }) => CONFLICTS.has(code));
  return Response.json({ ok: false, problems: received.problems }, { status: conflict ? 409 : 422 });
};
