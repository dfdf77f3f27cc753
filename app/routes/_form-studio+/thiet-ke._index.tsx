import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { FilePicker } from '#app/components/file-picker.tsx';
import { ProblemItems } from '#app/components/staff/problem-list.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { studioTextsFor, useStudioText } from '#app/i18n/use-studio-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { beginAmendment, beginEmpty, beginFromFiles } from '#app/server/studio/begin.ts';
import { contentOfDraft, draftOf } from '#app/server/studio/draft.ts';
import { recordOf, textOf } from '#engine/studio/index.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/thiet-ke');
  const drafts = await context.service.store.studio.list();
  return {
    title: textsFor(locale).common.titled(studioTextsFor(locale).title),
    writes: may(actor, '/thiet-ke', 'write'),
    drafts: await Promise.all(
      drafts.map(async ({ code, status, editor, updatedAt }) => ({
        code,
        status,
        editor: editor.name,
        updatedAt,
        name: textOf(recordOf(contentOfDraft(await draftOf(context, code)).procedure['name'])['vi']),
      })),
    ),
  };
};

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim().normalize('NFC') : '';
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/thiet-ke');
  const words = studioTextsFor(locale);
  const form = await request.formData();
  const how = text(form, 'cach');
  const files = form.getAll('tep').filter((each): each is File => typeof each !== 'string' && each.name !== '');
  const begun =
    how === 'sua'
      ? await beginAmendment(context, actor, words, text(form, 'ma'))
      : how === 'tep'
        ? await beginFromFiles(context, actor, words, Object.fromEntries(await Promise.all(files.map(async (file) => [file.name, await file.text()] as const))))
        : await beginEmpty(context, actor, words, { code: text(form, 'ma'), name: text(form, 'ten') });
  if ('code' in begun) return redirect(`/thiet-ke/${begun.code}/bieu-mau`);
  return { how, ...begun };
}; // prettier-ignore

export default function Drafts() {
  const { drafts, writes } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const words = useStudioText();
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
      </div>
      {answer ? (
        <section className="summary" role="alert" tabIndex={-1}>
          <h2>{answer.said}</h2>
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
                  <th scope="col">{words.columns.code}</th>
                  <th scope="col">{words.columns.name}</th>
                  <th scope="col">{words.columns.changed}</th>
                  <th scope="col">{words.columns.by}</th>
                  <th scope="col">{words.columns.status}</th>
                </tr>
              </thead>
              <tbody>
                {drafts.map((each) => (
                  <tr key={each.code}>
                    <td className="nowrap">
                      <Link to={`/thiet-ke/${each.code}/bieu-mau`} data-row-link="">
                        {each.code}
                      </Link>
                    </td>
                    <td>{each.name}</td>
                    <td data-l={words.columns.changed} className="nowrap">{`${formatTime(each.updatedAt)} ${formatDay(each.updatedAt)}`}</td>
                    <td data-l={words.columns.by}>{each.editor}</td>
                    <td data-l={words.columns.status}>{words.status[each.status]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        {writes ? (
          <div className="stack">
            <section className="card">
              <h2>{words.begin.empty}</h2>
              <Form method="post">
                <input type="hidden" name="cach" value="moi" />
                <div className="field">
                  <label htmlFor="ma-moi">{words.begin.code}</label>
                  <p className="hint" id="ma-moi-goi-y">{words.begin.codeHint}</p>
                  <input id="ma-moi" name="ma" type="text" aria-describedby="ma-moi-goi-y" />
                </div>
                <div className="field">
                  <label htmlFor="ten-moi">{words.begin.name}</label>
                  <input id="ten-moi" name="ten" type="text" />
                </div>
                <button className="btn">{words.begin.create}</button>
              </Form>
            </section>
            <section className="card">
              <h2>{words.begin.amend}</h2>
              <Form method="post">
                <input type="hidden" name="cach" value="sua" />
                <div className="field">
                  <label htmlFor="ma-sua">{words.begin.amendCode}</label>
                  <input id="ma-sua" name="ma" type="text" />
                </div>
                <button className="btn second">{words.begin.amendGo}</button>
              </Form>
            </section>
            <section className="card">
              <h2>{words.begin.files}</h2>
              <Form method="post" encType="multipart/form-data">
                <input type="hidden" name="cach" value="tep" />
                <div className="field">
                  <label htmlFor="tep-moi">{words.begin.files}</label>
                  <p className="hint" id="tep-moi-goi-y">{words.begin.filesHint}</p>
                  <FilePicker id="tep-moi" name="tep" multiple accept=".json,.bpmn,.xml,.typ" describedBy="tep-moi-goi-y" />
                </div>
                <button className="btn second">{words.begin.filesGo}</button>
              </Form>
            </section>
          </div>
        ) : null}
      </div>
    </>
  ); // prettier-ignore
}
