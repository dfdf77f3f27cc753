import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { DraftFill } from '#app/components/office/drafts/fill.tsx';
import { DraftOpen } from '#app/components/office/drafts/open.tsx';
import { DraftValues } from '#app/components/office/drafts/values.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatTime } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { readFilled } from '#app/server/office/drafts/filled.ts';
import { draftRows, openPoints } from '#app/server/office/drafts/view.ts';
import { fillDraft } from '#engine/import/index.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const missing = (): Response => new Response(null, { status: 404, statusText: 'Not Found' });

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-bo/du-thao/:id');
  const kept = await context.service.store.releaseDrafts.load(params['id'] ?? '');
  if (!kept) throw missing();
  const { draft, action: what, revision, updatedAt } = kept;
  const units = await context.service.store.units.all(localDate(context.clock.now()));
  return {
    title: textsFor(locale).common.titled(draft.procedure.name?.vi ?? officeTextsFor(locale).drafts.title),
    writes: may(actor, '/cong-bo/du-thao/:id', 'write'),
    name: draft.procedure.name?.vi ?? '',
    action: what,
    revision,
    updatedAt,
    procedure: draft.procedure,
    rows: draftRows(draft, locale),
    open: openPoints(draft),
    units: units.map(({ code, name }) => ({ code, name })),
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  await authorizeActor({ request, context }, '/cong-bo/du-thao/:id');
  const { releaseDrafts } = context.service.store;
  const kept = await releaseDrafts.load(params['id'] ?? '');
  if (!kept) throw missing();
  const fields = await request.formData();
  if (fields.get('viec') === 'xoa') {
    await releaseDrafts.remove(kept.id);
    return redirect('/cong-bo/du-thao');
  }
  const saved = await releaseDrafts.save([
    {
      ...kept,
      draft: fillDraft(kept.draft, readFilled(fields, kept.draft)),
      revision: Number(fields.get('ban')) + 1,
      updatedAt: context.clock.now(),
    },
  ]);
  return { problems: saved.ok ? [] : saved.problems };
};

export default function DraftPage() {
  const data = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { drafts: words } = useOfficeText();
  const { office } = useStaffText();
  const blocking = data.open.filter((point) => point.blocks).length;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/cong-bo', label: office.decisions.title },
          { to: '/cong-bo/du-thao', label: words.title },
          { label: data.name || words.unnamed },
        ]}
      />
      <div className="ptitle">
        <h1>{data.name || words.unnamed}</h1>
        <span className={`tag ${blocking === 0 ? 'ok' : 'action'}`}>{words.blocking(blocking)}</span>
        <span className="muted" role="status">
          {words.saved(formatTime(data.updatedAt))}
        </span>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      <div className="two desk">
        <div className="stack">
          <DraftValues rows={data.rows} />
          <DraftOpen points={data.open} writes={data.writes} />
        </div>
        {data.writes ? (
          <aside className="stack">
            <DraftFill procedure={data.procedure} units={data.units} revision={data.revision} />
            <Form method="post" className="card">
              <input type="hidden" name="viec" value="xoa" />
              <button className="btn second">{words.removeSure}</button>
            </Form>
          </aside>
        ) : null}
      </div>
    </>
  );
}
