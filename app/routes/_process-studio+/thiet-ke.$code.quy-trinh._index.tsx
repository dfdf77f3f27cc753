import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ProblemItems } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer } from '#app/components/staff/use-page-data.ts';
import { processStudioTexts, useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import { useStudioText } from '#app/i18n/use-studio-text.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { processAction } from '#app/server/studio/process-actions.ts';
import { processStudioView } from '#app/server/studio/process-view.ts';
import { ProcessStudio } from '#app/studios/process/studio.tsx';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/quy-trinh');
  const view = await processStudioView(context, params['code'] ?? '', actor, locale);
  return { title: textsFor(locale).common.titled(`${processStudioTexts(locale).title}: ${view.name}`), view };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/thiet-ke/:code/quy-trinh');
  const done = await processAction(context, params['code'] ?? '', actor, await request.formData());
  if (done instanceof Response) {
    if (done.status >= 400) throw done;
    return done;
  }
  return { problems: done.ok ? [] : done.problems };
};

export default function ProcessStudioPage() {
  const { view } = useLoaded<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const words = useProcessStudioText();
  const studioWords = useStudioText();
  const xml = view.draft?.xml ?? view.current?.xml ?? '';
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/thiet-ke', label: studioWords.title },
          view.draft
            ? { to: `/thiet-ke/${view.code}/bieu-mau`, label: view.name }
            : { to: `/danh-muc/${view.code}`, label: view.name },
          { label: words.title },
        ]}
      />
      {answer && answer.problems.length > 0 ? (
        <section className="summary" role="alert" tabIndex={-1}>
          <ProblemItems problems={answer.problems} />
        </section>
      ) : null}
      <ProcessStudio key={`${view.code} ${view.draft ? view.draft.status : 'none'}`} view={view} xml={xml} />
    </>
  );
}
