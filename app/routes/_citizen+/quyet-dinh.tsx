import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { toneOfChange } from '#app/components/tone-of-change.ts';
import { formatDate } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { publicDecisions } from '#app/server/views/changes.ts';
import { latestNames } from '#app/server/views/procedure-names.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const MOST_ITEMS = 30;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/quyet-dinh');
  const { common, citizen } = textsFor(locale);
  const found = (await publicDecisions(context, locale)).map((decision) => ({
    ...decision,
    count: decision.items.length,
    items: decision.items.slice(0, MOST_ITEMS),
  }));
  const names = await latestNames(
    context,
    found.flatMap(({ items }) =>
      items.flatMap(({ code, replaces, replacedBy }) => [code, ...replaces, ...(replacedBy ? [replacedBy] : [])]),
    ),
    locale,
  );
  const decisions = found.map((decision) => ({
    ...decision,
    items: decision.items.map(({ replaces, replacedBy, ...item }) => {
      const named = (code: string) => ({ code, name: names.get(code) ?? code });
      return {
        ...item,
        ...named(item.code),
        replaces: replaces.map(named),
        replacedBy: replacedBy ? named(replacedBy) : null,
      };
    }),
  }));
  return { title: common.titled(citizen.home.decisions.title), decisions };
};

export default function Decisions() {
  const { decisions } = useLoaded<typeof loader>();
  const { common, citizen } = useText();
  const words = citizen.home.decisions;
  return (
    <div className="wrap">
      <Breadcrumb items={[{ to: '/', label: common.errors.toHome }, { label: words.title }]} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <Link className="a44" to="/quyet-dinh/nhat-ky">
          {citizen.log.title}
        </Link>
      </p>
      {decisions.length === 0 ? <EmptyState title={words.none} /> : null}
      {decisions.map((decision) => (
        <section className="card decision" id={encodeURIComponent(decision.number)} key={decision.number}>
          <h2>{decision.title}</h2>
          <p className="muted">
            {citizen.home.decision(decision.number)} · {words.signed(formatDate(decision.signedOn))} ·{' '}
            {citizen.home.from(formatDate(decision.from))} · {words.items(decision.count)}
          </p>
          <ul className="plain">
            {decision.items.map((item) => (
              <li key={item.code} className="a44">
                <Tag tone={toneOfChange[item.kind]}>{citizen.home.kinds[item.kind]}</Tag>
                <Link to={`/thu-tuc/${item.code}`}>{item.name}</Link>
                {[...item.replaces, ...(item.replacedBy ? [item.replacedBy] : [])].map((other) => (
                  <span key={other.code}>
                    {item.replacedBy ? citizen.home.replacedBy : citizen.home.replaces}{' '}
                    <Link to={`/thu-tuc/${other.code}`}>{other.name}</Link>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
