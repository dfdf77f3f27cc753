import type { Procedure } from '#engine/definition/index.ts';
import { drawProcess } from '../layout/draw.ts';
import type { ParsedProcess } from '../parse/model.ts';
import { writeProcess } from '../write.ts';
import { processBuilder, type ProcessBuilder } from './build.ts';
import { minutesToShare, shareMinutes } from './share-time.ts';
import { stepNames, outcomeNames } from './texts.ts';

/**
 * The standard process of a procedure that brings none, as BPMN 2.0 XML with a diagram: receive →
 * assign → examine → submit for signature → sign → enter the result → hand out; not eligible → draft
 * the refusal → sign it; the leader may send either back. A result or a refusal is always signed
 * before it is entered. Communes have no heads of division: there nobody assigns or countersigns.
 */
export const generateProcess = (procedure: Procedure): string => {
  const process = standardProcess(procedure);
  return writeProcess(process, drawProcess(process));
};

type Step = 'receive' | 'assign' | 'examine' | 'submit' | 'sign' | 'enterResult';

/** How long things take, seen from the internal processes that provinces approve: examining is most of it. */
const WEIGHTS = {
  receive: { weight: 1, most: 240 },
  assign: { weight: 1, most: 480 },
  examine: { weight: 10 },
  submit: { weight: 2, most: 1440 },
  sign: { weight: 2, most: 1440 },
  enterResult: { weight: 1, most: 240 },
} as const;

