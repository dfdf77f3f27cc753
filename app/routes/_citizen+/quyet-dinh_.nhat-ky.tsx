import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Check, Link2Off } from 'lucide-react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { InstantText } from '#app/components/date-text.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { logPage, type LogEntryView } from '#app/server/views/log-page.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/quyet-dinh/nhat-ky');
  const { common, citizen } = textsFor(locale);
  return { title: common.titled(citizen.log.title), ...(await logPage(context, new URL(request.url).searchParams)) };
};

const isAction = (action: string): action is 'add' | 'amend' | 'replace' | 'repeal' =>
  ['add', 'amend', 'replace', 'repeal'].includes(action);

const Entry = ({ entry }: { readonly entry: LogEntryView }) => {
  const words = useText().citizen.log;
  return (
    <li className="card" id={`muc-${String(entry.seq)}`}>
      <h2>
        {words.entry(entry.seq)}: {words.decisionName(entry.decision)}
      </h2>
      <p className="muted">
        <Tag tone={entry.act === 'applied' ? 'ok' : 'warn'}>{words.acts[entry.act]}</Tag> <InstantText at={entry.at} />
        {', '}
        {words.effective(formatDate(entry.from))}, {words.items(entry.count)}
      </p>
      <ul className="logitems">
        {entry.items.map((item) => (
          <li key={item.code}>
            {isAction(item.action) ? words.actions[item.action] : item.action}{' '}
            <Link to={`/thu-tuc/${item.code}`}>{item.code}</Link>
            {item.release !== undefined && item.hash !== undefined ? (
              <>
                {', '}
                <Link to={`/thu-tuc/${item.code}/phien-ban/${item.hash}`}>{words.release(item.release)}</Link>{' '}
                <code>{item.hash}</code>
              </>
            ) : null}
          </li>
        ))}
        {entry.count > entry.items.length ? <li>…</li> : null}
      </ul>
      <dl className="loghash">
        <dt>{words.previous}</dt>
        <dd>
          <code>{entry.previous}</code>
          {entry.seq === 1 ? ` (${words.first})` : null}
        </dd>
        <dt>{words.content}</dt>
        <dd>
          <code>{entry.contentHash}</code>
        </dd>
        <dt>{words.own}</dt>
        <dd>
          <code>{entry.hash}</code>
        </dd>
      </dl>
    </li>
  );
};

const Filter = () => {
  const { asked } = useLoaded<typeof loader>();
  const words = useText().citizen.log;
  return (
    <Form className="dayform" method="get" key={`${asked.code} ${asked.decision} ${asked.hash}`}>
      <Field id="thu-tuc" name="thu-tuc" label={words.procedure} defaultValue={asked.code} />
      <Field id="quyet-dinh" name="quyet-dinh" label={words.decision} defaultValue={asked.decision} />
      <Field id="ma-bam" name="ma-bam" label={`${words.hash} (${words.hashHint})`} defaultValue={asked.hash} />
      <button className="btn second">{words.find}</button>
      {asked.code || asked.decision || asked.hash ? (
        <Link className="a44" to="/quyet-dinh/nhat-ky">
          {words.clear}
        </Link>
      ) : null}
    </Form>
  );
};

export default function PublicLog() {
  const { entries, all, head, broken, found, total, page, pages } = useLoaded<typeof loader>();
  const { common, citizen } = useText();
  const words = citizen.log;
  return (
    <div className="wrap log">
      <Breadcrumb
        items={[
          { to: '/', label: common.errors.toHome },
          { to: '/quyet-dinh', label: citizen.home.decisions.title },
          { label: words.title },
        ]}
      />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {broken === null ? (
        <p>
          <Tag tone="ok" icon={Check}>
            {words.holds(all)}
          </Tag>
        </p>
      ) : (
        <Notice kind="danger" title={words.broken(broken)}>
          <p>
            <Link2Off className="i s" aria-hidden="true" /> {words.brokenText}
          </p>
        </Notice>
      )}
      {head === null ? null : (
        <Notice title={words.newest}>
          <p>
            <code>{head}</code>
          </p>
          <p>{words.newestText}</p>
        </Notice>
      )}
      <details className="more">
        <summary>{words.how}</summary>
        <ol>
          {words.howSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <a href="/quyet-dinh/nhat-ky.json">{words.download}</a>
        </p>
      </details>
      <Filter />
      {found === null ? null : found > 0 ? (
        <Notice kind="ok" title={words.found(found)}>
          <p>{words.foundText}</p>
        </Notice>
      ) : (
        <Notice kind="danger" title={words.notFound}>
          <p>{words.notFoundText}</p>
        </Notice>
      )}
      <p className="muted">{words.count(total)}</p>
      {entries.length === 0 ? <EmptyState title={words.none} /> : null}
      <ol className="plain">
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ol>
      <Pagination page={page} pages={pages} />
    </div>
  );
}
