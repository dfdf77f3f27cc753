import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { DossierCode } from '#app/components/staff/dossier-code.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { SeveralDone } from '#app/components/staff/work/index.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { onSeveral, readyToSign } from '#app/server/staff/several.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-viec/ky-nhieu');
  const tasks = new URL(request.url).searchParams.getAll('chon');
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).work.signing.title),
    rows: await readyToSign(context, actor, tasks),
    key: randomUUID(),
  };
};

/** Signs the attached results of the ticked tasks; each dossier by itself. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-viec/ky-nhieu');
  const data = await request.formData();
  const tasks = data.getAll('chon').filter((value) => typeof value === 'string');
  const key = data.get('key');
  return onSeveral(context, actor, { key: typeof key === 'string' ? key : '', tasks }, (task, state) => {
    const attached = state.results.find(({ signedAt, refusal }) => signedAt === undefined && !refusal);
    return attached
      ? {
          type: 'sign-result',
          task,
          result: attached.result,
          file: attached.file,
          ...(attached.number === undefined ? {} : { number: attached.number }),
          ...(attached.validTo === undefined ? {} : { validTo: attached.validTo }),
        }
      : undefined;
  });
};

export default function SignSeveral() {
  const { rows, key } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { agency, work } = useStaffText();
  const words = work.signing;
  const ready = rows.filter((row) => row.signs && row.file);
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-viec', label: agency.dossier.back }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      {answer ? <SeveralDone answer={answer} done={words.signed} /> : null}
      {rows.length === 0 ? <p>{answer ? null : words.none}</p> : <p className="muted">{words.text}</p>}
      {rows.length > 0 ? (
        <Form method="post">
          <input type="hidden" name="key" value={key} />
          <div className="tasks">
            <table className="list rc">
              <caption className="vh">{words.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.columns.code}</th>
                  <th scope="col">{words.columns.procedure}</th>
                  <th scope="col">{words.columns.applicant}</th>
                  <th scope="col">{words.columns.file}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.task}>
                    <td>
                      {row.signs && row.file ? (
                        <input
                          type="checkbox"
                          name="chon"
                          value={row.task}
                          defaultChecked
                          aria-label={work.choose(row.code, row.name ?? '')}
                        />
                      ) : null}
                      <DossierCode code={row.code} to={`/cong-viec/${row.dossier}`} />
                    </td>
                    <td>{row.procedure}</td>
                    <td data-l={words.columns.applicant}>{row.applicant}</td>
                    <td data-l={words.columns.file}>
                      {row.file ? (
                        <a href={`/cong-viec/${row.dossier}/tep/${row.file.hash}`}>
                          {words.look}: {row.name}
                        </a>
                      ) : (
                        words.noFile
                      )}
                      {row.signs ? null : <span className="s">{words.notSign}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {ready.length > 0 ? (
            <div className="act">
              <button className="btn" data-primary="">
                {words.do(ready.length)}
              </button>
            </div>
          ) : null}
        </Form>
      ) : null}
      <Link to="/cong-viec">{words.back}</Link>
    </>
  );
}
