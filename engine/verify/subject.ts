import type { LocalDate } from '#engine/clock/index.ts';
import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { TypeEnvironment } from '#engine/expression/index.ts';
import type { CompiledForm, ProcedureConditions } from '#engine/form/index.ts';
import type { FindRelease, Graph } from '#engine/process/index.ts';
import type { Problem, Result } from '#engine/result/index.ts';

/** What surrounds a release: checks that need it are left out when it is not given. */
export interface VerifyContext {
  /** Units in force on the day the release takes effect. */
  readonly units?: readonly VerifyUnit[];
  /** Who holds which role at which unit. */
  readonly people?: readonly { readonly unit: string; readonly role: string }[];
  /** The release it follows. */
  readonly prior?: Release;
  /** Finds releases whose process a call activity names. */
  readonly called?: FindRelease;
  /** The day it takes effect: code lists must be in force then. */
  readonly asOf?: LocalDate;
}

export interface VerifyUnit {
  readonly code: string;
  readonly level: 'ministry' | 'province' | 'district' | 'commune';
  readonly parent?: string;
  readonly counter: boolean;
}

/** A release with all that is worth compiling once; what did not compile carries its problems instead. */
export interface Subject {
  readonly release: Release;
  readonly shared: SharedDefinitions;
  readonly context: VerifyContext;
  readonly form: { readonly compiled?: CompiledForm; readonly problems: readonly Problem[] };
  /** Names and types that conditions may use; absent when the form did not compile. */
  readonly environment?: TypeEnvironment;
  /** Conditions and amounts of the procedure; absent when the form did not compile. */
  readonly conditions?: Result<ProcedureConditions>;
  readonly process: { readonly graph?: Graph; readonly generated: boolean; readonly problems: readonly Problem[] };
}

/** One question asked of a release. Its problems' codes begin with its own name. */
export interface Check {
  readonly name: string;
  run(subject: Subject): readonly Problem[] | Promise<readonly Problem[]>;
}
