import type { Fee, Paper, Procedure, ProcedureCase, ProcedureResult, TimeLimitRow } from '#engine/definition/index.ts';

/**
 * Who a field belongs to: the ministry, whose content is synchronised and read-only (NĐ 63/2010 Điều 13, 15); the
 * province, which adds places, delegated fees, shorter promises and channels; the agency, which draws the process
 * (TT 01/2018 Điều 8).
 */
export type Layer = 'national' | 'province' | 'agency';

/**
 * `held`: the province's own, and so much of a decision that the row may not go unasked when the nation drops it. What
 * is plain `province` (accepted file types, the condition's expression) goes with its row.
 */
export type FieldOwner = Layer | 'held';

type Row<Item> = Readonly<Record<Exclude<keyof Item, 'id'>, FieldOwner>>;
type Law = NonNullable<Procedure['legalBasis']>[number];

/** A list merged row by row, by `key`. */
export interface RowRule {
  readonly key: 'id' | 'number';
  readonly fields: Readonly<Record<string, FieldOwner>>;
}

const cases: Row<ProcedureCase> = { name: 'national', note: 'national', when: 'province' };

const timeLimits: Row<TimeLimitRow> = {
  cases: 'national',
  channels: 'national',
  levels: 'national',
  legal: 'national',
  extension: 'national',
  excluded: 'national',
  note: 'national',
  promised: 'held',
};

const fees: Row<Fee> = {
  name: 'national',
  kind: 'national',
  cases: 'national',
  channels: 'national',
  amount: 'national',
  unit: 'national',
  exempt: 'national',
  refundable: 'national',
  reducedUntil: 'national',
  schedule: 'national',
  note: 'national',
  due: 'province',
  when: 'province',
};

const checklist: Row<Paper> = {
  name: 'national',
  kind: 'national',
  originals: 'national',
  copies: 'national',
  certifiedCopies: 'national',
  cases: 'national',
  channels: 'national',
  whenText: 'national',
  oneOf: 'national',
  substitutableBy: 'national',
  template: 'national',
  note: 'national',
  when: 'province',
  filledOnline: 'province',
  /** A reader that cannot tie a condition to a question calls its paper optional: that is not the nation's word. */
  required: 'province',
  accept: 'province',
  maxBytes: 'province',
};

const results: Row<ProcedureResult> = {
  code: 'national',
  name: 'national',
  validity: 'national',
  template: 'province',
  /** No national source says it. */
  signedFile: 'province',
};

const legalBasis: Readonly<Record<Exclude<keyof Law, 'number'>, FieldOwner>> = {
  name: 'national',
  issuer: 'national',
  article: 'national',
};

/** Lists that are merged row by row. A row that only the province has is its addition. */
export const rowRules = {
  cases: { key: 'id', fields: cases },
  timeLimits: { key: 'id', fields: timeLimits },
  fees: { key: 'id', fields: fees },
  checklist: { key: 'id', fields: checklist },
  results: { key: 'id', fields: results },
  legalBasis: { key: 'number', fields: legalBasis },
} as const satisfies Readonly<Partial<Record<keyof Procedure, RowRule>>>;

/** Every other part is one value. `made`: follows from the rest. */
export const fieldRules: Readonly<Record<Exclude<keyof Procedure, keyof typeof rowRules>, Layer | 'made'>> = {
  format: 'made',
  code: 'made',
  none: 'made',
  source: 'made',
  name: 'national',
  field: 'national',
  description: 'national',
  levels: 'national',
  applicants: 'national',
  sets: 'national',
  conditions: 'national',
  publicSteps: 'national',
  replaces: 'national',
  keywords: 'province',
  authority: 'province',
  channels: 'province',
  onlineLevel: 'province',
  onTheSpot: 'province',
};

export type RowPart = keyof typeof rowRules;
export const rowParts: readonly RowPart[] = ['cases', 'timeLimits', 'fees', 'checklist', 'results', 'legalBasis'];
export const isRowPart = (part: string): part is RowPart => Object.hasOwn(rowRules, part);

/** A fee that the province's council or committee set under delegation is the province's, whatever row it stands in. */
export const isProvincialSchedule = (schedule: unknown): boolean =>
  typeof schedule === 'string' && /\/(?:NQ-HĐND|QĐ-UBND)\b/u.test(schedule);
