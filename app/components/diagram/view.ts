/**
 * What the diagram draws: a process and where one dossier stands in it. Plain JSON, made by the
 * loader, so that the page needs neither the graph nor the events.
 */

export type StepState = 'done' | 'current' | 'ahead' | 'skipped';

/** How a step differs from the release it is compared with. */
export type StepMark = 'added' | 'removed' | 'changed';

export interface DiagramNode {
  readonly id: string;
  /** BPMN local name: `userTask`, `exclusiveGateway` … */
  readonly kind: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly state: StepState;
  /** A line under the name: "14/04", "từ 15/04", "1 ngày". */
  readonly caption?: string;
  /** Written beside the pause sign: "Chờ bổ sung 16/04–22/04". */
  readonly pause?: string;
  readonly mark?: StepMark;
}

export interface DiagramFlow {
  readonly id: string;
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
  readonly taken: boolean;
}

export interface DiagramLane {
  readonly id: string;
  readonly name: string;
  /** Working time of its steps together: "0,5 ngày". */
  readonly caption?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A row of the list that phones and screen readers get. */
export interface DiagramStep {
  readonly id: string;
  readonly name: string;
  readonly state: StepState;
  readonly caption?: string;
  /** Who: the lane; for the current step also who holds it and why it waits. */
  readonly detail?: string;
  readonly mark?: StepMark;
}

export interface DiagramView {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly DiagramLane[];
  readonly nodes: readonly DiagramNode[];
  readonly flows: readonly DiagramFlow[];
  readonly steps: readonly DiagramStep[];
}
