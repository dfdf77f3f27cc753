import type { Problem } from '#engine/result/index.ts';
import type { Graph } from '../graph.ts';
import type { ProcessState } from '../state.ts';
import type { ProcessEffect } from '../types.ts';

/** Where an element of the old process goes in the new one, and how that was found. */
export interface Counterpart {
  readonly to: string;
  /** `id`: the same stable id; `place`: the same kind between the same neighbours, or the only one of its name; `given`: said by a person. */
  readonly by: 'id' | 'place' | 'given';
}

/** By element id of the old process; what is not in it has no counterpart. */
export type Mapping = Readonly<Record<string, Counterpart>>;

/** What a person says about an element: its id in the new process, or null for "it has none". */
export type Instructions = Readonly<Record<string, string | null>>;

export interface MigrationPlan {
  readonly mapping: Mapping;
  /** Instructions that make no sense; with any of them nothing can move. */
  readonly problems: readonly Problem[];
}

/** Enough to take a migration back, as long as nothing has happened since. */
export interface MigrationUndo {
  readonly before: ProcessState;
  readonly after: ProcessState;
}

export interface Migrated {
  readonly state: ProcessState;
  /** Timers armed and disarmed, and tasks that are now called otherwise. */
  readonly effects: readonly ProcessEffect[];
  readonly undo: MigrationUndo;
  /** What a person should know although it does not stand in the way. */
  readonly warnings: readonly Problem[];
}

/**
 * Says what is wrong with a state in a process: from here it could not end properly. Given by the room
 * that can prove it (`engine/verify`), which stands above this one.
 */
export type StateCheck = (graph: Graph, state: ProcessState) => readonly Problem[];
