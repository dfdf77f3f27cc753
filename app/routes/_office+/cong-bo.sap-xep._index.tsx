import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Field } from '#app/components/field.tsx';
import { FilePicker } from '#app/components/file-picker.tsx';
import { HEAD_FIELDS, HeadFields } from '#app/components/office/drafts/head-fields.tsx';
import { ProblemItems } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { postedSource } from '#app/server/office/drafts/begin.ts';
import { decisionOfTable } from '#app/server/office/reorganisation.ts';
import { readDecision } from '#app/server/staff/read-decision.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/cong-bo/sap-xep');
  return { title: textsFor(locale).common.titled(officeTextsFor(locale).organisation.title) };
};

/** What was typed, so that a refusal loses nothing. */
const typedOf = (fields: FormData | undefined) => {
  const text = (name: string): string => String(fields?.get(name) ?? '');
  return { head: Object.fromEntries(HEAD_FIELDS.map((name) => [name, text(name)])), table: text('bang') };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-bo/sap-xep');
  const posted = await postedSource(request);
  const typed = typedOf(posted?.fields);
  const made = await decisionOfTable(context, posted);
  if (!made.ok) return { problems: made.problems, typed };
  const bytes = new TextEncoder().encode(made.value);
  const read = readDecision(bytes);
  if (!read.ok) return { problems: read.problems, typed };
  return redirect(`/cong-bo/xem-truoc/${await context.service.store.files.put(bytes, `decision:${actor.id}`)}`);
};

export default function Reorganise() {
  usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { organisation: words } = useOfficeText();
  const { office } = useStaffText();
  const typed = answer?.typed;
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-bo', label: office.decisions.title }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
      </div>
      {answer ? (
        <section className="summary" role="alert" tabIndex={-1}>
          <h2>{words.refused}</h2>
          <p>{words.refusedText}</p>
          <ProblemItems problems={answer.problems} />
        </section>
      ) : null}
      <div className="two desk">
        <section className="card">
          <Form method="post" encType="multipart/form-data" className="stack">
            <HeadFields typed={typed?.head ?? {}} wholeDay />
            <div className="field">
              <label htmlFor="tep">{words.file}</label>
              <FilePicker id="tep" name="tep" accept=".xlsx,.csv,.tsv,.txt" />
            </div>
            <Field id="bang" label={words.paste} hint={words.pasteHint}>
              <textarea
                id="bang"
                name="bang"
                rows={8}
                className="mono"
                aria-describedby="bang-goi-y"
                defaultValue={typed?.table ?? ''}
              />
            </Field>
            <div className="act">
              <button className="btn">{words.preview}</button>
            </div>
          </Form>
        </section>
        <aside className="stack">
          <section className="card">
            <h2>{words.steps}</h2>
            <ol className="stack">
              <li>{words.first}</li>
              <li>{words.second}</li>
              <li>{words.third}</li>
            </ol>
            <p>
              <a className="btn second" href="/cong-bo/sap-xep/bang-mau.xlsx">
                {words.template}
              </a>
            </p>
          </section>
        </aside>
      </div>
    </>
  );
}
