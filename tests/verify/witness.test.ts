import { describe, expect, it } from 'vitest';
import { limitFor } from '#engine/dossier/index.ts';
import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import {
  checks,
  replayWitness,
  subjectOfExample,
  type Replay,
  type ReplayedRun,
  type Subject,
} from '#engine/verify/index.ts';

/**
 * Errors that no single dossier shows. What is said of every dossier is a proof, what cannot be read
 * cannot be run, and a wrong name or text is seen where it stands.
 */
const SAID_OF_EVERY_DOSSIER = [
  'fee.exemption.everybody',
  'fee.exemption.never',
  'fee.never',
  'fee.schedule.dead-row',
  'form.question.required-never',
  'paper.never',
  'process.gateway.dead-default',
  'process.gateway.dead-way',
  'release.case.never',
];
const CANNOT_BE_RUN = [
  'expression.unknown-name',
  'form.cycle',
  'form.schema-too-large',
  'process.questions.reserved',
  'process.questions.same-id',
  'process.reference.missing',
  'process.xml.warning',
  'release.code-list.unknown',
  'release.group.unknown',
];
const SEEN_WHERE_IT_STANDS = [
  'form.evil-pattern',
  'form.expired-list',
  'form.future-list',
  'release.part.missing',
  'release.receiving.nobody',
  'release.size',
  'release.template.reach',
  'release.template.unknown',
  'release.text.invisible',
  'release.text.link',
  'release.text.markup',
  'release.unit.unknown',
];
/** Their dossiers run under the release before. */
const OF_THE_RELEASE_BEFORE = ['release.prior.kind-gone', 'release.prior.no-way-on', 'release.prior.type-changed'];

const BARE = [...SAID_OF_EVERY_DOSSIER, ...CANNOT_BE_RUN, ...SEEN_WHERE_IT_STANDS, ...OF_THE_RELEASE_BEFORE];

interface Shown {
  readonly subject: Subject;
  readonly found: Problem;
  readonly replay: Replay;
  readonly run: ReplayedRun;
  readonly node: GraphNode | undefined;
  readonly graph: Graph;
}

const stands = ({ run, node }: Shown): boolean => run.state.tokens.some(({ element }) => element === node?.id);

const passed = ({ run, graph }: Shown, is: (node: GraphNode) => boolean): boolean =>
  run.elements.some((id) => {
    const node = graph.nodes[graph.nodeOf[id] ?? -1];
    return node !== undefined && is(node);
  });

const does =
  (act: string) =>
  ({ settings }: GraphNode): boolean =>
    settings.act === act;

const makesResult = ({ settings }: GraphNode): boolean =>
  settings.act === 'sign' ||
  settings.produces.some((product) => product === 'refusal' || product.startsWith('result:'));

const minutesOf = ({ run, graph }: Shown): number =>
  run.elements.reduce((sum, id) => sum + (graph.nodes[graph.nodeOf[id] ?? -1]?.settings.minutes ?? 0), 0);

