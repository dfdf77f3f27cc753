import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { limits, parseJson } from '#engine/definition/index.ts';
import { nationalOneStop, oneStopOn } from '#engine/dossier/index.ts';
import { localDate } from '#engine/clock/index.ts';
import { Notice } from '#app/components/notice.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { AdminTabs } from '#app/components/office/admin-tabs.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer } from '#app/components/staff/use-page-data.ts';
import { formatDate } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/quy-tac');
  const rules = await context.service.oneStop.rules();
  const today = oneStopOn(rules, localDate(context.clock.now()));
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).admin.rules.title),
    own: JSON.stringify(rules) !== JSON.stringify(nationalOneStop),
    json: JSON.stringify(rules, null, 2),
    periods: rules.periods.map((period) => ({ ...period, current: period.validFrom === today.validFrom })),
    saved: new URL(request.url).searchParams.has('xong'),
  };
};

/** A set of rules, whole: `motcua/one-stop@1`. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  await authorizeActor({ request, context }, '/quan-tri/quy-tac');
  const given = (await request.formData()).get('quy-tac');
  const text = typeof given === 'string' ? given : '';
  const json = parseJson(text, { length: limits.formText });
  if (!json.ok) return { problems: json.problems, text };
  const put = await context.service.oneStop.put(json.value);
  return put.ok ? redirect('/quan-tri/quy-tac?xong=1') : { problems: put.problems, text };
};

export default function Rules() {
  const { own, json, periods, saved } = useLoaded<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { rules: words } = useOfficeText().admin;
  const { columns } = words;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{own ? words.own : words.national}</span>
      </div>
      <AdminTabs />
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {saved && !answer ? (
        <Notice kind="ok" live>
          <p>{words.saved}</p>
        </Notice>
      ) : null}
      <p className="lead">{words.text}</p>
      <div className="stack">
        <section className="card flush">
          <DataTable
            caption={words.title}
            rows={periods}
            keyOf={(row) => row.validFrom}
            columns={[
              {
                id: 'from',
                label: columns.from,
                cell: (row) => (
                  <>
                    {formatDate(row.validFrom)}
                    {row.current ? ` · ${words.current}` : ''}
                  </>
                ),
              },
              { id: 'basis', label: columns.basis, cell: (row) => row.basis },
              {
                id: 'supplement',
                label: columns.supplement,
                cell: ({ supplement }) =>
                  `${words.supplement(supplement.times, supplement.withinWorkingDays)} (${supplement.article})`,
              },
              {
                id: 'extension',
                label: columns.extension,
                cell: ({ extension }) =>
                  `${words.extension(extension.times, extension.daysBefore)} (${extension.article})`,
              },
              {
                id: 'forwarding',
                label: columns.forwarding,
                cell: ({ forwarding }) => `${words.forwarding(forwarding.until)} (${forwarding.article})`,
              },
              {
                id: 'reminder',
                label: columns.reminder,
                cell: ({ reminder }) => words.reminder(reminder?.workingMinutes),
              },
              {
                id: 'closing',
                label: columns.closing,
                cell: ({ closing }) => `${words.closing[closing.earlyBefore]}; ${closing.rule} (${closing.article})`,
              },
            ]}
          />
        </section>
        <details className="card more" open={answer !== undefined}>
          <summary>{words.change}</summary>
          <Form method="post">
            <div className="field">
              <label htmlFor="quy-tac">{words.json}</label>
              <p className="hint" id="quy-tac-goi-y">
                {words.jsonHint}
              </p>
              <textarea
                id="quy-tac"
                name="quy-tac"
                rows={16}
                className="mono"
                spellCheck={false}
                aria-describedby="quy-tac-goi-y"
                defaultValue={answer?.text ?? json}
              />
            </div>
            <button className="btn">{words.save}</button>
          </Form>
        </details>
      </div>
    </>
  );
}
