import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { DossierCommand, Role } from '#engine/dossier/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Notice } from '#app/components/notice.tsx';
import type { CommandBase } from '#app/components/staff/command-form.tsx';
import { CommandPanel } from '#app/components/staff/command-panel.tsx';
import { ClockView } from '#app/components/staff/clock-view.tsx';
import { ConflictNote } from '#app/components/staff/conflict-note.tsx';
import { DossierBody, ProcessCard } from '#app/components/staff/dossier-body.tsx';
import { DossierHead } from '#app/components/staff/dossier-head.tsx';
import { Keys } from '#app/components/staff/keys.tsx';
import { OtherCommands, otherCommands } from '#app/components/staff/other-commands.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { StepPanel } from '#app/components/staff/step-panel.tsx';
import { Opinions, Proposals, Talk, TwoPersonForms } from '#app/components/staff/together/index.ts';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { listsOf } from '#app/server/intake/places.ts';
import { dossierFor } from '#app/server/staff/dossier-access.ts';
import { dossierModel, stepQuestions } from '#app/server/staff/dossier-model.ts';
import { runPosted } from '#app/server/staff/run-posted.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-viec/:dossier');
  const { state, events } = await dossierFor(context, actor, params['dossier'] ?? '');
  const model = await dossierModel(context, { actor, state, events, locale });
  const search = new URL(request.url).searchParams;
  const open = search.get('viec') ?? '';
  const task = state.tasks.find((each) => each.id === search.get('buoc'));
  const people =
    open === 'assign' && task
      ? await context.service.store.people.withRole(task.unit, task.role as Role, localDate(context.clock.now()))
      : [];
  return {
    title: textsFor(locale).common.titled(`${state.code} – ${model.procedureName}`),
    model,
    open,
    task: task?.id ?? '',
    colleagues:
      open === 'ask-opinion'
        ? (await context.service.units.all())
            .filter((unit) => unit.code !== actor.unit)
            .map((unit) => ({ id: unit.code, name: unit.name }))
        : people.filter((person) => person.id !== actor.id).map((person) => ({ id: person.id, name: person.name })),
    formContext: await listsOf(context, await stepQuestions(context, state), locale),
    done: search.get('xong') ?? '',
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-viec/:dossier');
  const { state } = await dossierFor(context, actor, params['dossier'] ?? '');
  const outcome = await runPosted(request, context, actor, state);
  return 'done' in outcome ? redirect(`/cong-viec/${state.id}?xong=${outcome.command}`) : outcome;
};

export default function DossierPage() {
  const { model, open, task, colleagues, formContext, done } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const words = useStaffText().agency.dossier;
  const { state, tasks } = model;
  const base: CommandBase = {
    key: model.key,
    seq: state.seq,
    typed: answer?.typed ?? {},
    problems: answer?.problems ?? [],
  };
  // Two steps may wait at once: what was typed belongs to one of them.
  const baseOf = (task: string, index: number): CommandBase => {
    const own = answer?.typed['task']?.[0] === task;
    const prefix = index === 0 ? {} : { prefix: `${String(index)}-` };
    return own || tasks.length === 1 ? { ...base, ...prefix } : { ...base, ...prefix, typed: {}, problems: [] };
  };
  const opened = otherCommands(model).find((each) => each.command === open && each.allowed);
  const since = answer?.conflictSince;
  // The form that was posted may have gone with what the other person did.
  const posted = answer?.typed['task']?.[0];
  const gone = posted === undefined ? !opened : !tasks.some((each) => each.id === posted);
  const doneText = done in words.done ? words.done[done as keyof typeof words.done] : words.done.other;
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-viec', label: words.back }, { label: state.code }]} />
      <DossierHead model={model} />
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {since !== undefined ? (
        <ConflictNote rows={model.history.filter((row) => row.seq > since)} typed={gone ? answer?.typed : undefined} />
      ) : null}
      {done && !answer ? (
        <Notice kind="ok" live>
          <p>{doneText}</p>
        </Notice>
      ) : null}
      <ProcessCard model={model} />
      <div className="two doss">
        <div className="stack">
          <DossierBody model={model} />
        </div>
        <aside className="stack">
          {opened ? (
            <CommandPanel
              model={model}
              base={base}
              command={opened.command as DossierCommand['type']}
              colleagues={colleagues}
              {...(task ? { task } : {})}
            />
          ) : (
            tasks.map((each, index) => (
              <StepPanel key={each.id} model={model} task={each} base={baseOf(each.id, index)} context={formContext} />
            ))
          )}
          <Proposals model={model} base={base} />
          <Opinions model={model} base={base} />
          {open === 'two-persons' ? <TwoPersonForms model={model} base={base} /> : null}
          {tasks.length === 0 && !opened && model.waiting.length > 0 ? (
            <section className="card">
              <p>{words.noTask}</p>
              {model.waiting.map((each) => (
                <p key={`${each.unit} ${each.step}`} className="muted">
                  {words.waitsAt(each.unit, each.step)}
                </p>
              ))}
            </section>
          ) : null}
          <OtherCommands model={model} open={open} />
          <Talk model={model} base={base} />
          <ClockView clock={model.clock} />
        </aside>
      </div>
      <Keys
        items={[
          { keys: ['1', '9'], range: true, does: words.keys.outcome },
          { keys: ['Ctrl ↵'], does: words.keys.run },
          { keys: ['D'], does: words.keys.papers },
          { keys: ['H'], does: words.keys.history },
          { keys: ['T'], does: words.keys.clock },
        ]}
      />
    </>
  );
}
