import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PaperUploads } from '#app/components/paper-uploads.tsx';
import { formatTime } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { loadDraft } from '#app/server/intake/load-draft.ts';
import { ownHeld, readPostedPapers, uploadViews } from '#app/server/intake/papers.ts';
import { nextStep, PAPERS_DONE, progressOf, stillMissing } from '#app/server/intake/progress.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const loaded = await loadDraft({ request, context, params }, '/nop/:code/:draft/giay-to');
  const { draft, view, base, visitor } = loaded;
  const { common, citizen } = textsFor(visitor.locale);
  return {
    title: common.titled(citizen.intake.papers.title),
    base,
    name: pick(view.release.release.procedure.name, visitor.locale),
    savedAt: draft.updatedAt,
    papers: uploadViews(view.papers, draft.papers, visitor.locale, await ownHeld(context, loaded)),
  };
};

interface Line {
  readonly target: string;
  readonly text: string;
}

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const loaded = await loadDraft({ request, context, params }, '/nop/:code/:draft/giay-to');
  const { draft, view, base, visitor } = loaded;
  const { locale } = visitor;
  const words = textsFor(locale).citizen.intake.papers;
  const posted = await readPostedPapers(request, context, {
    owner: visitor.actor.id,
    asked: view.papers,
    before: draft.papers,
    held: await ownHeld(context, loaded),
  });
  const go = posted.received.data.has('tiep');
  const refused: readonly Line[] = posted.problems.map((problem) => ({
    target: problem.path,
    text: pick(problem.message, locale),
  }));
  const kept = await context.service.drafts.save(draft, { papers: posted.papers });
  if (!kept.ok) return data({ kind: 'conflict' as const, lines: [] as readonly Line[] }, { status: 409 });
  if (refused.length > 0) return data({ kind: 'refused' as const, lines: refused }, { status: 422 });
  if (posted.removed || !go) return redirect(`${base}/giay-to`);
  const now = { ...loaded, draft: kept.value };
  const missing: readonly Line[] = stillMissing(now).map((group) => {
    const [first, ...others] = group;
    const target = first?.id ?? '';
    return {
      target,
      text:
        first && others.length === 0
          ? words.missing(pick(first.name, locale))
          : words.missingOne(group.map((paper) => pick(paper.name, locale)).join('; ')),
    };
  });
  if (missing.length > 0) return data({ kind: 'missing' as const, lines: missing }, { status: 422 });
  const done = await context.service.drafts.save(kept.value, {
    pagesDone: [...new Set([...kept.value.pagesDone, PAPERS_DONE])],
  });
  const last = done.ok ? done.value : kept.value;
  return redirect(nextStep(base, progressOf({ ...now, draft: last })));
};

export default function Papers() {
  const { base, name, savedAt, papers } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const { citizen } = useText();
  const words = citizen.intake.papers;
  const lines = answer?.lines ?? [];
  const errors = Object.fromEntries(
    papers.map((paper) => [paper.id, lines.filter((line) => line.target === paper.id).map((line) => line.text)]),
  );
  return (
    <div className="wrap narrow flow">
      <Link className="back" to={base}>
        <ArrowLeft className="i s" aria-hidden="true" />
        {citizen.intake.tasks.title(name)}
      </Link>
      <ErrorSummary
        lines={lines.map((line) => ({ ...(line.target ? { target: `tep-${line.target}` } : {}), text: line.text }))}
        title={answer?.kind === 'missing' ? words.missingTitle(lines.length) : words.errorTitle(lines.length)}
      />
      {answer?.kind === 'conflict' ? (
        <Notice kind="danger" live>
          <p>{citizen.intake.papers.conflict}</p>
        </Notice>
      ) : null}
      <h1>{words.title}</h1>
      <p className="ctx">{papers.length === 0 ? words.none : words.lead}</p>
      <Form method="post" encType="multipart/form-data">
        {/* The first button of a form is what Enter presses: it sends the chosen files and stays. */}
        <button className="vh" name="tai-len" value="1" tabIndex={-1} aria-hidden="true" />
        <PaperUploads autoSend papers={papers} files={`${base}/tep`} errors={errors} />
        <div className="acts">
          <Button name="tiep" value="1">
            {words.save}
          </Button>
          {papers.length > 0 ? (
            <Button look="second" name="tai-len" value="1">
              {words.send}
            </Button>
          ) : null}
          <ButtonLink look="quiet" to={base}>
            {words.later}
          </ButtonLink>
          <span className="saved">{citizen.intake.tasks.saved(formatTime(savedAt))}</span>
        </div>
      </Form>
    </div>
  );
}
