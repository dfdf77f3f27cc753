import { useMemo, useState } from 'react';
import { effectiveForm, matchesSchema, type Answers, type CompiledForm, type Facts } from '#engine/form/browser.ts';
import { useStudioText } from '#app/i18n/use-studio-text.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';
import type { ListEntry } from './form-context.ts';
import { overlayComputed } from './overlay-computed.ts';
import { PageForm } from './page-form.tsx';

/** What the renderer needs of a form that nobody files. */
export interface ShownForm {
  /** Absent while the form does not compile. */
  readonly form?: CompiledForm;
  readonly lists: Readonly<Record<string, readonly ListEntry[]>>;
  readonly places: readonly ListEntry[];
}

/** A form drawn by the renderer that citizens get, page by page, with answers that are kept nowhere. */
export const FormInFrame = ({
  shown: { form, lists, places },
  today,
  chosen,
  onChoose,
}: {
  readonly shown: ShownForm;
  readonly today: string;
  readonly chosen: string;
  readonly onChoose: (page: string) => void;
}) => {
  const words = useStudioText();
  const { locale } = useText();
  const pick = usePick();
  const [answers, setAnswers] = useState<Answers>({});
  const facts = useMemo<Facts>(
    () => ({ answers, channel: 'online', applicant: { kind: 'citizen' }, today }),
    [answers, today],
  );
  const effective = useMemo(() => (form ? effectiveForm(form, facts, locale) : undefined), [form, facts, locale]);
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
          <select id="trang-xem" value={page?.id ?? ''} onChange={(event) => { onChoose(event.target.value); }}>
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
            context={{ heading: pick(page.title), lists, places, onlyTried: true }}
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
};
