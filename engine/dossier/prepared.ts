import type { ContentHash, Fee, Limit, Release } from '#engine/definition/index.ts';
import type { CompiledExpression } from '#engine/expression/index.ts';
import type { CompiledForm } from '#engine/form/index.ts';
import type { Graph, ProcessDiagram } from '#engine/process/index.ts';

/** All of a release that is worth doing once: kept in memory by content hash. */
export interface PreparedRelease {
  readonly hash: ContentHash;
  readonly release: Release;
  readonly form: CompiledForm;
  /** Conditions of cases, papers and fees by id. */
  readonly caseConditions: Readonly<Record<string, CompiledExpression>>;
  readonly paperConditions: Readonly<Record<string, CompiledExpression>>;
  readonly fees: readonly PreparedFee[];
  readonly graph: Graph;
  readonly diagram: ProcessDiagram;
  /** BPMN XML, own or generated. */
  readonly processXml: string;
  readonly processGenerated: boolean;
}

export interface PreparedFee {
  readonly fee: Fee;
  readonly when?: CompiledExpression;
  readonly amount?: CompiledExpression;
  readonly exempt: readonly (CompiledExpression | undefined)[];
}

export type { Limit };
