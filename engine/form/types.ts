import type { LocalDate } from '#engine/clock/index.ts';
import type { Channel, Fee, Level, Paper, Question } from '#engine/definition/index.ts';
import type { CompiledExpression } from '#engine/expression/index.ts';
import type { Localized } from '#engine/result/index.ts';

/** JSON Schema and uiSchema are JSON objects; RJSF and AJV read them. */
export type JsonObject = Readonly<Record<string, unknown>>;

export type Answers = Readonly<Record<string, unknown>>;

/** All that a condition may look at. */
export interface Facts {
  readonly answers: Answers;
  readonly case?: string;
  readonly channel: Channel;
  readonly unit?: { readonly code: string; readonly level: Level };
  readonly applicant?: { readonly kind: 'citizen' | 'organisation' };
  /** Vietnamese day on which the form is filled in. */
  readonly today: LocalDate;
}

export interface AnswerOption {
  readonly value: string;
  readonly label: Localized;
  readonly hint?: Localized;
}

/** One question, ready: its own schema, and its conditions as compiled FEEL. Plain JSON. */
export interface CompiledQuestion {
  readonly id: string;
  readonly question: Question;
  /** JSON Schema 2020-12 of the answer, without regard to whether it is required. */
  readonly schema: JsonObject;
  readonly uiSchema: JsonObject;
  readonly when?: CompiledExpression;
  readonly required: boolean | CompiledExpression;
  readonly value?: CompiledExpression;
  /** `group`, `repeat`, and the parts of `person`, `organisation`, `address`. */
  readonly questions?: readonly CompiledQuestion[];
  /** What may be chosen: `choice`, `choices`, short code lists. */
  readonly options?: readonly AnswerOption[];
}

export interface CompiledPage {
  readonly id: string;
  readonly title: Localized;
  readonly intro?: Localized;
  readonly when?: CompiledExpression;
  readonly questions: readonly CompiledQuestion[];
}

/** `form.json` compiled once per release: plain JSON, the same in browser and server. */
export interface CompiledForm {
  readonly kind: 'pages' | 'json-schema';
  readonly pages: readonly CompiledPage[];
  /** `json-schema` forms: the schema upgraded to 2020-12 and its uiSchema, as one page. */
  readonly foreign?: { readonly schema: JsonObject; readonly uiSchema: JsonObject };
  /** Came from no form.json. */
  readonly generated: boolean;
}

export interface EffectivePage {
  readonly id: string;
  readonly title: Localized;
  readonly intro?: Localized;
  /** Plain JSON Schema of the page's object: only what applies, `required` decided. */
  readonly schema: JsonObject;
  readonly uiSchema: JsonObject;
  readonly questionIds: readonly string[];
}

/** The form for given answers: what does not apply is gone, computed values are filled. */
export interface EffectiveForm {
  readonly pages: readonly EffectivePage[];
  /** Of all pages together; what the server checks at submission. */
  readonly schema: JsonObject;
  readonly uiSchema: JsonObject;
  /** Hidden answers dropped, computed ones set. */
  readonly answers: Answers;
}

/** A fee's conditions and amount, compiled once per release. */
export interface PreparedFee {
  readonly fee: Fee;
  readonly when?: CompiledExpression;
  /** Absent where the amount is a plain number. */
  readonly amount?: CompiledExpression;
  /** By place in `fee.exempt`; undefined: exempt without a condition. */
  readonly exempt: readonly (CompiledExpression | undefined)[];
}

/** What is to be paid for one fee. */
export interface FeeLine {
  readonly fee: string;
  readonly name: Localized;
  /** Whole đồng. */
  readonly amount: number;
  readonly due: 'submission' | 'obligation';
  /** The reason, where nothing is to be paid because of an exemption. */
  readonly exemption?: Localized;
}

export interface EffectivePaper {
  readonly paper: Paper;
  /** Asked for in this case, channel and with these answers, and needed (alternatives: one of the group). */
  readonly required: boolean;
}
