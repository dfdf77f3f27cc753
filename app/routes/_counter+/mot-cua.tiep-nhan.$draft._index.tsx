import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { useMemo } from 'react';
import type { Actor } from '#engine/dossier/index.ts';
import { ErrorSummary } from '#app/components/error-summary.tsx';
import { IntakeApplicant } from '#app/components/staff/intake-applicant.tsx';
import { IntakeForm } from '#app/components/staff/intake-form.tsx';
import { IntakeStanding, IntakeTitle } from '#app/components/staff/intake-head.tsx';
import { IntakePapers } from '#app/components/staff/intake-papers.tsx';
import { IntakeProcedure } from '#app/components/staff/intake-procedure.tsx';
import { IntakeSide } from '#app/components/staff/intake-side.tsx';
import { intakeTarget } from '#app/components/staff/intake-target.ts';
import { Keys } from '#app/components/staff/keys.tsx';
import { useIntakeAutosave } from '#app/components/staff/use-intake-autosave.ts';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { VisitStrip } from '#app/components/staff/visit-strip.tsx';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { acceptVisit } from '#app/server/staff/intake-accept.ts';
import { intakePage } from '#app/server/staff/intake-page.ts';
import { saveIntake } from '#app/server/staff/intake-save.ts';
import { discardOfVisit, draftsOfVisit, shareInVisit, visitOf } from '#app/server/staff/visit.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const ownDraft = async ({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>, actor: Actor) => {
  const draft = await context.service.drafts.load(params['draft'] ?? '');
  if (!draft || draft.owner !== actor.id || draft.channel === 'online')
    throw new Response(null, { status: 404, statusText: 'Not Found' });
  return draft;
};

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan/:draft');
  return intakePage(context, actor, await ownDraft({ context, params }, actor), locale);
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan/:draft');
  const draft = await ownDraft({ context, params }, actor);
  const saved = await saveIntake(request, context, actor, draft);
  if (saved.work === 'bo') {
    const next = await discardOfVisit(context, actor, saved.draft);
    return redirect(next ? `/mot-cua/tiep-nhan/${next.id}` : '/mot-cua/tiep-nhan');
  }
  await shareInVisit(context, actor, draft, saved.draft);
  if (saved.work === 'them' && saved.problems.length === 0)
    return redirect(`/mot-cua/tiep-nhan?luot=${visitOf(draft)}`);
  if (saved.work.startsWith('sang:') && saved.problems.length === 0) {
    const to = saved.work.slice('sang:'.length);
    const others = await draftsOfVisit(context, actor.id, visitOf(draft));
    if (others.some(({ id }) => id === to)) return redirect(`/mot-cua/tiep-nhan/${to}`);
  }
  const answer = {
    problems: saved.problems,
    savedAt: saved.draft.updatedAt,
  };
  if (saved.work !== 'tiep-nhan' || saved.problems.length > 0) return answer;
  const accepted = await acceptVisit(context, actor, saved.draft);
  if (!accepted.ok) return { ...answer, problems: accepted.problems };
  const [first, ...others] = accepted.value;
  if (!first) throw new Error('a visit without dossiers');
  return redirect(
    others.length > 0 ? `/mot-cua/luot/${first.id}?xong=accept` : `/mot-cua/ho-so/${first.id}?xong=accept`,
  );
};

/** Going from one application of a visit to another begins the page anew: nothing typed here may reach that one. */
export default function Intake() {
  return <IntakeDesk key={usePageData<typeof loader>().id} />;
}

const IntakeDesk = () => {
  const data = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { counter, frame } = useStaffText();
  const words = counter.intake;
  const pickText = usePick();
  const { form, touch, stop } = useIntakeAutosave();
  const problems = answer?.problems ?? [];
  const lines = useMemo(
    () =>
      problems.map((each) => ({
        target: intakeTarget(each.path),
        text: pickText(each.message),
      })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new answer is a new list
    [answer],
  );
  const held = data.papers.some((paper) => paper.held.length > 0);
  return (
    <>
      <IntakeTitle page={data} />
      <ErrorSummary lines={lines} title={frame.problems(lines.length)} />
      <IntakeStanding page={data} />
      <VisitStrip visit={data.visit} />
      <div className="two counter">
        <Form
          method="post"
          encType="multipart/form-data"
          id="ho-so"
          ref={form}
          onChange={touch}
          onSubmit={stop}
          noValidate
          className="card panel"
        >
          {/* Enter in a box saves; it never accepts. */}
          <button className="vh" name="viec" value="luu" tabIndex={-1} aria-hidden="true">
            {words.save}
          </button>
          <IntakeProcedure page={data} />
          <IntakeApplicant page={data} wrong={problems.map(({ path }) => path)} />
          <section className="sect" id="phan-3" tabIndex={-1} data-focus-key="alt+3">
            <header>
              <span className="n">3</span>
              <h2>{words.form}</h2>
            </header>
            <IntakeForm
              engine={data.engine}
              problems={problems}
              context={{ ...data.lists, fileAddress: `/mot-cua/tiep-nhan/${data.id}/tep` }}
              onChange={touch}
              key={data.person.filledAt}
            />
          </section>
          <IntakePapers page={data} />
        </Form>
        <IntakeSide page={data} onChange={touch} />
      </div>
      <Keys
        items={[
          { keys: ['Alt 1', 'Alt 4'], range: true, does: words.keys.part },
          ...(held ? [{ keys: ['Alt 5'], does: words.keys.held }] : []),
          { keys: ['␣'], does: words.keys.tick },
          { keys: ['Alt S'], does: words.keys.save },
          { keys: ['Ctrl ↵'], does: words.keys.accept },
        ]}
      />
    </>
  );
};
