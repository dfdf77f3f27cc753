import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Notice } from '#app/components/notice.tsx';
import { NextPersonButton } from '#app/components/staff/next-person-button.tsx';
import { Keys } from '#app/components/staff/keys.tsx';
import { VisitTable } from '#app/components/staff/together/index.ts';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { dossierFor } from '#app/server/staff/dossier-access.ts';
import { togetherView } from '#app/server/staff/together-view.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** Everything that one visit brought, addressed by any of its dossiers. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/luot/:dossier');
  const { state } = await dossierFor(context, actor, params['dossier'] ?? '');
  const together = await togetherView(context, { actor, state, locale });
  if (!together) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const { counter } = staffTextsFor(locale);
  return {
    title: textsFor(locale).common.titled(together.group ?? counter.visit.title),
    id: state.id,
    person: state.applicant.name,
    together: { ...together, rows: together.rows.map((row) => ({ ...row, current: false })) },
    done: new URL(request.url).searchParams.get('xong') === 'accept',
  };
};

export default function Visit() {
  const { id, person, together, done } = usePageData<typeof loader>();
  const { counter } = useStaffText();
  const words = counter.visit;
  const { group, rows, whole } = together;
  return (
    <>
      <Breadcrumb items={[{ to: '/mot-cua', label: counter.dossier.back }, { label: group ?? words.title }]} />
      <div className="ptitle">
        <h1>{group ?? words.title}</h1>
        <span className="muted">{words.of(person)}</span>
      </div>
      {done ? (
        <Notice kind="ok" live title={words.done(rows.length)}>
          <div className="acts">
            <a className="btn" href={`/mot-cua/ho-so/${id}/visit-receipts.pdf`} data-primary="" data-key="p">
              {words.receipts} <kbd aria-hidden="true">P</kbd>
            </a>
            <a className="btn second" href={`/mot-cua/ho-so/${id}/visit-labels.pdf`}>
              {words.labels}
            </a>
            <NextPersonButton words={counter.dossier.nextPerson} />
            <Link className="btn second" to={`/mot-cua/tiep-nhan?nguoi=${id}`} data-key="alt+a">
              {words.samePerson} <kbd aria-hidden="true">Alt A</kbd>
            </Link>
          </div>
        </Notice>
      ) : (
        <p className="acts">
          <a className="btn second" href={`/mot-cua/ho-so/${id}/visit-receipts.pdf`} data-key="p">
            {words.receipts} <kbd aria-hidden="true">P</kbd>
          </a>
          <a className="btn second" href={`/mot-cua/ho-so/${id}/visit-labels.pdf`}>
            {words.labels}
          </a>
        </p>
      )}
      <section className="card flush">
        <VisitTable together={together} address={(dossier) => `/mot-cua/ho-so/${dossier}`} />
        {group !== undefined && whole !== '' ? (
          <p className="pad">
            {words.whole}: <b className="num">{`${formatTime(whole)} ${formatDay(whole)}`}</b>
          </p>
        ) : null}
      </section>
      <Keys
        items={[
          { keys: ['P'], does: counter.dossier.keys.print },
          { keys: ['Alt N'], does: counter.dossier.keys.next },
        ]}
      />
    </>
  );
}
