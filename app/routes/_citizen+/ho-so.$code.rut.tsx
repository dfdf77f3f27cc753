import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Field } from '#app/components/field.tsx';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { ownDossier } from '#app/server/dossier-access.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/rut');
  const permitted = await context.service.dossiers.permitted(state, visitor.actor);
  const { common, citizen } = textsFor(visitor.locale);
  return {
    title: common.titled(citizen.follow.withdrawal.title),
    code: state.code,
    seq: state.seq,
    allowed: permitted.some((each) => each.command === 'withdraw' && each.allowed),
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/rut');
  const form = await request.formData();
  const reason = String(form.get('ly-do') ?? '')
    .trim()
    .slice(0, 500);
  const done = await context.service.dossiers.execute({
    dossier: state.id,
    command: { type: 'withdraw', ...(reason ? { reason } : {}) },
    actor: visitor.actor,
    key: `withdraw:${state.id}`,
  });
  if (done.ok) return redirect(`/ho-so/${state.code}`);
  return data(
    { lines: done.problems.map((problem) => ({ text: pick(problem.message, visitor.locale) })) },
    { status: 422 },
  );
};

export default function Withdraw() {
  const { code, allowed } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const { citizen, forms } = useText();
  const words = citizen.follow.withdrawal;
  return (
    <div className="wrap narrow flow">
      <ErrorSummary lines={answer?.lines ?? []} title={words.no} />
      <h1>{words.title}</h1>
      {allowed ? (
        <Form method="post">
          <p className="lead">{words.lead(code)}</p>
          <Field id="ly-do" name="ly-do" label={words.reason} optionalText={forms.optional} />
          <div className="acts">
            <Button look="danger">{words.go}</Button>
            <ButtonLink look="quiet" to={`/ho-so/${code}`}>
              {words.keep}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <EmptyState title={words.no}>
          <ButtonLink look="second" to={`/ho-so/${code}`}>
            {citizen.follow.supply.back}
          </ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}