/** What is seen when the engine has replayed it, by the code of the error. */
const SEEN: Readonly<Record<string, (shown: Shown) => boolean>> = {
  'process.end.not-settled': (shown) => shown.run.status !== 'active' && !passed(shown, does('enter-result')),
  'process.end.without-result': (shown) => shown.run.status === 'ended' && !passed(shown, makesResult),
  'process.gateway.no-way': ({ run, node }) => run.incidents.some(({ element }) => element === node?.id),
  'process.gateway.two-ways': (shown) => passed(shown, ({ id }) => id === shown.node?.id),
  'process.on-the-spot.leaves': (shown) => stands(shown) && shown.node?.settings.unit !== 'receiving',
  'process.people.same-person': stands,
  'process.product.unknown': stands,
  'process.requires.never-produced': (shown) => stands(shown) && !passed(shown, makesResult),
  'process.requires.payment-too-early': (shown) => stands(shown) && !passed(shown, does('receive')),
  'process.result.missing': (shown) => stands(shown) && !passed(shown, makesResult),
  'process.result.signed-after-entry': (shown) => stands(shown) && passed(shown, does('enter-result')),
  'process.result.signed-beside-entry': (shown) => stands(shown) && passed(shown, does('enter-result')),
  'process.task.no-role': (shown) => stands(shown) && shown.node?.settings.role === undefined,
  'process.task.no-unit': (shown) => stands(shown) && shown.node?.settings.unit === undefined,
  'process.task.nobody': stands,
  'process.task.unknown-role': stands,
  'process.time.over-legal': (shown) => minutesOf(shown) > 3 * 480,
  'process.time.over-promised': (shown) => minutesOf(shown) > 120,
  'soundness.deadlock': ({ run }) => run.status === 'active' && run.state.tokens.every(({ kind }) => kind !== 'task'),
  'soundness.unreachable': (shown) => !passed(shown, ({ id }) => id === shown.node?.id),
  'soundness.unsafe': ({ run }) =>
    run.state.tokens.length > new Set(run.state.tokens.map(({ element }) => element)).size,
};

/** Errors of a form, a fee or a time limit: answers are enough, and nothing is run. */
const ANSWERS: Readonly<Record<string, (replay: Replay, subject: Subject, found: Problem) => boolean>> = {
  'fee.amount.missing': ({ fees }) => fees?.ok === false,
  'fee.amount.negative': ({ fees }) => fees?.ok === false || (fees?.value.some(({ amount }) => amount < 0) ?? false),
  'fee.schedule.gap': ({ fees }) => fees?.ok === false,
  'fee.schedule.overlap': ({ fees }) => fees !== undefined,
  'form.computed.negative': ({ answers }) =>
    Object.values(answers).some((value) => typeof value === 'number' && value < 0),
  'form.nobody-can-complete': ({ refused }) => refused.length > 0,
  'form.question.never-shown': ({ shown }, { form }, { path }) => {
    const place = /pages\/(\d+)\/questions\/(\d+)/.exec(path);
    const hidden = form.compiled?.pages[Number(place?.[1])]?.questions[Number(place?.[2])];
    return hidden !== undefined && !shown.includes(hidden.id);
  },
  'form.question.no-value': ({ shown }) => shown.length > 0,
  'release.case.gap': ({ facts, refused }) => facts.case === undefined && refused.length === 0,
  'release.time-limit.gap': ({ facts }, { release: { procedure } }) =>
    limitFor(procedure, {
      channel: facts.channel,
      level: facts.unit?.level ?? 'commune',
      ...(facts.case === undefined ? {} : { case: facts.case }),
    }) === undefined,
  'release.time-limit.overlap': ({ refused }) => refused.length === 0,
  'release.time-limit.promised-longer': ({ refused }) => refused.length === 0,
};

describe('an error of a check', () => {
  const examples = checks.flatMap((check) => check.examples.map((example) => ({ check, example })));

  it.each(examples.map(({ check, example }) => [check.name, example.about.en ?? '', { check, example }] as const))(
    '%s (%s) is shown by a dossier that the engine replays, or is one that no dossier shows',
    async (_, __, { check, example }) => {
      const subject = await subjectOfExample(example);
      for (const found of (await check.run(subject)).filter(({ severity }) => severity === 'error')) {
        const { code, witness } = found;
        if (!witness) {
          expect(BARE, code).toContain(code);
          continue;
        }
        const replay = replayWitness(subject, witness);
        const { graph } = subject.process;
        const sees = SEEN[code];
        if (sees && replay.run && graph) {
          const node = graph.nodes[graph.nodeOf[found.path.replace('/process/', '')] ?? -1];
          expect(replay.run.refusedStep, code).toBeUndefined();
          expect(sees({ subject, found, replay, run: replay.run, node, graph }), code).toBe(true);
        } else expect(ANSWERS[code]?.(replay, subject, found), `${code} is shown by its answers`).toBe(true);
      }
    },
  );
});
