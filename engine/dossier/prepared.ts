import type { ContentHash, Release } from '#engine/definition/index.ts';
import type { CompiledForm, PreparedFee, ProcedureConditions } from '#engine/form/index.ts';
import type { Graph, ProcessDiagram } from '#engine/process/index.ts';

/** All of a release that is worth doing once: kept in memory by content hash. */
export interface PreparedRelease extends ProcedureConditions {
  readonly hash: ContentHash;
  readonly release: Release;
  readonly form: CompiledForm;
  /** Questions that a step asks, by task element id. */
  readonly stepForms: Readonly<Record<string, CompiledForm>>;
  readonly graph: Graph;
  readonly diagram: ProcessDiagram;
  /** true: the standard process of its level. */
  readonly processGenerated: boolean;
}

export type { PreparedFee };
