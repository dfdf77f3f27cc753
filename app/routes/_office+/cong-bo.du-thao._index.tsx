import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { FilePicker } from '#app/components/file-picker.tsx';
import { HeadFields } from '#app/components/office/drafts/head-fields.tsx';
import { ProblemItems } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { begin, postedSource } from '#app/server/office/drafts/begin.ts';
import { decisionOfDrafts } from '#app/server/office/drafts/decision.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-bo/du-thao');
  const drafts = await context.service.store.releaseDrafts.all();
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).drafts.title),
    writes: may(actor, '/cong-bo/du-thao', 'write'),
    drafts: drafts.map(({ id, action, author, updatedAt, draft, replaces, replacedBy }) => {
      const blocking = draft.open.filter((point) => point.blocks).length;
      return {
        id,
        action,
        author: author.name,
        updatedAt,
        code: draft.procedure.code ?? '',
        name: draft.procedure.name?.vi ?? '',
        blocking,
        toSee: draft.open.length - blocking,
        others: (action === 'repeal' ? (replacedBy ? [replacedBy] : []) : (replaces ?? [])).join(', '),
        ready: draft.procedure.code !== undefined && (action === 'repeal' || blocking === 0),
      };
    }),
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-bo/du-thao');
  const posted = await postedSource(request);
  if (posted?.fields.get('viec') === 'quyet-dinh') {
    const made = await decisionOfDrafts(context, posted.fields);
    if (!made.ok) return { about: 'decision' as const, problems: made.problems };
    const hash = await context.service.store.files.put(new TextEncoder().encode(made.value), `decision:${actor.id}`);
    return redirect(`/cong-bo/xem-truoc/${hash}`);
  }
  const begun = await begin(context, posted);
  if (!begun.ok) return { about: 'source' as const, problems: begun.problems };
  const now = context.clock.now();
  const drafts = begun.value.map((each) => ({
    ...each,
    id: crypto.randomUUID(),
    author: { id: actor.id, name: actor.name },
    revision: 1,
    createdAt: now,
    updatedAt: now,
  }));
  const saved = await context.service.store.releaseDrafts.save(drafts);
  if (!saved.ok) return { about: 'source' as const, problems: saved.problems };
  const [only, second] = drafts;
  return redirect(only && !second ? `/cong-bo/du-thao/${only.id}` : '/cong-bo/du-thao');
};

const KINDS = ['empty', 'release', 'copy', 'file', 'text'] as const;

const NewDraft = () => {
  const { drafts: words } = useOfficeText();
  return (
    <section className="card">
      <h2>{words.new}</h2>
      <Form method="post" encType="multipart/form-data" className="stack">
        <fieldset className="field">
          <legend>{words.from}</legend>
          {KINDS.map((kind) => (
            <label key={kind} className="check">
              <input type="radio" name="tu" value={kind} defaultChecked={kind === 'empty'} /> {words.kinds[kind]}
            </label>
          ))}
        </fieldset>
        <Field id="ma" name="ma" label={words.code} hint={words.codeHint} maxLength={40} />
        <div className="field">
          <label htmlFor="tep">{words.file}</label>
          <p className="hint" id="tep-goi-y">
            {words.fileHint}
          </p>
          <FilePicker id="tep" name="tep" accept=".json,.xlsx,.csv,.tsv,.txt" describedBy="tep-goi-y" />
        </div>
        <Field id="van-ban" label={words.paste} hint={words.pasteHint}>
          <textarea id="van-ban" name="van-ban" rows={5} aria-describedby="van-ban-goi-y" />
        </Field>
        <div className="act">
          <button className="btn">{words.start}</button>
        </div>
      </Form>
    </section>
  );
};

