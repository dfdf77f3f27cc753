import type { ActionFunctionArgs } from '@remix-run/node';
import { authorize } from '#app/server/access/index.ts';
import { fromPeer } from '#app/server/peer-door.ts';

/** The payment platform says that money came: `motcua/payment-notice@1`, with its secret, as often as it likes. */
export const action = async ({ request, context, params }: ActionFunctionArgs): Promise<Response> => {
  await authorize({ request, context }, '/api/thanh-toan/:platform');
  const platform = params['platform'] ?? '';
  const sent = await fromPeer(request, context, platform);
  if ('refusal' in sent) return sent.refusal;
  const received = await context.service.payments.received(platform, sent.json);
  if (received.ok) return Response.json({ ok: true, MaHoSo: received.value.code });
  const conflict = received.problems.some(({ code }) => code === 'command.key-reused');
  context.log.error({ platform, problems: received.problems }, 'money came that could not be recorded');
  return Response.json({ ok: false, problems: received.problems }, { status: conflict ? 409 : 422 });
};
