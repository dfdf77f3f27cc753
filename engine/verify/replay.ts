import type { Channel, Level } from '#engine/definition/index.ts';
import {
  effectiveFees,
  effectiveForm,
  scopeOf,
  validateAnswers,
  type Answers,
  type Facts,
  type FeeLine,
} from '#engine/form/index.ts';
import {
  openTrial,
  playStep,
  type Graph,
  type Playing,
  type ProcessState,
  type ProcessTrace,
} from '#engine/process/index.ts';
import type { Problem, Result, Witness, WitnessStep } from '#engine/result/index.ts';
import { SOME_DAY } from './reason/index.ts';
import type { Subject } from './subject.ts';

/** What was seen when a witness was replayed by the engine itself. */
export interface Replay {
  /** What intake says of the answers; nothing: it accepts them. */
  readonly refused: readonly Problem[];
  /** The answers as they would be kept, and the questions that are shown. */
  readonly answers: Answers;
  readonly shown: readonly string[];
  /** What is to be paid, or why that cannot be told. */
  readonly fees?: Result<readonly FeeLine[]>;
  /** The run, where the witness has one. */
  readonly run?: ReplayedRun;
  readonly facts: Facts;
}

export interface ReplayedRun {
  readonly status: ProcessState['status'];
  /** Elements passed and sequence flows taken, in order. */
  readonly elements: readonly string[];
  readonly flows: readonly string[];
  /** Where it is stuck, and why. */
  readonly incidents: readonly { readonly element: string; readonly code?: string }[];
  /** The first step of the script that the engine would not take. */
  readonly refusedStep?: WitnessStep;
  readonly state: ProcessState;
}

/** Puts a witness through the form, the fees and the process as a real dossier would go. */
export const replayWitness = (subject: Subject, witness: Witness): Replay => {
  const facts = factsOf(subject, witness);
  const { compiled } = subject.form;
  const effective = compiled && effectiveForm(compiled, facts);
  const settled: Facts = { ...facts, answers: effective?.answers ?? facts.answers };
  const refused = compiled ? validateAnswers(compiled, facts, subject.shared) : [];
  const prepared = subject.conditions?.ok ? subject.conditions.value : undefined;
  const { graph } = subject.process;
  const started = witness.elements.length > 0 || witness.script.length > 0;
  return {
    refused,
    answers: settled.answers,
    shown: effective?.pages.flatMap((page) => page.questionIds) ?? [],
    ...(prepared ? { fees: effectiveFees(prepared.fees, settled) } : {}),
    ...(graph && started ? { run: replayRun(graph, settled, witness) } : {}),
    facts: settled,
  };
};

const factsOf = ({ release: { procedure }, context }: Subject, witness: Witness): Facts => {
  const [place] = procedure.authority.receiving;
  const level = witness.level ?? place?.level ?? procedure.levels[0] ?? 'commune';
  return {
    answers: witness.answers ?? {},
    ...(witness.case === undefined ? {} : { case: witness.case }),
    channel: (witness.channel ?? procedure.channels[0] ?? 'counter') as Channel,
    unit: { code: witness.unit ?? place?.unit ?? 'H02', level: level as Level },
    applicant: { kind: witness.applicant ?? 'citizen' },
    today: witness.today ?? context.asOf ?? SOME_DAY,
  };
};

const replayRun = (graph: Graph, facts: Facts, { script: given, variables = {} }: Witness): ReplayedRun => {
  const trace: ProcessTrace[] = [];
  const entry = entryOf(graph);
  const script: readonly WitnessStep[] =
    entry === undefined || (given[0] && 'start' in given[0]) ? given : [{ start: entry }, ...given];
  const opened = openTrial(graph, variables, script, { now: `${facts.today}T01:00:00.000Z`, scope: scopeOf(facts) });
  if (!opened.ok) throw new Error(`a process that does not start: ${JSON.stringify(opened.problems)}`);
  trace.push(...opened.value.step.trace);
  let at: Playing = opened.value;
  let refusedStep: WitnessStep | undefined;
  for (const [index, step] of script.entries()) {
    if (index < opened.value.used) continue;
    const played = playStep(graph, at, step, index);
    if (!played.ok) {
      refusedStep = step;
      break;
    }
    at = played.value;
    trace.push(...played.value.step.trace);
  }
  const { state } = at;
  return {
    status: state.status,
    elements: trace.flatMap((each) => (each.type === 'left' || each.type === 'incident' ? [each.element] : [])),
    flows: trace.flatMap((each) => (each.type === 'taken' ? [each.element] : [])),
    incidents: trace.flatMap(({ type, element: at, code }) =>
      type === 'incident' ? [{ element: at, ...(code === undefined ? {} : { code }) }] : [],
    ),
    ...(refusedStep ? { refusedStep } : {}),
    state,
  };
};

const entryOf = (graph: Graph): string | undefined =>
  (graph.scopes[0]?.starts.length ?? 0) > 0
    ? undefined
    : graph.nodes.find(({ kind, scope }) => kind === 'startEvent' && scope === 0)?.id;
