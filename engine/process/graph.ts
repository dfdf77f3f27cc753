import type { CompiledExpression } from '#engine/expression/index.ts';
import type { Decisions } from './decision-table/model.ts';
import type { TaskSettings } from './types.ts';

/**
 * A compiled process: immutable, integer-indexed, kept in memory per release. Everything that the
 * stepper and the soundness check need, nothing that has to be looked up in XML again.
 */
export interface Graph {
  readonly processId: string;
  readonly name: string;
  /** "5 tại chỗ": nothing may leave the counter. */
  readonly onTheSpot: boolean;
  /** In document order, which is also the order in which branches move. */
  readonly nodes: readonly GraphNode[];
  readonly flows: readonly GraphFlow[];
  /** `scopes[0]` is the process; others are sub-processes and called processes. */
  readonly scopes: readonly GraphScope[];
  readonly nodeOf: Readonly<Record<string, number>>;
  readonly flowOf: Readonly<Record<string, number>>;
  readonly scopeOf: Readonly<Record<string, number>>;
  readonly lanes: readonly GraphLane[];
  /** Decisions that business rule tasks take, with those they need. */
  readonly decisions: Decisions;
  /** Some activity gives what is inside it names of its own. */
  readonly hasItems: boolean;
}

export type NodeKind =
  | 'startEvent'
  | 'endEvent'
  | 'intermediateCatchEvent'
  | 'intermediateThrowEvent'
  | 'boundaryEvent'
  | 'task'
  | 'userTask'
  | 'manualTask'
  | 'serviceTask'
  | 'sendTask'
  | 'receiveTask'
  | 'businessRuleTask'
  | 'callActivity'
  | 'subProcess'
  | 'transaction'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'eventBasedGateway';

export interface GraphNode {
  readonly index: number;
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Index of the scope it stands in. */
  readonly scope: number;
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  readonly defaultFlow?: number;
  /** Boundary events attached to it. */
  readonly boundary: readonly number[];
  readonly attachedTo?: number;
  readonly event?: GraphEvent;
  /** Boundary and event sub-process start events; false: what runs goes on beside. */
  readonly interrupting: boolean;
  readonly loop?: GraphLoop;
  /** Scope inside it: sub-process, transaction, event sub-process, called process. */
  readonly inner?: number;
  /** Sub-process started by an event, not by a sequence flow. */
  readonly byEvent: boolean;
  /** Runs only to undo another activity. */
  readonly compensation: boolean;
  /** Compensation boundary event: the activity that undoes its host. */
  readonly handler?: number;
  readonly message?: EventName;
  /** Message events and tasks: what a message has to bring (or brings) to be meant for this instance. */
  readonly key?: CompiledExpression;
  /** Names that only the activity sees, and what it gives back to the process. */
  readonly inputs?: readonly GraphMapping[];
  readonly outputs?: readonly GraphMapping[];
  readonly decision?: GraphDecision;
  readonly settings: TaskSettings;
  /** Where `settings.unit` is FEEL: the unit of each dossier. */
  readonly unitRule?: CompiledExpression;
  /**
   * Inclusive join only, one set per incoming flow: nodes from which that flow can be reached
   * without passing the gateway (BPMN 2.0 table 13.4).
   */
  readonly reach?: readonly ReadonlySet<number>[];
}

export interface GraphMapping {
  readonly target: string;
  readonly value: CompiledExpression;
}

export interface GraphDecision {
  readonly id: string;
  /** Variable that gets the result; none: it is not kept. */
  readonly result?: string;
  /** How the result is put into the variable (Camunda 7 `mapDecisionResult`); none: as DMN gives it. */
  readonly map?: 'singleEntry' | 'singleResult' | 'collectEntries' | 'resultList';
}

export interface GraphFlow {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly source: number;
  readonly target: number;
  readonly condition?: CompiledExpression;
}

export interface GraphScope {
  readonly index: number;
  /** Process id, or id of the activity whose inside it is. */
  readonly id: string;
  /** Node whose inside it is; absent for processes. */
  readonly node?: number;
  readonly nodes: readonly number[];
  /** Where it begins: its none start events, or else what has no incoming flow. */
  readonly starts: readonly number[];
  /** Event sub-processes that listen while it runs. */
  readonly eventSubs: readonly number[];
}

export interface GraphLane {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly unit?: string;
  /** Node ids. */
  readonly nodes: readonly string[];
}

/** A message, signal, error or escalation: its name for people and peers, and its id in the file. */
export interface EventName {
  readonly name: string;
  readonly id?: string;
}

export type GraphEvent =
  | { readonly type: 'none' | 'terminate' | 'cancel' }
  | { readonly type: 'message' | 'signal'; readonly of: EventName }
  /** No `code`: catches every one. */
  | { readonly type: 'error' | 'escalation'; readonly code?: string }
  | { readonly type: 'timer'; readonly rule: TimerRule }
  | { readonly type: 'conditional'; readonly condition: CompiledExpression }
  | { readonly type: 'compensate'; readonly activity?: string }
  | { readonly type: 'link'; readonly name: string };

/** ISO 8601 literal, or FEEL that gives one. `cycle`: `R3/PT1H`. */
export interface TimerRule {
  readonly kind: 'duration' | 'date' | 'cycle';
  readonly value: string | CompiledExpression;
}

export type GraphLoop =
  | {
      readonly type: 'standard';
      readonly testBefore: boolean;
      readonly maximum?: number;
      readonly condition?: CompiledExpression;
    }
  | {
      readonly type: 'parallel' | 'sequential';
      /** A number, or a list: one iteration for each entry. */
      readonly cardinality: CompiledExpression;
      readonly until?: CompiledExpression;
      /** Name under which one iteration sees its entry of the list. */
      readonly item?: string;
      /** List that gets what each iteration gives, in the order of the iterations. */
      readonly collect?: { readonly into: string; readonly value: CompiledExpression };
    };
