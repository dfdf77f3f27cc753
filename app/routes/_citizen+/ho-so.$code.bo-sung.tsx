import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import type { DossierState, PreparedRelease } from '#engine/dossier/index.ts';
import { Button } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { PaperUploads } from '#app/components/paper-uploads.tsx';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { ownDossier } from '#app/server/dossier-access.ts';
import { readPostedPapers, uploadViews } from '#app/server/intake/papers.ts';
import { useAnswered, useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** The papers the office asked for, as the checklist has them. */
const askedPapers = (state: DossierState, prepared: PreparedRelease) => {
  const asked = state.supplement && !state.supplement.suppliedAt ? state.supplement.papers : [];
  return asked.flatMap(({ paper }) => {
    const found = prepared.release.procedure.checklist?.find((each) => each.id === paper);
    return found
      ? [{ paper: { ...found, kind: 'submit' as const, substitutableBy: undefined, oneOf: undefined }, required: true }]
      : [];
  });
};

const prepare = (papers: ReturnType<typeof askedPapers>) =>
  papers.map(({ paper, required }) => {
    const { substitutableBy: _database, oneOf: _group, ...rest } = paper;
    return { paper: rest, required };
  });

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/bo-sung');
  const { common, citizen } = textsFor(visitor.locale);
  const prepared = await context.service.catalogue.release(state.releaseHash);
  return {
    title: common.titled(citizen.follow.supply.title),
    code: state.code,
    papers: uploadViews(prepare(askedPapers(state, prepared)), [], visitor.locale),
    whats: state.supplement?.papers.map(({ paper, what }) => ({ paper, what })) ?? [],
    seq: state.seq,
  };
};

interface Line {
  readonly target: string;
  readonly text: string;
}

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { visitor, state } = await ownDossier({ request, context, params }, '/ho-so/:code/bo-sung');
  const { locale, actor } = visitor;
  const words = textsFor(locale).citizen.follow.supply;
  const prepared = await context.service.catalogue.release(state.releaseHash);
  const asked = prepare(askedPapers(state, prepared));
  const posted = await readPostedPapers(request, context, { owner: actor.id, asked, before: [] });
  const refused: readonly Line[] = posted.problems.map((problem) => ({
    target: problem.path,
    text: pick(problem.message, locale),
  }));
  const given = new Set(posted.papers.map((paper) => paper.paper));
  const missing: readonly Line[] = asked
    .filter(({ paper }) => !given.has(paper.id) && !refused.some((line) => line.target === paper.id))
    .map(({ paper }) => ({ target: paper.id, text: words.missing(pick(paper.name, locale)) }));
  const lines = [...refused, ...missing];
  if (lines.length > 0) return data({ lines }, { status: 422 });
  const done = await context.service.dossiers.execute({
    dossier: state.id,
    command: { type: 'supply-supplement', papers: posted.papers },
    actor,
    key: `supplement:${state.id}:${state.supplement?.askedAt ?? ''}`,
  });
  if (done.ok) return redirect(`/ho-so/${state.code}`);
  return data(
    { lines: done.problems.map((problem): Line => ({ target: '', text: pick(problem.message, locale) })) },
    { status: 422 },
  );
};

export default function Supply() {
  const { code, papers, whats } = useLoaded<typeof loader>();
  const answer = useAnswered<typeof action>();
  const words = useText().citizen.follow.supply;
  const lines = answer?.lines ?? [];
  const errors = Object.fromEntries(
    papers.map((paper) => [paper.id, lines.filter((line) => line.target === paper.id).map((line) => line.text)]),
  );
  return (
    <div className="wrap narrow flow">
      <Link className="back" to={`/ho-so/${code}`}>
        <ArrowLeft className="i s" aria-hidden="true" />
        {words.back}
      </Link>
      <ErrorSummary
        lines={lines.map((line) => ({ ...(line.target ? { target: `tep-${line.target}` } : {}), text: line.text }))}
        title={words.errorTitle(lines.length)}
      />
      <h1>{words.title}</h1>
      {papers.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Form method="post" encType="multipart/form-data">
          <p className="lead">{words.lead}</p>
          <ul>
            {whats.map((each) => (
              <li key={each.paper}>{each.what}</li>
            ))}
          </ul>
          <PaperUploads papers={papers} files={`/ho-so/${code}/tep`} errors={errors} />
          <div className="acts">
            <Button>{words.send}</Button>
          </div>
        </Form>
      )}
    </div>
  );
}
