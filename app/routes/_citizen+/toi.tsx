import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { ButtonLink } from '#app/components/button.tsx';
import { InstantText } from '#app/components/date-text.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { StateBadge } from '#app/components/state-badge.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { latestNames } from '#app/server/views/procedure-names.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const MOST = 50;
const NOTICES = 20;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/toi');
  const { service } = context;
  const { common, citizen } = textsFor(locale);
  const drafts = await Promise.all(
    (await service.drafts.byOwner(actor.id))
      .filter((draft) => draft.channel === 'online')
      .map(async (draft) => {
        const current = await service.catalogue.inForce(draft.procedure);
        return {
          id: draft.id,
          procedure: draft.procedure,
          at: draft.updatedAt,
          closed: !current,
        };
      }),
  );
  const dossiers = await service.store.dossiers.list({ account: actor.id, order: 'newest', limit: MOST, offset: 0 });
  const names = await latestNames(
    context,
    [...drafts, ...dossiers.rows].map(({ procedure }) => procedure),
    locale,
  );
  return {
    title: common.titled(citizen.account.mine.title),
    drafts: drafts
      .map((draft) => ({ ...draft, name: names.get(draft.procedure) ?? draft.procedure }))
      .sort((left, right) => right.at.localeCompare(left.at)),
    dossiers: dossiers.rows.map((row) => ({
      code: row.code,
      name: locale === 'vi' ? row.procedureName : (names.get(row.procedure) ?? row.procedureName),
      status: row.status,
      submittedAt: row.submittedAt,
      due: row.promisedDue ?? null,
    })),
    notices: await service.store.outbox.noticesFor(actor.id, NOTICES),
  };
};

export default function Mine() {
  const { drafts, dossiers, notices } = useLoaded<typeof loader>();
  const words = useText().citizen.account.mine;
  return (
    <div className="wrap mine">
      <h1>{words.title}</h1>
      <div className="grid2">
        <div className="stack">
          <section>
            <h2>{words.drafts}</h2>
            {drafts.length === 0 ? (
              <p className="muted">{words.noDrafts}</p>
            ) : (
              <ul className="rowlist">
                {drafts.map((draft) => (
                  <li key={draft.id}>
                    <Link className="t" to={`/nop/${draft.procedure}/${draft.id}`}>
                      {draft.name}
                    </Link>
                    <div className="meta">
                      <span>{words.draftSaved(`${formatTime(draft.at)} ${formatDay(draft.at)}`)}</span>
                      {draft.closed ? <span className="tag danger">{words.draftClosed}</span> : null}
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section>
            <h2>{words.dossiers}</h2>
            {dossiers.length === 0 ? (
              <EmptyState title={words.noDossiers}>
                <ButtonLink to="/thu-tuc">{words.find}</ButtonLink>
              </EmptyState>
            ) : (
              <ul className="rowlist">
                {dossiers.map((dossier) => (
                  <li key={dossier.code}>
                    <div className="top">
                      <StateBadge status={dossier.status} />
                    </div>
                    <Link className="t" to={`/ho-so/${dossier.code}`}>
                      {dossier.name}
                    </Link>
                    <div className="meta">
                      <span>{dossier.code}</span>
                      <span>{words.filed(formatDay(dossier.submittedAt))}</span>
                      {dossier.due ? <span>{words.due(formatDay(dossier.due))}</span> : null}
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <aside>
          <section>
            <h2>{words.notices}</h2>
            {notices.length === 0 ? (
              <p className="muted">{words.noNotices}</p>
            ) : (
              <ul className="rowlist">
                {notices.map((notice) => (
                  <li key={notice.id}>
                    <p lang="vi">{notice.text}</p>
                    <div className="meta">
                      <InstantText at={notice.at} />
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </aside>
      </div>
    </div>
  );
}
