import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { ownDossier } from '#app/server/dossier-access.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';
import { diffReleases } from '#engine/definition/index.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/quy-dinh-moi');
  const { common, citizen } = textsFor(visitor.locale);
  const { question } = state;
  const head = { title: common.titled(citizen.question.title), code: state.code };
  if (!question || question.answer) return { ...head, asked: null };
  const { catalogue } = context.service;
  const [before, after] = await Promise.all([
    catalogue.release(state.releaseHash),
    catalogue.release(question.release),
  ]);
  const { changes } = diffReleases(before.release, after.release);
  return {
    ...head,
    asked: {
      reason: question.reason,
      until: question.until,
      otherwise: question.otherwise,
      changes: changes.map((change) => pick(change.sentence, visitor.locale)),
    },
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/quy-dinh-moi');
  const { question: words } = textsFor(visitor.locale).citizen;
  const choice = String((await request.formData()).get('chon') ?? '');
  if (choice !== 'keep' && choice !== 'convert')
    return data({ lines: [{ text: words.missing, target: 'chon-keep' }] }, { status: 422 });
  const done = await context.service.dossiers.execute({
    dossier: state.id,
    command: { type: 'answer-conversion', choice },
    actor: visitor.actor,
    key: `answer-conversion:${state.id}:${state.question?.askedAt ?? ''}:${choice}`,
  });
  if (done.ok) return redirect(`/ho-so/${state.code}`);
  return data(
    { lines: done.problems.map((problem) => ({ text: pick(problem.message, visitor.locale) })) },
    { status: 422 },
  );
};

export default function NewRules() {
  const { code, asked } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const words = useText().citizen.question;
  if (!asked)
    return (
      <div className="wrap narrow flow">
        <EmptyState title={words.closed}>
          <ButtonLink look="second" to={`/ho-so/${code}`}>
            {words.back}
          </ButtonLink>
        </EmptyState>
      </div>
    );
  const until = `${formatTime(asked.until)} ${formatDay(asked.until)}`;
  return (
    <div className="wrap narrow flow">
      <ErrorSummary lines={answer?.lines ?? []} title={words.failed} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead(code)}</p>
      <p>
        <b>{words.reason}:</b> {asked.reason}
      </p>
      <section>
        <h2>{words.changes}</h2>
        {asked.changes.length === 0 ? (
          <p>{words.noChanges}</p>
        ) : (
          <ul>
            {asked.changes.map((sentence, place) => (
              <li key={place}>{sentence}</li>
            ))}
          </ul>
        )}
      </section>
      <Form method="post">
        <fieldset className={answer ? 'field err' : 'field'}>
          <legend className="label">{words.choose}</legend>
          {(['keep', 'convert'] as const).map((choice) => (
            <label className="opt" key={choice}>
              <input id={`chon-${choice}`} type="radio" name="chon" value={choice} />
              <span>{words[choice]}</span>
            </label>
          ))}
        </fieldset>
        <p>{words.silence[asked.otherwise](until)}</p>
        <div className="acts">
          <Button>{words.send}</Button>
          <ButtonLink look="quiet" to={`/ho-so/${code}`}>
            {words.back}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
