import type { LocalDate } from '#engine/clock/index.ts';
import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { TypeEnvironment } from '#engine/expression/index.ts';
import type { CompiledForm, ProcedureConditions } from '#engine/form/index.ts';
import type { FindRelease, Graph } from '#engine/process/index.ts';
import type { Localized, Problem, Result, Severity } from '#engine/result/index.ts';
import type { FindingPart } from './catalogue/part.ts';
import type { Example } from './example.ts';
import type { Fix } from './fix.ts';

/** What surrounds a release: checks that need it are left out when it is not given. */
export interface VerifyContext {
  /** Units in force on the day the release takes effect. */
  readonly units?: readonly VerifyUnit[];
  /** Who holds which role at which unit on that day. */
  readonly people?: readonly RoleHolder[];
  /** The same today, where today is another day: a release may be looked at before it takes effect. */
  readonly peopleToday?: readonly RoleHolder[];
  /** The release it follows. */
  readonly prior?: Release;
  /** Finds releases whose process a call activity names. */
  readonly called?: FindRelease;
  /** The day it takes effect: code lists must be in force then. */
  readonly asOf?: LocalDate;
  /** What the decision says of dossiers that run under the release before; without it, they stay there. */
  readonly inFlight?: 'keep' | 'convert' | 'ask';
}

export interface RoleHolder {
  readonly unit: string;
  readonly role: string;
  /** Tells one person from another; nothing else is made of it. Absent: not known who. */
  readonly person?: string;
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

/** What a finding of one code means, whatever release it is found in. */
export interface FindingKind {
  /** The worst it is told with; `unproved` findings of the same code are milder. */
  readonly severity: Severity;
  readonly says: Localized;
  /** The article that asks for it, where there is one. */
  readonly law?: Localized;
}

/** One question asked of a release, with all that is to be known about it: the catalogue of checks is made from these. */
export interface Check {
  readonly name: string;
  readonly part: FindingPart;
  /** What is true of a release in which it finds nothing. */
  readonly proves: Localized;
  /** By code, which never changes; `form.*` stands for what another room says when it reads the part. */
  readonly findings: Readonly<Record<string, FindingKind>>;
  /** At least one that passes; together the others show its findings. */
  readonly examples: readonly Example[];
  run(subject: Subject): readonly Problem[] | Promise<readonly Problem[]>;
  /** A change that surely takes the finding away, where one can be offered without guessing what was meant. */
  fix?(found: Problem, subject: Subject): Fix | undefined;
}