const Choice = ({
  id,
  label,
  options,
}: {
  readonly id: string;
  readonly label: string;
  readonly options: Readonly<Record<string, string>>;
}) => (
  <Field id={id} label={label}>
    <select id={id} name={id}>
      {Object.entries(options).map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </Field>
);

const DecisionOf = () => {
  const { drafts: words } = useOfficeText();
  return (
    <section className="card">
      <h2>{words.decision}</h2>
      <p className="small muted">{words.decisionText}</p>
      <Form method="post" encType="multipart/form-data" className="stack" id="quyet-dinh">
        <input type="hidden" name="viec" value="quyet-dinh" />
        <HeadFields />
        <fieldset className="field stack">
          <legend>{words.ministry}</legend>
          <p className="hint">{words.ministryText}</p>
          <Field id="bo-so" name="bo-so" label={words.ministryNumber} maxLength={200} />
          <Field id="bo-ten" name="bo-ten" label={words.ministryName} maxLength={500} />
          <Field id="bo-ngay" name="bo-ngay" label={words.ministrySigned} hint={words.dayHint} inputMode="numeric" />
          <Field
            id="bo-hieu-luc"
            name="bo-hieu-luc"
            label={words.ministryEffective}
            hint={words.dayHint}
            inputMode="numeric"
          />
        </fieldset>
        <details className="more">
          <summary>{words.moreOfDecision}</summary>
          <Field id="can-cu" label={words.basis} hint={words.basisHint}>
            <textarea id="can-cu" name="can-cu" rows={3} aria-describedby="can-cu-goi-y" />
          </Field>
          <Choice id="quy-trinh" label={words.untilProcess} options={words.untilProcesses} />
          <Choice id="ho-so" label={words.running} options={words.runnings} />
          <Field id="ly-do" name="ly-do" label={words.reason} maxLength={500} />
          <Field id="dinh-chinh" name="dinh-chinh" label={words.corrects} hint={words.correctsHint} maxLength={60} />
        </details>
        <div className="act">
          <button className="btn">{words.toPreview}</button>
        </div>
      </Form>
    </section>
  );
};

export default function Drafts() {
  const { drafts, writes } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { drafts: words } = useOfficeText();
  const { office } = useStaffText();
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-bo', label: office.decisions.title }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
      </div>
      {answer ? (
        <section className="summary" role="alert" tabIndex={-1}>
          <h2>{answer.about === 'source' ? words.refused : words.decisionRefused}</h2>
          <ProblemItems problems={answer.problems} />
        </section>
      ) : null}
      <div className="two desk">
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.list}</h2>
          </div>
          {drafts.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <table className="rc">
              <caption className="vh">{words.list}</caption>
              <thead>
                <tr>
                  {writes ? <th scope="col">{words.columns.choose}</th> : null}
                  <th scope="col">{words.columns.name}</th>
                  <th scope="col">{words.columns.action}</th>
                  <th scope="col">{words.columns.open}</th>
                  <th scope="col">{words.columns.saved}</th>
                </tr>
              </thead>
              <tbody>
                {drafts.map((each) => (
                  <tr key={each.id}>
                    {writes ? (
                      <td>
                        <input
                          type="checkbox"
                          form="quyet-dinh"
                          name="chon"
                          value={each.id}
                          disabled={!each.ready}
                          aria-label={`${words.columns.choose}: ${each.name || words.unnamed}`}
                        />
                      </td>
                    ) : null}
                    <td>
                      <Link to={`/cong-bo/du-thao/${each.id}`}>{each.name || words.unnamed}</Link>
                      <br />
                      <small className="muted">{each.code || words.noCodeYet}</small>
                    </td>
                    <td data-l={words.columns.action}>
                      {words.actions[each.action]}
                      {writes ? (
                        <label className="small">
                          {each.action === 'repeal' ? words.replacedBy : words.replaces}
                          <input
                            form="quyet-dinh"
                            name={`thay-${each.id}`}
                            defaultValue={each.others}
                            size={14}
                            maxLength={400}
                            aria-label={`${each.action === 'repeal' ? words.replacedBy : words.replaces}: ${each.name || words.unnamed}`}
                          />
                        </label>
                      ) : null}
                    </td>
                    <td data-l={words.columns.open}>
                      <span className={`tag ${each.ready ? 'ok' : 'action'}`}>{words.blocking(each.blocking)}</span>
                      {each.toSee > 0 ? <small className="muted"> {words.toSee(each.toSee)}</small> : null}
                    </td>
                    <td data-l={words.columns.saved} className="nowrap">
                      {formatTime(each.updatedAt)} {formatDay(each.updatedAt)}
                      <br />
                      <small className="muted">{each.author}</small>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        {writes ? (
          <aside className="stack">
            {drafts.length > 0 ? <DecisionOf /> : null}
            <NewDraft />
          </aside>
        ) : null}
      </div>
    </>
  );
}