export const standardProcess = (procedure: Procedure): ParsedProcess => {
  const communal = procedure.levels.includes('commune');
  const divided = procedure.levels.some((level) => level !== 'commune');
  const onTheSpot = procedure.onTheSpot ?? false;
  const texts = stepNames({ communal: communal && !divided, onTheSpot });
  // "5 tại chỗ": whoever decides does it at the counter's own unit.
  const unit = onTheSpot ? 'receiving' : 'deciding';

  const minutes = minutesToShare(procedure);
  const { assign, submit, ...withoutHeads } = WEIGHTS;
  const times: Partial<Record<Step, number>> =
    minutes === undefined
      ? {}
      : divided
        ? shareMinutes(minutes, { assign, submit, ...withoutHeads })
        : shareMinutes(minutes, withoutHeads);
  const timed = (step: Step): { minutes?: number } => (times[step] === undefined ? {} : { minutes: times[step] });

  const build = processBuilder({ id: `process-${procedure.code}`, name: procedure.name.vi, onTheSpot }, [
    { id: 'lane-counter', name: texts.counter, role: 'clerk', unit: 'receiving' },
    { id: 'lane-division', name: texts.division, role: 'officer', unit },
    { id: 'lane-leader', name: texts.leader, role: 'leader', unit },
  ]);
  const [counter, division, leader] = ['lane-counter', 'lane-division', 'lane-leader'];
  const results = (procedure.results ?? []).map((result) => `result:${result.id}`);
  const approval = [
    { id: 'approve', name: outcomeNames.approve },
    { id: 'return', name: outcomeNames.return },
  ];

  build.node('startEvent', 'start', texts.start, counter);
  build.node('userTask', 'receive', texts.receive, counter, {
    act: 'receive',
    produces: ['receipt'],
    ...timed('receive'),
  });
  build.flow('start', 'receive');
  if (divided)
    build.node('userTask', 'assign', texts.assign, division, { act: 'assign', role: 'head', ...timed('assign') });
  build.node('exclusiveGateway', 'toExamine', '', division);
  byLevel(build, {
    communal,
    divided,
    gateway: 'levelAtStart',
    lane: division,
    name: texts.atCommune,
    from: 'receive',
    detour: 'assign',
    to: 'toExamine',
  });
  build.node('userTask', 'examine', texts.examine, division, {
    act: 'examine',
    outcomes: [
      { id: 'eligible', name: outcomeNames.eligible },
      { id: 'not-eligible', name: outcomeNames.notEligible },
    ],
    ...timed('examine'),
  });
  build.flow('toExamine', 'examine');
  build.node('exclusiveGateway', 'examined', texts.isEligible, division);
  build.flow('examine', 'examined');

  if (divided)
    build.node('userTask', 'submit', texts.submit, division, { act: 'submit', role: 'head', ...timed('submit') });
  // Two ways meet before signing only where a head may or may not have been passed.
  const toSign = divided && communal ? 'toSign' : 'sign';
  if (toSign === 'toSign') build.node('exclusiveGateway', toSign, '', leader);
  const eligible = { name: outcomeNames.eligible.vi, condition: 'outcome.examine = "eligible"' };
  byLevel(build, {
    communal,
    divided,
    gateway: 'levelBeforeSigning',
    lane: division,
    name: texts.atCommune,
    from: 'examined',
    by: eligible,
    detour: 'submit',
    to: toSign,
  });
  build.node('userTask', 'sign', texts.sign, leader, {
    act: 'sign',
    outcomes: approval,
    produces: results,
    ...timed('sign'),
  });
  if (toSign !== 'sign') build.flow(toSign, 'sign');
  build.node('exclusiveGateway', 'signed', texts.isApproved, leader);
  build.flow('sign', 'signed');

  const refusalTime = divided ? timed('submit') : {};
  build.node('userTask', 'draftRefusal', texts.draftRefusal, division, refusalTime);
  build.flow('examined', 'draftRefusal', { name: outcomeNames.notEligible.vi, byDefault: true });
  build.node('userTask', 'signRefusal', texts.signRefusal, leader, {
    act: 'sign',
    outcomes: approval,
    produces: ['refusal'],
    ...timed('sign'),
  });
  build.flow('draftRefusal', 'signRefusal');
  build.node('exclusiveGateway', 'refusalSigned', texts.isApproved, leader);
  build.flow('signRefusal', 'refusalSigned');

  build.node('exclusiveGateway', 'toEnter', '', division);
  build.flow('signed', 'toEnter', { name: outcomeNames.approve.vi, condition: 'outcome.sign = "approve"' });
  build.flow('signed', 'toExamine', { name: outcomeNames.return.vi, byDefault: true });
  build.flow('refusalSigned', 'toEnter', {
    name: outcomeNames.approve.vi,
    condition: 'outcome.signRefusal = "approve"',
  });
  build.flow('refusalSigned', 'toExamine', { name: outcomeNames.return.vi, byDefault: true });
  build.node('userTask', 'enterResult', texts.enterResult, division, { act: 'enter-result', ...timed('enterResult') });
  build.flow('toEnter', 'enterResult');
  build.node('userTask', 'handOut', texts.handOut, counter, { act: 'hand-out' });
  build.flow('enterResult', 'handOut');
  build.node('endEvent', 'end', texts.end, counter);
  build.flow('handOut', 'end');
  return build.build();
};

interface Detour {
  readonly communal: boolean;
  readonly divided: boolean;
  readonly gateway: string;
  readonly lane: string;
  readonly name: string;
  readonly from: string;
  readonly by?: { readonly name: string; readonly condition: string };
  /** The head's step. */
  readonly detour: string;
  readonly to: string;
}

/** Through the head of division where there is one: always, never, or (procedures of several levels) unless at a commune. */
const byLevel = (
  build: ProcessBuilder,
  { communal, divided, gateway, lane, name, from, by, detour, to }: Detour,
): void => {
  if (!divided) return build.flow(from, to, by);
  if (!communal) {
    build.flow(from, detour, by);
    return build.flow(detour, to);
  }
  build.node('exclusiveGateway', gateway, name, lane);
  build.flow(from, gateway, by);
  build.flow(gateway, to, { name: 'Có', condition: 'unit.level = "commune"' });
  build.flow(gateway, detour, { name: 'Không', byDefault: true });
  build.flow(detour, to);
};
