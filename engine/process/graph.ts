/** A compiled process; immutable, integer-indexed, kept in memory per release. */
export interface Graph {
  readonly processId: string;
}

/** Small plain JSON; element ids, not indexes, so that it can be carried to another release. */
export interface ProcessState {
  readonly status: 'active' | 'ended' | 'incident';
}
