import { createHash } from 'node:crypto';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { readLookupCode } from '#engine/payments/index.ts';
import { Button } from '#app/components/button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { formatMoney } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** The demo's own payment platform: what a bank would show. No money moves. */
const opened = async ({ request, context, params }: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>) => {
  const visitor = await authorize({ request, context }, '/demo/thanh-toan/:id');
  const id = params['id'] ?? '';
  const real = (await context.service.payments.platform())?.requestUrl !== undefined;
  const of = context.config.demo && !real ? readLookupCode(id) : undefined;
  const state = of ? await context.service.dossiers.byId(of.dossier) : undefined;
  const amount = Number(new URL(request.url).searchParams.get('so-tien'));
  if (!state || !Number.isSafeInteger(amount) || amount <= 0)
    throw new Response(null, { status: 404, statusText: 'Not Found' });
  return { visitor, id, state, amount };
};

export const loader = async (args: LoaderFunctionArgs) => {
  const { visitor, state, amount } = await opened(args);
  const { common, citizen } = textsFor(visitor.locale);
  return { title: common.titled(citizen.follow.pay.demo.title), code: state.code, amount };
};

/** Paying twice on one page is one transaction. */
export const action = async (args: ActionFunctionArgs) => {
  const { id, state, amount } = await opened(args);
  const { payments } = args.context.service;
  const platform = await payments.platform();
  const transaction = createHash('sha256').update(`${id} ${amount}`).digest('hex').slice(0, 12).toUpperCase();
  const received = await payments.received(platform?.id ?? '', {
    format: 'motcua/payment-notice@1',
    MaTraCuuTT: id,
    MaGiaoDich: `DEMO-${transaction}`,
    SoTien: amount,
  });
  return received.ok ? redirect(`/ho-so/${state.code}?da-nop-tien=1`) : { refused: true };
};

export default function DemoPlatform() {
  const { code, amount } = useLoaded<typeof loader>();
  const words = useText().citizen.follow.pay.demo;
  return (
    <div className="wrap narrow flow">
      <h1>{words.title}</h1>
      <Notice kind="warn">
        <p>{words.text}</p>
      </Notice>
      <dl className="facts">
        <div>
          <dt>{words.for}</dt>
          <dd className="num">{code}</dd>
        </div>
        <div>
          <dt>{words.amount}</dt>
          <dd className="num">{formatMoney(amount)}</dd>
        </div>
      </dl>
      <Form method="post">
        <div className="acts">
          <Button>{words.pay}</Button>
          <Link to={`/ho-so/${code}`}>{words.cancel}</Link>
        </div>
      </Form>
    </div>
  );
}
