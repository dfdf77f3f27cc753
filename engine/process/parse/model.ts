import type { Problem } from '#engine/result/index.ts';
import type { EventName, GraphDecision, NodeKind } from '../graph.ts';
import type { TaskSettings } from '../types.ts';

/** A BPMN file as plain data: what is ours to run, and where it is drawn. Expressions are FEEL texts. */
export interface ParsedDefinitions {
  readonly processes: readonly ParsedProcess[];
  readonly diagram: ParsedDiagram;
  /** What was read with a doubt (only when reading tolerantly) or passes without effect. */
  readonly warnings: readonly Problem[];
}

export interface ParsedScope {
  /** In document order. */
  readonly nodes: readonly ParsedNode[];
  readonly flows: readonly ParsedFlow[];
  /** Compensation: event or activity id → handler id. */
  readonly associations: readonly { readonly source: string; readonly target: string }[];
}

export interface ParsedProcess extends ParsedScope {
  readonly id: string;
  readonly name: string;
  readonly executable: boolean;
  readonly onTheSpot: boolean;
  readonly lanes: readonly ParsedLane[];
}

export interface ParsedLane {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly unit?: string;
  readonly nodes: readonly string[];
}

export interface ParsedNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** The task's own; lanes are joined in when it is compiled. */
  readonly settings: TaskSettings;
  readonly interrupting: boolean;
  readonly byEvent: boolean;
  readonly compensation: boolean;
  readonly defaultFlow?: string;
  readonly event?: ParsedEvent;
  readonly attachedTo?: string;
  readonly loop?: ParsedLoop;
  readonly inside?: ParsedScope;
  readonly called?: string;
  readonly message?: EventName;
  /** FEEL: what a message has to bring to be meant for this instance. */
  readonly key?: string;
  /** Names that only the activity sees, and what it gives back. */
  readonly inputs?: readonly ParsedMapping[];
  readonly outputs?: readonly ParsedMapping[];
  readonly decision?: GraphDecision & { /** Written into the task. */ readonly table?: string };
}

export interface ParsedMapping {
  readonly target: string;
  readonly source: string;
}

export interface ParsedFlow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: string;
}

export type ParsedEvent =
  | { readonly type: 'none' | 'terminate' | 'cancel' }
  | { readonly type: 'message' | 'signal'; readonly of: EventName }
  | { readonly type: 'error' | 'escalation'; readonly code?: string }
  | { readonly type: 'timer'; readonly kind: 'duration' | 'date' | 'cycle'; readonly value: string }
  | { readonly type: 'conditional'; readonly condition: string }
  | { readonly type: 'compensate'; readonly activity?: string }
  | { readonly type: 'link'; readonly name: string };

export type ParsedLoop =
  | { readonly type: 'standard'; readonly testBefore: boolean; readonly maximum?: number; readonly condition?: string }
  | {
      readonly type: 'parallel' | 'sequential';
      readonly cardinality: string;
      readonly until?: string;
      readonly item?: string;
      readonly collect?: { readonly into: string; readonly value: string };
    };

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** BPMN DI by element id. */
export interface ParsedDiagram {
  readonly shapes: Readonly<Record<string, Bounds>>;
  readonly edges: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}
