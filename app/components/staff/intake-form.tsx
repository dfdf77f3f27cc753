import { useMemo, useState } from 'react';
import { effectiveForm, matchesSchema, type CompiledForm, type Facts } from '#engine/form/browser.ts';
import type { Problem } from '#engine/result/index.ts';
import type { FormContext } from '#app/forms/form-context.ts';
import { overlayComputed } from '#app/forms/overlay-computed.ts';
import { PageForm } from '#app/forms/page-form.tsx';
import { errorSchemaOf } from '#app/forms/problem-errors.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';

/**
 * The whole generated form on one screen: every page under its title, questions appearing as answers
 * make them apply. The same function decides it here and on the server.
 */
export const IntakeForm = ({
  engine,
  problems,
  context,
  onChange,
}: {
  readonly engine: string;
  readonly problems: readonly Problem[];
  readonly context: FormContext;
  readonly onChange: () => void;
}) => {
  const { locale } = useText();
  const pick = usePick();
  const { form, facts } = useMemo(
    () => JSON.parse(engine) as { readonly form: CompiledForm; readonly facts: Facts },
    [engine],
  );
  const [answers, setAnswers] = useState(facts.answers);
  const effective = useMemo(() => effectiveForm(form, { ...facts, answers }, locale), [form, facts, answers, locale]);
  const errors = useMemo(() => errorSchemaOf(problems, locale), [problems, locale]);
  return (
    <div className="intakeform">
      {effective.pages.map((page) => {
        const compiled = form.pages.find((each) => each.id === page.id);
        const own = new Set((compiled?.questions ?? []).map((question) => question.id));
        const typed = form.foreign
          ? answers
          : Object.fromEntries(Object.entries(answers).filter(([id]) => own.has(id)));
        return (
          <section key={page.id}>
            <h3 className="facts-part">{pick(page.title)}</h3>
            <PageForm
              schema={page.schema}
              uiSchema={page.uiSchema}
              answers={overlayComputed(compiled?.questions ?? [], typed, effective.answers)}
              errors={errors}
              context={context}
              matches={matchesSchema}
              onChange={(changed) => {
                setAnswers((before) => (form.foreign ? changed : { ...before, ...changed }));
                onChange();
              }}
            />
          </section>
        );
      })}
    </div>
  );
};
