import type { ActionFunctionArgs } from '@remix-run/node';
import { nationalStatus } from '#engine/dossier/index.ts';
import { authorize } from '#app/server/access/index.ts';
import { fromPeer } from '#app/server/peer-door.ts';

/** Refusals that say "you did this already, otherwise": a sender should look before it sends again. */
const CONFLICTS = new Set(['command.key-reused', 'dossier.code-taken']);

/**
 * A system of a ministry hands over a dossier: `motcua/incoming-dossier@1` as JSON, `Authorization: Bearer` with its
 * secret. Without a secret in the server's environment the door of a system is shut.
 */
export const action = async ({ request, context, params }: ActionFunctionArgs): Promise<Response> => {
  await authorize({ request, context }, '/api/ho-so-den/:peer');
  const peer = params['peer'] ?? '';
  const sent = await fromPeer(request, context, peer);
  if ('refusal' in sent) return sent.refusal;
  const received = await context.service.peers.receive(peer, sent.json);
  if (received.ok)
    return Response.json({
      ok: true,
      MaHoSo: received.value.code,
      TrangThaiHoSo: String(nationalStatus(received.value)),
    });
  const conflict = received.problems.some(({ code }) => CONFLICTS.has(code));
  return Response.json({ ok: false, problems: received.problems }, { status: conflict ? 409 : 422 });
};
