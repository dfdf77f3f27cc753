import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { loadDecisionFile } from '#engine/definition/index.ts';
import { recordOf, textOf } from '#engine/studio/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Field } from '#app/components/field.tsx';
import { ProblemItems } from '#app/components/staff/problem-list.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { studioTextsFor, useStudioText } from '#app/i18n/use-studio-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { findingsFor, nextNumber } from '#app/server/studio/analyse.ts';
import { contentOfDraft, draftOf } from '#app/server/studio/draft.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/cong-bo');
  const draft = await draftOf(context, params['code']);
  const content = contentOfDraft(draft);
  return {
    title: textsFor(locale).common.titled(studioTextsFor(locale).decision.title),
    code: draft.code,
    name: textOf(recordOf(content.procedure['name'])['vi']),
    today: localDate(context.clock.now()),
  };
};

/** The draft and a decision, as one package: looked at, proposed and approved where every package is. */
export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/thiet-ke/:code/cong-bo');
  const form = await request.formData();
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim().normalize('NFC') : '';
  };
  const draft = await draftOf(context, params['code']);
  const content = contentOfDraft(draft);
  const { problems, release } = await findingsFor(context, content);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!release || errors.length > 0) return { problems: errors };
  const number = await nextNumber(context, draft.code);
  const inForce = await context.service.catalogue.inForce(draft.code);
  const file = {
    format: 'motcua/package@1',
    decision: {
      format: 'motcua/decision@1',
      number: text('so'),
      kind: 'publication',
      ...(text('trich-yeu') === '' ? {} : { title: { vi: text('trich-yeu') } }),
      signedOn: text('ngay-ky'),
      signer: { name: text('nguoi-ky') },
      effectiveFrom: text('hieu-luc'),
      items: [{ action: inForce ? 'amend' : 'add', code: draft.code, release: number }],
    },
    releases: [
      {
        code: draft.code,
        number,
        procedure: release.procedure,
        ...(release.form ? { form: release.form } : {}),
        ...(release.process === undefined ? {} : { process: release.process }),
        ...(Object.keys(release.templates).length > 0 ? { templates: release.templates } : {}),
      },
    ],
  };
  const loaded = loadDecisionFile(file);
  if (!loaded.ok) return { problems: loaded.problems };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const hash = await context.service.store.files.put(bytes, `decision:${actor.id}`);
  return redirect(`/cong-bo/xem-truoc/${hash}`);
};

export default function PrepareDecision() {
  const { code, name, today } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const words = useStudioText();
  return (
    <>
      <Breadcrumb items={[{ to: '/thiet-ke', label: words.title }, { to: `/thiet-ke/${code}/bieu-mau`, label: name || code }, { label: words.decision.title }]} />
      <div className="ptitle">
        <h1>{words.decision.title}</h1>
        <span className="muted">{words.decision.text}</span>
      </div>
      {answer ? (
        <section className="summary" role="alert" tabIndex={-1}>
          <h2>{words.decision.refused}</h2>
          <p>{words.decision.refusedText}</p>
          <ProblemItems problems={answer.problems} />
        </section>
      ) : null}
      <section className="card">
        <Form method="post">
          <Field id="so" name="so" label={words.decision.number} required />
          <Field id="trich-yeu" name="trich-yeu" label={words.decision.about} />
          <Field id="ngay-ky" name="ngay-ky" label={words.decision.signedOn} type="date" defaultValue={today} required />
          <Field id="nguoi-ky" name="nguoi-ky" label={words.decision.signer} required />
          <Field id="hieu-luc" name="hieu-luc" label={words.decision.effectiveFrom} type="date" defaultValue={today} required />
          <p className="muted small">{words.decision.draftEnds}</p>
          <button className="btn">{words.decision.go}</button>
        </Form>
      </section>
    </>
  ); // prettier-ignore
}
