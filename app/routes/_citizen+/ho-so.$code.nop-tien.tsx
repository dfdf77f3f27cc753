import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Notice } from '#app/components/notice.tsx';
import { formatMoney } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { ownDossier } from '#app/server/dossier-access.ts';
import { openPayment, openPlatform } from '#app/server/payment-platform.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/nop-tien');
  const { common, citizen } = textsFor(visitor.locale);
  const owed = await context.service.payments.owed(state);
  const platform = await openPlatform(context);
  return {
    title: common.titled(citizen.follow.pay.title),
    code: state.code,
    platform: platform?.name ?? null,
    owed: owed.map(({ fee, name, amount, kind, reason }) => ({
      fee,
      name: pick(name, visitor.locale),
      amount,
      kind,
      reason: reason ?? '',
    })),
  };
};

/** Opens the payment; the payer goes on by a link, since a form may not lead to another site. */
export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/nop-tien');
  const fee = String((await request.formData()).get('khoan') ?? '');
  const back = new URL(`/ho-so/${state.code}`, context.config.origins[0] ?? request.url).href;
  const asked = await context.service.payments.request(state, fee, back);
  const opened = asked.ok ? await openPayment(context, asked.value) : asked;
  if (opened.ok) return { url: opened.value, fee, lines: [] };
  const lines = opened.problems.map(({ message, remedy }) => ({
    text: [message, remedy].flatMap((text) => (text ? [pick(text, visitor.locale)] : [])).join(' '),
  }));
  return data({ url: '', fee, lines }, { status: 422 });
};

export default function Pay() {
  const { code, platform, owed } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const words = useText().citizen.follow.pay;
  const back = `/ho-so/${code}`;
  return (
    <div className="wrap narrow flow">
      <Breadcrumb items={[{ to: back, label: code }, { label: words.title }]} />
      <ErrorSummary lines={answer?.lines ?? []} />
      <h1>{words.title}</h1>
      {owed.length === 0 ? (
        <EmptyState title={words.nothing}>
          <ButtonLink to={back}>{words.back}</ButtonLink>
        </EmptyState>
      ) : null}
      {owed.map((line) => (
        <section className="card" key={line.fee}>
          <h2>{line.name}</h2>
          <p>
            <b className="num">{formatMoney(line.amount)}</b>
          </p>
          {line.kind === 'obligation' ? <p>{words.stands}</p> : null}
          {line.reason ? <p className="muted">{line.reason}</p> : null}
          {platform === null ? (
            <p>{words.elsewhere}</p>
          ) : answer?.url && answer.fee === line.fee ? (
            <Notice kind="info" live>
              <p>{words.go(platform)}</p>
              <p>
                <a className="btn" href={answer.url} rel="noreferrer">
                  {words.open}
                </a>
              </p>
            </Notice>
          ) : (
            <Form method="post">
              <input type="hidden" name="khoan" value={line.fee} />
              <Button>{words.online}</Button>
              <p className="small muted">{words.elsewhere}</p>
            </Form>
          )}
        </section>
      ))}
    </div>
  );
}
