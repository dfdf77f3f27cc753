import type { FormDefinition, CodeList, QuestionGroup } from './schema/form.ts';
import type { Procedure } from './schema/procedure.ts';

/** Lower-case hex SHA-256 over the canonical content of a release: its name and its seal. */
export type ContentHash = string;

/** One immutable version of a procedure, as loaded and checked against the schemas. */
export interface Release {
  readonly code: string;
  readonly number: number;
  readonly hash: ContentHash;
  readonly procedure: Procedure;
  /** Absent: the form is generated from the procedure. */
  readonly form?: FormDefinition;
  /** BPMN 2.0 XML. Absent: the process is generated from level, authority and time limit. */
  readonly process?: string;
  /** Typst texts of papers that differ from the standard ones, by file name. */
  readonly templates: Readonly<Record<string, string>>;
}

/** Question groups and code lists by `name@version`. */
export interface SharedDefinitions {
  readonly groups: Readonly<Record<string, QuestionGroup>>;
  readonly codeLists: Readonly<Record<string, CodeList>>;
}
