import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Hash } from '#app/components/office/hash.tsx';
import { Conflict } from '#app/components/office/layers/conflict.tsx';
import { ConflictSummary } from '#app/components/office/layers/summary.tsx';
import { ToldTable, WholeTable } from '#app/components/office/layers/tables.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { readChoices } from '#app/server/office/layers/choices.ts';
import { layersPage } from '#app/server/office/layers/view.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const missing = (): Response => new Response(null, { status: 404, statusText: 'Not Found' });

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/danh-muc/:code/ba-tang');
  const code = params['code'] ?? '';
  const { service } = context;
  const view = await service.layers.open(code);
  if (!view) throw missing();
  const { national, base, release, name, form, process, takenIn } = view;
  const drafts = await service.store.releaseDrafts.all();
  return {
    title: textsFor(locale).common.titled(`${officeTextsFor(locale).layers.title}: ${name}`),
    writes: may(actor, '/danh-muc/:code/ba-tang', 'write'),
    code,
    name,
    release,
    form,
    process,
    takenIn,
    national: {
      number: national.number,
      hash: national.hash,
      source: national.source,
      syncedAt: national.syncedAt,
      syncedBy: national.syncedBy,
      ...(national.asOf === undefined ? {} : { asOf: national.asOf }),
    },
    ...(base ? { base: { number: base.number, syncedAt: base.syncedAt } } : {}),
    drafts: drafts
      .filter(({ draft }) => draft.procedure.code === code && draft.procedure.source?.national === national.hash)
      .map(({ id, author, updatedAt }) => ({ id, author: author.name, updatedAt })),
    ...layersPage(view, locale),
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/danh-muc/:code/ba-tang');
  const code = params['code'] ?? '';
  const { layers } = context.service;
  const view = await layers.open(code);
  if (!view) throw missing();
  const fields = await request.formData();
  const national = String(fields.get('quoc-gia') ?? '');
  if (fields.get('viec') === 'ghi-nhan') {
    const taken = await layers.takeIn(code, national, actor);
    return taken.ok ? redirect('/danh-muc/dong-bo') : { problems: taken.problems, typed: {} };
  }
  const places = new Map(layersPage(view, locale).asked.map(({ path, place }) => [path, place]));
  const { choices, problems, typed } = readChoices(fields, view, places);
  if (problems.length > 0) return { problems, typed };
  const release = String(fields.get('phien-ban') ?? '');
  const draft = await layers.draft(code, { choices, national, release, actor });
  return draft.ok ? redirect(`/cong-bo/du-thao/${draft.value.id}`) : { problems: draft.problems, typed };
};

type Data = ReturnType<typeof usePageData<typeof loader>>;

const moment = (at: string): string => `${formatTime(at)} ${formatDay(at)}`;

const Facts = ({ data }: { readonly data: Data }) => {
  const { layers: words } = useOfficeText();
  const { facts } = words;
  const { national, base } = data;
  return (
    <section className="card">
      <dl className="ofacts">
        <div>
          <dt>{facts.national}</dt>
          <dd>{facts.nationalText(national.number, moment(national.syncedAt), national.syncedBy)}</dd>
        </div>
        <div>
          <dt>{facts.source}</dt>
          <dd>
            {national.source}
            {national.asOf === undefined ? null : <small className="osub">{facts.asOf(national.asOf)}</small>}
          </dd>
        </div>
        <div>
          <dt>{facts.hash}</dt>
          <dd>
            <Hash hash={national.hash} />
          </dd>
        </div>
        <div>
          <dt>{facts.base}</dt>
          <dd>{base ? facts.baseText(base.number, formatDay(base.syncedAt)) : facts.noBase}</dd>
        </div>
        <div>
          <dt>{facts.release}</dt>
          <dd>
            <Link to={`/danh-muc/${data.code}`}>{words.list.release(data.release.number)}</Link>{' '}
            <Hash hash={data.release.hash} />
          </dd>
        </div>
        <div>
          <dt>{words.form}</dt>
          <dd>
            {words.formOwn[data.form]} <small className="osub">{words.names.province}</small>
          </dd>
        </div>
        <div>
          <dt>{words.process}</dt>
          <dd>
            {words.own[data.process]} <small className="osub">{words.names.agency}</small>
          </dd>
        </div>
      </dl>
    </section>
  );
};

