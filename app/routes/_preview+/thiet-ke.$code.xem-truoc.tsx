import type { LoaderFunctionArgs } from '@remix-run/node';
import { useEffect, useMemo, useState } from 'react';
import { localDate } from '#engine/clock/index.ts';
import { effectiveForm, matchesSchema, type Answers, type Facts } from '#engine/form/browser.ts';
import type { PreviewMessage } from '#app/components/studio/preview.tsx';
import { overlayComputed } from '#app/forms/overlay-computed.ts';
import { PageForm } from '#app/forms/page-form.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { studioTextsFor, useStudioText } from '#app/i18n/use-studio-text.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/xem-truoc');
  return {
    title: textsFor(locale).common.titled(studioTextsFor(locale).preview.title),
    today: localDate(context.clock.now()),
  };
};

const isMessage = (value: unknown): value is PreviewMessage =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'motcua.preview';

/** The draft's form drawn by the renderer that citizens get; it is told by the page around it what to draw. */
export default function PreviewPage() {
  const { today } = useLoaded<typeof loader>();
  const words = useStudioText();
  const { locale } = useText();
  const pick = usePick();
  const [told, setTold] = useState<PreviewMessage | undefined>(undefined);
  const [chosen, setChosen] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  useEffect(() => {
    const hear = (event: MessageEvent): void => {
      if (event.origin !== window.location.origin || !isMessage(event.data)) return;
      setTold(event.data);
      if (event.data.page !== '') setChosen(event.data.page);
    };
    window.addEventListener('message', hear);
    window.parent.postMessage('motcua.ready', window.location.origin);
    return () => {
      window.removeEventListener('message', hear);
    };
  }, []);
  const form = told?.preview.form;
  const facts = useMemo<Facts>(
    () => ({ answers, channel: 'online', applicant: { kind: 'citizen' }, today }),
    [answers, today],
  );
  const effective = useMemo(() => (form ? effectiveForm(form, facts, locale) : undefined), [form, facts, locale]);
  if (!told) return null;
  if (!form || !effective) return <p className="note warn">{words.preview.broken}</p>;
  const page =
    effective.pages.find(({ id }) => id === chosen) ??
    (form.pages.some(({ id }) => id === chosen) ? undefined : effective.pages[0]);
  const compiled = form.pages.find(({ id }) => id === page?.id);
  const ids = new Set(compiled?.questions.map(({ id }) => id));
  const own = form.foreign ? answers : Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
  const shown = overlayComputed(compiled?.questions ?? [], own, effective.answers);
  return (
    <>
      {effective.pages.length > 1 ? (
        <div className="pages">
          <label htmlFor="trang-xem">{words.preview.page}</label>
          <select id="trang-xem" value={page?.id ?? ''} onChange={(event) => { setChosen(event.target.value); }}>
            {page ? null : <option value="">{words.preview.hidden}</option>}
            {effective.pages.map((each) => (
              <option key={each.id} value={each.id}>
                {pick(each.title)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {page ? (
        <>
          <h1>{pick(page.title)}</h1>
          {page.intro ? <p className="lead pre">{pick(page.intro)}</p> : null}
          <PageForm
            key={page.id}
            schema={page.schema}
            uiSchema={page.uiSchema}
            answers={shown}
            context={{ heading: pick(page.title), lists: told.preview.lists, places: told.preview.places }}
            matches={matchesSchema}
            onChange={(next) => {
              setAnswers((before) => (form.foreign ? next : { ...Object.fromEntries(Object.entries(before).filter(([id]) => !ids.has(id))), ...next }));
            }}
          />
        </>
      ) : (
        <p className="note">{effective.pages.length === 0 ? words.preview.empty : words.preview.hidden}</p>
      )}
    </>
  ); // prettier-ignore
}
