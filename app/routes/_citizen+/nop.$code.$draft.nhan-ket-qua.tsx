import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import type { ReturnChannel } from '#engine/dossier/index.ts';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Field, describedBy } from '#app/components/field.tsx';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { loadDraft } from '#app/server/intake/load-draft.ts';
import { nextStep, progressOf } from '#app/server/intake/progress.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const CHANNELS: readonly ReturnChannel[] = ['counter', 'post', 'online'];

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { draft, view, base, visitor } = await loadDraft(
    { request, context, params },
    '/nop/:code/:draft/nhan-ket-qua',
  );
  const { common, citizen } = textsFor(visitor.locale);
  const { procedure } = view.release.release;
  const unit = draft.receivingUnit ? await context.service.units.byCode(draft.receivingUnit) : undefined;
  const signed = (procedure.results ?? []).some((result) => result.signedFile);
  return {
    title: common.titled(citizen.intake.returning.title),
    base,
    name: pick(procedure.name, visitor.locale),
    unit: unit?.name ?? '',
    channels: CHANNELS.filter((channel) => channel !== 'online' || signed),
    chosen: draft.returnChannel ?? null,
    address: draft.returnAddress ?? '',
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const loaded = await loadDraft({ request, context, params }, '/nop/:code/:draft/nhan-ket-qua');
  const { draft, base, visitor } = loaded;
  const form = await request.formData();
  const words = textsFor(visitor.locale).citizen.intake;
  const chosen = CHANNELS.find((channel) => channel === form.get('cach'));
  const address = String(form.get('dia-chi') ?? '')
    .trim()
    .slice(0, 300);
  if (!chosen) return data({ target: 'cach', text: words.returning.noChoice, chosen: null, address }, { status: 422 });
  if (chosen === 'post' && address === '')
    return data({ target: 'dia-chi', text: words.returning.noAddress, chosen, address }, { status: 422 });
  const saved = await context.service.drafts.save(draft, {
    returnChannel: chosen,
    returnAddress: chosen === 'post' ? address : '',
  });
  if (!saved.ok) return data({ target: 'cach', text: words.page.conflict, chosen, address }, { status: 409 });
  return redirect(nextStep(base, progressOf({ ...loaded, draft: saved.value })));
};

export default function Returning() {
  const loaded = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const { citizen } = useText();
  const words = citizen.intake.returning;
  const chosen = answer?.chosen ?? loaded.chosen;
  const errorAt = (target: string): string | undefined => (answer?.target === target ? answer.text : undefined);
  const label = (channel: ReturnChannel): string =>
    channel === 'counter' ? words.channels.counter(loaded.unit) : words.channels[channel];
  return (
    <div className="wrap narrow flow">
      <Link className="back" to={loaded.base}>
        <ArrowLeft className="i s" aria-hidden="true" />
        {citizen.intake.tasks.title(loaded.name)}
      </Link>
      <ErrorSummary lines={answer ? [{ target: answer.target, text: answer.text }] : []} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Form method="post" noValidate>
        <fieldset className={errorAt('cach') ? 'field err' : 'field'}>
          <legend className="label">{words.question}</legend>
          {errorAt('cach') ? <p className="msg">{errorAt('cach')}</p> : null}
          {loaded.channels.map((channel, index) => (
            <label className="opt" key={channel}>
              <input
                id={index === 0 ? 'cach' : undefined}
                type="radio"
                name="cach"
                value={channel}
                defaultChecked={chosen === channel}
              />
              <span>
                {label(channel)}
                <span className="opthint">{words.hints[channel]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Field id="dia-chi" label={words.address} hint={words.addressHint} error={errorAt('dia-chi')}>
          <textarea
            id="dia-chi"
            name="dia-chi"
            rows={3}
            autoComplete="street-address"
            defaultValue={answer?.address ?? loaded.address}
            aria-describedby={describedBy('dia-chi', true, errorAt('dia-chi'))}
            aria-invalid={errorAt('dia-chi') ? true : undefined}
          />
        </Field>
        <div className="acts">
          <Button>{words.save}</Button>
          <ButtonLink look="quiet" to={loaded.base}>
            {citizen.intake.page.back}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
