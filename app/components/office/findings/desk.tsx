import { Link, useSearchParams } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { FindingDetail, FindingsDeskView } from '#app/server/office/findings/desk.ts';
import { Example } from './example.tsx';
import { ExampleForm } from './example-form.tsx';
import { FindingGroups } from './finding-groups.tsx';
import { Route } from './route.tsx';
import { SeverityCounts, SeverityMark } from './severity.tsx';

const Chosen = ({ detail }: { readonly detail: FindingDetail }) => {
  const { findings: words } = useOfficeText();
  const pick = usePick();
  return (
    <section className="card fdetail" id="vuong-mac" tabIndex={-1} aria-labelledby="vuong-mac-ten">
      <p className="fmeta">
        <SeverityMark severity={detail.severity} />
        <code>{detail.code}</code>
        <span className="muted">{words.parts[detail.part]}</span>
      </p>
      <h2 id="vuong-mac-ten">{pick(detail.message)}</h2>
      <dl className="fabout">
        <div>
          <dt>{words.place}</dt>
          <dd>
            {detail.place}
            <span className="flinks">
              {detail.goTo.form ? <a href="#bieu-mau">{words.goTo.form}</a> : null}
              {detail.goTo.diagram ? <a href="#so-do">{words.goTo.diagram}</a> : null}
              {detail.goTo.studio ? <Link to={detail.goTo.studio}>{words.goTo.studio}</Link> : null}
              {detail.goTo.page ? <Link to={detail.goTo.page}>{words.goTo.page}</Link> : null}
            </span>
          </dd>
        </div>
        {detail.content === null ? null : (
          <div>
            <dt>{words.content}</dt>
            <dd>
              <pre className="fcontent">{detail.content}</pre>
            </dd>
          </div>
        )}
        {detail.remedy ? (
          <div>
            <dt>{words.mend}</dt>
            <dd>{pick(detail.remedy)}</dd>
          </div>
        ) : null}
        {detail.law ? (
          <div>
            <dt>{words.law}</dt>
            <dd>{pick(detail.law)}</dd>
          </div>
        ) : null}
      </dl>
      {detail.example ? <Example example={detail.example} /> : <p className="small muted">{words.example.none}</p>}
    </section>
  );
};

/** The findings of one release beside the one that is looked at, with its example played. */
export const FindingsDesk = ({ view }: { readonly view: FindingsDeskView }) => {
  const { findings: words } = useOfficeText();
  const [search] = useSearchParams();
  const { list, detail } = view;
  const to = (index: number): string => {
    const next = new URLSearchParams(search);
    for (const name of ['buoc', 'trang-mau']) next.delete(name);
    next.set('loi', String(index));
    return `?${next.toString()}`;
  };
  const severityTo = (severity: string): string => {
    const next = new URLSearchParams(search);
    for (const name of ['buoc', 'trang-mau', 'loi', 'trang', 'muc-do']) next.delete(name);
    if (severity !== '') next.set('muc-do', severity);
    return `?${next.toString()}`;
  };
  const all = Object.values(list.severities).reduce((sum, count) => sum + count, 0);
  if (all === 0)
    return (
      <div className="card">
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      </div>
    );
  return (
    <>
      <div className="fhead">
        <SeverityCounts counts={list.severities} />
        <nav className="views" aria-label={words.filter.severity}>
          {(['', 'error', 'warning', 'info'] as const)
            .filter((each) => each === '' || (list.severities[each] ?? 0) > 0)
            .map((each) => (
              <Link
                key={each}
                to={severityTo(each)}
                aria-current={(view.severity ?? '') === each ? 'page' : undefined}
                preventScrollReset
              >
                {each === '' ? words.filter.any : words.severities[each]}
                <b>{each === '' ? all : list.severities[each]}</b>
              </Link>
            ))}
        </nav>
      </div>
      <div className="fdesk">
        <section className="card flush" aria-labelledby="cac-vuong-mac">
          <h2 className="vh" id="cac-vuong-mac">
            {words.list}
          </h2>
          <FindingGroups
            groups={list.groups}
            to={(row) => to(row.index)}
            {...(detail ? { current: detail.index } : {})}
          />
          {list.pages > 1 ? <Pagination page={Number(search.get('trang') ?? 1)} pages={list.pages} /> : null}
        </section>
        {detail ? (
          <div className="stack">
            <Chosen detail={detail} />
            {detail.route ? <Route view={detail.route} /> : null}
            {detail.form ? <ExampleForm view={detail.form} /> : null}
          </div>
        ) : null}
      </div>
    </>
  );
};
