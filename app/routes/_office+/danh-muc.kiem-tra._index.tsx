import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { FindingGroups } from '#app/components/office/findings/finding-groups.tsx';
import { RunCard } from '#app/components/office/findings/run-card.tsx';
import { SeverityCounts } from '#app/components/office/findings/severity.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { catalogueFindings } from '#app/server/office/findings/catalogue.ts';
import { readFindingFilter } from '#app/server/office/findings/filter.ts';
import { runView } from '#app/server/office/findings/run.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/danh-muc/kiem-tra');
  const filter = readFindingFilter(new URL(request.url).searchParams);
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).findings.title),
    filter,
    run: runView(await context.service.verification.run()),
    writes: may(actor, '/danh-muc/kiem-tra', 'write'),
    ...(await catalogueFindings(context, filter, locale)),
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  await authorizeActor({ request, context }, '/danh-muc/kiem-tra');
  const work = String((await request.formData()).get('viec') ?? '');
  const { verification } = context.service;
  if (work === 'dung') verification.cancel();
  else if (work === 'kiem-tra' || work === 'tat-ca') {
    const { finished } = await verification.begin({ all: work === 'tat-ca' });
    finished.catch((error: unknown) => {
      context.log.error({ err: error }, 'the check of the catalogue failed');
    });
  } else throw new Response(null, { status: 400, statusText: 'Bad Request' });
  return redirect('/danh-muc/kiem-tra');
};

type Data = ReturnType<typeof useLoaded<typeof loader>>;

const Conditions = ({ data }: { readonly data: Data }) => {
  const { findings } = useOfficeText();
  const words = findings.filter;
  const { filter, list } = data;
  const options = [
    {
      id: 'muc-do',
      label: words.severity,
      chosen: filter.severity ?? '',
      options: (['error', 'warning', 'info'] as const).map((each) => ({
        value: each,
        text: words.withCount(findings.severities[each], list.severities[each] ?? 0),
      })),
    },
    {
      id: 'phan',
      label: words.part,
      chosen: filter.part ?? '',
      options: data.parts.map((each) => ({
        value: each,
        text: words.withCount(findings.parts[each], list.parts[each] ?? 0),
      })),
    },
    {
      id: 'ma',
      label: words.check,
      chosen: filter.check ?? '',
      options: list.checks.map(([code, count]) => ({ value: code, text: words.withCount(code, count) })),
    },
    {
      id: 'linh-vuc',
      label: words.field,
      chosen: filter.field ?? '',
      options: data.fields.map((field) => ({ value: field, text: field })),
    },
    {
      id: 'don-vi',
      label: words.unit,
      chosen: filter.unit ?? '',
      options: data.units.map(({ code, name }) => ({ value: code, text: name })),
    },
  ];
  return (
    <Form className="card ofilter" method="get" action="/danh-muc/kiem-tra" key={JSON.stringify(filter)}>
      <Field id="tim" label={words.text}>
        <input id="tim" type="search" name="tim" defaultValue={filter.text} maxLength={200} data-focus-key="/" />
      </Field>
      {options.map((each) => (
        <Field key={each.id} id={each.id} label={each.label}>
          <select id={each.id} name={each.id} defaultValue={each.chosen}>
            <option value="">{words.any}</option>
            {each.options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </Field>
      ))}
      <span className="ogo">
        <button className="btn second">{words.show}</button>
        {data.filtered ? <Link to="/danh-muc/kiem-tra">{words.clear}</Link> : null}
      </span>
    </Form>
  );
};

export default function CatalogueCheck() {
  const data = useLoaded<typeof loader>();
  const { catalogue, findings: words } = useOfficeText();
  const { list, run, filtered } = data;
  return (
    <>
      <Breadcrumb items={[{ to: '/danh-muc', label: catalogue.title }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.lead}</span>
      </div>
      <RunCard given={run} writes={data.writes} />
      {run ? <Conditions data={data} /> : null}
      {run && list.total === 0 && run.status !== 'running' ? (
        <div className="card">
          <EmptyState title={filtered ? words.noneFiltered : words.none}>
            {filtered ? <Link to="/danh-muc/kiem-tra">{words.filter.clear}</Link> : <p>{words.noneText}</p>}
          </EmptyState>
        </div>
      ) : null}
      {list.total > 0 ? (
        <section className="card flush" aria-labelledby="cac-vuong-mac">
          <div className="cardtitle">
            <h2 id="cac-vuong-mac">{words.found(list.total)}</h2>
            <SeverityCounts counts={list.severities} />
          </div>
          <FindingGroups
            named
            groups={list.groups}
            to={(row) => `/danh-muc/${row.procedure}/kiem-tra?loi=${row.index}`}
          />
          {list.pages > 1 ? (
            <div className="pager">
              <Pagination page={data.filter.page} pages={list.pages} />
            </div>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