const Decide = ({ data }: { readonly data: Data }) => {
  const { layers: words } = useOfficeText();
  const answer = usePageAnswer<typeof action>();
  const pick = usePick();
  const { asked, writes } = data;
  const errors = new Map((answer?.problems ?? []).map(({ path, message }) => [path, pick(message)]));
  return (
    <Form method="post" className="stack" key={data.national.hash}>
      <input type="hidden" name="quoc-gia" value={data.national.hash} />
      <input type="hidden" name="phien-ban" value={data.release.hash} />
      <section className="card">
        <h2>{words.asked(asked.length)}</h2>
        <p>{asked.length > 0 ? words.askedText : words.noneAsked}</p>
        {asked.map((each, place) => (
          <Conflict
            key={each.path}
            asked={each}
            place={place}
            typed={answer?.typed[each.path]}
            error={errors.get(each.path)}
            writes={writes}
          />
        ))}
        {writes ? (
          <div className="act lyact">
            <button className="btn">{words.draft}</button>
            <span className="small muted">{words.draftText}</span>
          </div>
        ) : null}
      </section>
      {writes ? (
        <section className="card">
          <div className="act lyact">
            <button className="btn second" name="viec" value="ghi-nhan">
              {words.adopt}
            </button>
            <span className="small muted">{words.adoptText}</span>
          </div>
        </section>
      ) : null}
    </Form>
  );
};

const News = ({ data }: { readonly data: Data }) => {
  const { layers: words } = useOfficeText();
  const { columns } = words;
  return (
    <>
      <section className="card flush">
        <div className="cardtitle">
          <h2>{words.news(data.news.length)}</h2>
        </div>
        {data.news.length > 0 ? (
          <ToldTable rows={data.news} caption={words.newsCaption} was={columns.was} now={columns.now} />
        ) : null}
      </section>
      {data.departs.length > 0 ? (
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.departs(data.departs.length)}</h2>
            <span className="muted">{words.departsText}</span>
          </div>
          <ToldTable
            rows={data.departs}
            caption={words.departs(data.departs.length)}
            was={words.names.national}
            now={words.names.province}
          />
        </section>
      ) : null}
    </>
  );
};

export default function Layers() {
  const data = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { catalogue, layers: words } = useOfficeText();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/danh-muc', label: catalogue.title },
          { to: '/danh-muc/dong-bo', label: words.list.title },
          { label: data.code },
        ]}
      />
      <div className="ptitle">
        <h1>{data.name}</h1>
        <span className="muted num">{data.code}</span>
        {data.takenIn ? null : <Tag tone={data.asked.length > 0 ? 'warn' : 'ok'}>{words.asked(data.asked.length)}</Tag>}
        <span className="muted">{words.lead}</span>
      </div>
      <ConflictSummary problems={answer?.problems ?? []} asked={data.asked} />
      <div className="stack">
        {data.takenIn ? (
          <Notice kind="ok">
            <p>{words.upToDate}</p>
          </Notice>
        ) : null}
        {data.base || data.takenIn ? null : (
          <Notice kind="warn">
            <p>{words.noBaseText}</p>
          </Notice>
        )}
        {data.drafts.length > 0 ? (
          <Notice title={words.openDrafts}>
            <ul>
              {data.drafts.map((draft) => (
                <li key={draft.id}>
                  <Link to={`/cong-bo/du-thao/${draft.id}`}>{moment(draft.updatedAt)}</Link>, {draft.author}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Facts data={data} />
        {data.takenIn ? null : <Decide data={data} />}
        <News data={data} />
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.whole}</h2>
            <span className="muted">{words.wholeText}</span>
          </div>
          <WholeTable rows={data.whole} />
        </section>
      </div>
    </>
  );
}
