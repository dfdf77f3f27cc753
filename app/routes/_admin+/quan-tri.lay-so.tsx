import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Notice } from '#app/components/notice.tsx';
import { AdminTabs } from '#app/components/office/admin-tabs.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer } from '#app/components/staff/use-page-data.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { postedKinds } from '#app/server/office/queue-kinds.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/lay-so');
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).admin.queue.title),
    kinds: (await context.service.queueKinds.all()).map(({ id, name }) => ({ id, vi: name.vi, en: name.en ?? '' })),
    saved: new URL(request.url).searchParams.has('da-luu'),
  };
};

/** Takes the list as it was written; who wrote it is in the log. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/quan-tri/lay-so');
  const kinds = postedKinds(await request.formData());
  const put = await context.service.queueKinds.put({ format: 'motcua/queue@1', kinds });
  if (!put.ok) return { problems: put.problems };
  context.log.info({ actor: actor.id, kinds: kinds.map(({ id }) => id) }, 'kinds of service at the queue changed');
  return redirect('/quan-tri/lay-so?da-luu', 303);
};

export default function QueueKindsPage() {
  const { kinds, saved } = useLoaded<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const words = useOfficeText().admin.queue;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      <AdminTabs />
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {saved && !answer ? (
        <Notice kind="ok" live>
          <p>{words.saved}</p>
        </Notice>
      ) : null}
      <p className="muted">{words.text}</p>
      <Form method="post" className="card" key={kinds.map(({ id }) => id).join(' ')}>
        {[...kinds, { id: '', vi: '', en: '' }].map((kind, place) => (
          <fieldset key={kind.id} className="fgrid">
            <legend className="vh">{words.row(place + 1)}</legend>
            <input type="hidden" name="ma" value={kind.id} />
            <div className="field c6">
              <label htmlFor={`ten-${String(place)}`}>{kind.id === '' ? words.more : words.vi}</label>
              <input id={`ten-${String(place)}`} name="ten" type="text" defaultValue={kind.vi} maxLength={80} />
            </div>
            <div className="field c6">
              <label htmlFor={`ten-en-${String(place)}`}>{words.en}</label>
              <input id={`ten-en-${String(place)}`} name="ten-en" type="text" defaultValue={kind.en} maxLength={80} />
            </div>
          </fieldset>
        ))}
        <p className="acts">
          <button className="btn" data-primary="">
            {words.save}
          </button>
        </p>
      </Form>
    </>
  );
}
