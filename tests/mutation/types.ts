import type { FormDefinition, Procedure, Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { VerifyContext } from '#engine/verify/index.ts';
import type { Condition } from './conditions.ts';
import type { Flow, Element } from './process-text.ts';
import type { Asked } from './questions.ts';

/** A release that verifies, taken apart once so that places for a change are easily found. */
export interface Sound {
  readonly name: string;
  readonly release: Release;
  readonly shared: SharedDefinitions;
  readonly questions: readonly Asked[];
  readonly conditions: readonly Condition[];
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
}

/** A copy of a release that may be changed; only what was changed differs from the sound one. */
export interface Draft {
  code: string;
  procedure: Procedure;
  form?: FormDefinition;
  process?: string;
  templates: Record<string, string>;
  shared: SharedDefinitions;
  context: VerifyContext;
}

/** One change at one place. */
export interface Site {
  /** Where it may be told: beginnings of paths. */
  readonly at: readonly string[];
  readonly change: (draft: Draft) => void;
}

/** One way of spoiling a release. */
export interface FaultKind {
  readonly name: string;
  readonly part: string;
  /** What is done. */
  readonly does: string;
  /** Why the result is a fault that somebody meets, wherever `sites` finds a place. */
  readonly why: string;
  /** Codes that name this fault; one that ends with a dot is a beginning. */
  readonly codes: readonly string[];
  /** The least severity that counts; `warning` where the check itself gives no more. */
  readonly severity?: 'warning';
  sites(sound: Sound): readonly Site[];
}

/** One way of changing a release so that it stays sound. */
export interface SoundEdit {
  readonly name: string;
  readonly does: string;
  readonly why: string;
  sites(sound: Sound): readonly Omit<Site, 'at'>[];
}
