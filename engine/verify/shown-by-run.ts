import type { GraphNode } from '#engine/process/index.ts';
import type { Problem, Witness } from '#engine/result/index.ts';
import {
  and,
  arrive,
  ask,
  witnessOf,
  worldAt,
  worldOfSubject,
  type Dossier,
  type Formula,
  type Run,
  type World,
} from './reason/index.ts';
import type { Subject, VerifyUnit } from './subject.ts';
import type { Way } from './ways.ts';

/** Kinds of dossiers that are asked for; what is left out may be any. */
export type SomeWay = Partial<Way>;

/**
 * The shortest run of the engine that comes to the node as wanted, with a dossier that intake accepts.
 * Undefined where none was found: no form that compiles, conditions that shut the way, or more states
 * than are looked at.
 */
export const shownByRun = (
  subject: Subject,
  node: GraphNode,
  comes: (run: Run, dossier: Dossier) => boolean,
  way: SomeWay = {},
): Witness | undefined => {
  const { graph } = subject.process;
  const world = graph && worldAt(subject, graph, node);
  if (!graph || !world) return undefined;
  const shown = arrive({ subject, graph, node, world }, isWay(world, way), comes);
  return typeof shown === 'string' ? undefined : shown;
};

const isWay = ({ translator }: World, way: SomeWay): Formula => {
  const is = (value: string | undefined, ...name: readonly string[]): Formula =>
    value === undefined ? true : translator.truth(['=', ['get', ...name], ['lit', value]]).yes;
  return and(is(way.case?.id, 'case'), is(way.channel, 'channel'), is(way.level, 'unit', 'level'));
};

/** A dossier of that kind that intake accepts, without a run. */
export const dossierOfWay = (subject: Subject, way: SomeWay = {}): Witness | undefined => {
  const world = worldOfSubject(subject, 'submitted');
  const found = world && ask(subject, world, [isWay(world, way)], () => true);
  return found?.verdict === 'shown' ? witnessOf(found.dossier) : undefined;
};

/** The dossier stands at the step: it can be done now. */
export const standsAt = ({ state }: Run, { id }: GraphNode): boolean =>
  state.tokens.some(({ element }) => element === id);

/** What was carried out on the way includes one of these. */
export const hasPassed = ({ elements }: Run, nodes: readonly GraphNode[]): boolean =>
  nodes.some(({ id }) => elements.includes(id));

/** The shortest run to the step of a dossier that this unit has taken in. */
export const shownAtUnit = (subject: Subject, node: GraphNode, unit: VerifyUnit | undefined): Witness | undefined => {
  const { procedure } = subject.release;
  const level = procedure.levels.find((each) => each === unit?.level);
  const shown = shownByRun(subject, node, (run) => standsAt(run, node), level ? { level } : {});
  return shown && unit ? { ...shown, unit: unit.code, level: unit.level } : shown;
};

export const withWitness = (found: Problem, witness: Witness | undefined): Problem =>
  witness ? { ...found, witness } : found;
