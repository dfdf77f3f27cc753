import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { proceduresFound, unitsFound } from '#app/server/staff/elsewhere.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/phi-dia-gioi');
  const search = new URL(request.url).searchParams;
  const get = (name: string): string => search.get(name)?.trim().slice(0, 100) ?? '';
  const { nonTerritorial: rule } = await context.service.reception.today();
  const procedure = get('thu-tuc');
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).reception.elsewhere.title),
    rule: rule ? { basis: rule.basis, clockStart: rule.clockStart } : null,
    text: get('tim'),
    unitText: get('don-vi'),
    procedure,
    procedures: rule && procedure === '' ? await proceduresFound(context, get('tim')) : null,
    units:
      rule && procedure !== ''
        ? ((await unitsFound(context, procedure, actor.unit ?? '', get('don-vi'))) ?? null)
        : null,
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/phi-dia-gioi');
  const data = await request.formData();
  const text = (name: string): string => String(data.get(name) ?? '').slice(0, 100);
  const found = await context.service.catalogue.inForce(text('thu-tuc'));
  const started = await context.service.drafts.start({
    procedure: text('thu-tuc'),
    owner: actor.id,
    channel: found?.release.release.procedure.channels.includes('counter') === false ? 'post' : 'counter',
    receivingUnit: actor.unit ?? '',
    competentUnit: text('co-quan'),
  });
  return started.ok ? redirect(`/mot-cua/tiep-nhan/${started.value.id}`) : { problems: started.problems };
};

type Data = Exclude<Awaited<ReturnType<typeof loader>>, Response>;

const Procedures = ({ text, procedures }: Pick<Data, 'text' | 'procedures'>) => {
  const { counter, reception } = useStaffText();
  const words = counter.intake;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <Form method="get" className="findproc">
          <label htmlFor="tim-thu-tuc">{reception.elsewhere.procedure}</label>
          <p className="hint" id="tim-goi-y">
            {words.findHint}
          </p>
          <div className="sfilters">
            <input id="tim-thu-tuc" type="search" name="tim" defaultValue={text} aria-describedby="tim-goi-y" />
            <button className="btn second">{reception.elsewhere.findProcedure}</button>
          </div>
        </Form>
      </div>
      {!procedures || procedures.rows.length === 0 ? (
        <EmptyState title={words.notFound} />
      ) : (
        <ul className="choicelist">
          {procedures.rows.map((row) => (
            <li key={row.code}>
              <div>
                <span className="t">{row.name}</span>
                <small>
                  {row.code} · {row.field}
                </small>
              </div>
              <Link
                className="btn second s"
                to={`?thu-tuc=${encodeURIComponent(row.code)}`}
                aria-label={`${words.choose}: ${row.name}`}
              >
                {words.choose}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Units = ({ procedure, units, unitText }: Pick<Data, 'procedure' | 'units' | 'unitText'>) => {
  const { counter, reception } = useStaffText();
  const words = reception.elsewhere;
  if (!units)
    return (
      <div className="card">
        <EmptyState title={counter.intake.notFound} />
      </div>
    );
  return (
    <section className="card flush">
      <div className="cardtitle">
        <p>
          <span className="muted">{words.chosen}:</span> <b>{units.name}</b> <span className="num">{procedure}</span>{' '}
          <Link to="?">{counter.intake.change}</Link>
        </p>
        <Form method="get" className="findproc">
          <input type="hidden" name="thu-tuc" value={procedure} />
          <label htmlFor="tim-don-vi">{words.unit}</label>
          <p className="hint" id="don-vi-goi-y">
            {words.unitHint}
          </p>
          <div className="sfilters">
            <input
              id="tim-don-vi"
              type="search"
              name="don-vi"
              defaultValue={unitText}
              aria-describedby="don-vi-goi-y"
              data-focus-key="alt+1"
            />
            <button className="btn second">{words.findUnit}</button>
          </div>
        </Form>
        <span className="muted">{words.units(units.rows.length, units.total)}</span>
      </div>
      {units.rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <ul className="choicelist">
          {units.rows.map((unit) => (
            <li key={unit.code}>
              <div>
                <span className="t">{unit.name}</span>
                <small>{unit.parent}</small>
              </div>
              <Form method="post">
                <input type="hidden" name="thu-tuc" value={procedure} />
                <input type="hidden" name="co-quan" value={unit.code} />
                <button className="btn second s" aria-label={`${words.choose}: ${unit.name}`}>
                  {words.choose}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

export default function TakeInForAnother() {
  const data = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const words = useStaffText().reception.elsewhere;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {data.rule ? (
        <>
          <p className="muted">
            {data.rule.clockStart === 'arrival' ? words.clockArrival : words.clockAcceptance}{' '}
            {words.basis(data.rule.basis)}
          </p>
          {data.procedure === '' ? <Procedures {...data} /> : <Units {...data} />}
        </>
      ) : (
        <div className="card">
          <EmptyState title={words.closed}>
            <p>{words.closedText}</p>
          </EmptyState>
        </div>
      )}
    </>
  );
}
