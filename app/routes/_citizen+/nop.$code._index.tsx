import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Notice } from '#app/components/notice.tsx';
import { UnitPicker } from '#app/components/unit-picker.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { asksCase, pickableUnits } from '#app/server/intake/choices.ts';
import { prefilled } from '#app/server/intake/prefill.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale, actor } = await authorizeActor({ request, context }, '/nop/:code');
  const code = params['code'] ?? '';
  const current = await context.service.catalogue.inForce(code);
  // Not taken in: its own page says why and where to go instead.
  if (!current || !(await context.service.catalogue.takesIn(code)).ok)
    throw redirect(`/thu-tuc/${encodeURIComponent(code)}`);
  const { procedure } = current.release.release;
  const drafts = (await context.service.drafts.byOwner(actor.id)).filter(
    (draft) => draft.procedure === code && draft.channel === 'online',
  );
  const name = pick(procedure.name, locale);
  const { common, citizen } = textsFor(locale);
  return {
    title: common.titled(citizen.intake.start.title(name)),
    code,
    name,
    online: procedure.channels.includes('online'),
    drafts: drafts.map((draft) => ({ id: draft.id, at: draft.updatedAt })),
    cases: asksCase(current.release)
      ? (procedure.cases ?? []).map((each) => ({
          id: each.id,
          name: pick(each.name, locale),
          note: each.note ? pick(each.note, locale) : null,
        }))
      : [],
    units: await pickableUnits(context, current.release),
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const visitor = await authorizeActor({ request, context }, '/nop/:code');
  const code = params['code'] ?? '';
  const current = await context.service.catalogue.inForce(code);
  if (!current) throw redirect(`/thu-tuc/${encodeURIComponent(code)}`);
  const form = await request.formData();
  const unit = String(form.get('noi-nop') ?? '');
  const chosen = String(form.get('truong-hop') ?? '');
  const { citizen } = textsFor(visitor.locale);
  const cases = asksCase(current.release) ? (current.release.release.procedure.cases ?? []) : [];
  const lines = [
    ...(cases.length > 0 && !cases.some((each) => each.id === chosen)
      ? [{ target: 'truong-hop', text: citizen.intake.start.noCase }]
      : []),
    ...(unit === '' ? [{ target: 'noi-nop', text: citizen.intake.start.noUnit }] : []),
  ];
  if (lines.length > 0) return { lines, unit, chosen };
  const started = await context.service.drafts.start({
    procedure: code,
    owner: visitor.actor.id,
    channel: 'online',
    receivingUnit: unit,
  });
  if (!started.ok)
    return {
      lines: started.problems.map((problem) => ({ target: 'noi-nop', text: pick(problem.message, visitor.locale) })),
      unit,
      chosen,
    };
  const saved = await context.service.drafts.save(started.value, {
    answers: prefilled(current.release.form, {
      fullName: visitor.actor.name,
      personalId: visitor.idNumber,
      phone: visitor.phone,
      email: visitor.email,
    }),
    ...(cases.length > 0 ? { case: chosen } : {}),
  });
  const draft = saved.ok ? saved.value : started.value;
  return redirect(`/nop/${code}/${draft.id}`);
};

export default function StartApplication() {
  const { code, name, online, drafts, cases, units } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const words = useText().citizen.intake.start;
  const errorAt = (target: string): string | undefined => answer?.lines.find((line) => line.target === target)?.text;
  return (
    <div className="wrap narrow flow">
      <Link className="back" to={`/thu-tuc/${code}`}>
        <ArrowLeft className="i s" aria-hidden="true" />
        {words.back(name)}
      </Link>
      <ErrorSummary lines={answer?.lines ?? []} />
      <h1>{words.title(name)}</h1>
      {drafts.length > 0 ? (
        <Notice title={words.drafts}>
          <ul className="plain">
            {drafts.map((draft) => (
              <li key={draft.id}>
                {words.draft(`${formatTime(draft.at)} ${formatDay(draft.at)}`)}{' '}
                <Link className="a44" to={`/nop/${code}/${draft.id}`}>
                  {words.continue}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {online ? (
        <Form method="post" noValidate>
          <p className="lead">{words.lead}</p>
          {cases.length > 0 ? (
            <fieldset className={errorAt('truong-hop') ? 'field err' : 'field'} aria-describedby="truong-hop-goi-y">
              <legend className="label">{words.case}</legend>
              <p className="hint" id="truong-hop-goi-y">
                {words.caseHint}
              </p>
              {errorAt('truong-hop') ? <p className="msg">{errorAt('truong-hop')}</p> : null}
              {cases.map((each, index) => (
                <label className="opt" key={each.id}>
                  <input
                    id={index === 0 ? 'truong-hop' : undefined}
                    type="radio"
                    name="truong-hop"
                    value={each.id}
                    defaultChecked={answer?.chosen === each.id}
                  />
                  <span>
                    {each.name}
                    {each.note ? <span className="opthint">{each.note}</span> : null}
                  </span>
                </label>
              ))}
            </fieldset>
          ) : null}
          <UnitPicker units={units} value={answer?.unit} error={errorAt('noi-nop')} />
          <div className="acts">
            <Button>{words.go}</Button>
          </div>
        </Form>
      ) : (
        <Notice kind="warn" title={words.notOnline}>
          <ButtonLink look="second" to={`/thu-tuc/${code}`}>
            {words.seeProcedure}
          </ButtonLink>
        </Notice>
      )}
    </div>
  );
}
