import type { Procedure } from '#engine/definition/index.ts';
import { makeCases } from './make-cases.ts';
import { makeFees } from './make-fees.ts';
import { makeLimits } from './make-limits.ts';
import { makePapers, readCopies } from './make-papers.ts';
import { readCode } from './make-draft.ts';
import { takeNotes } from './notes.ts';
import { idMaker, tidy } from './numbers.ts';
import type { DraftProcedure, ImportedDraft, OpenPoint } from './types.ts';

/** What a person fills in by hand; what is absent is left as it is. */
export interface Filled {
  readonly code?: string;
  readonly name?: string;
  readonly field?: string;
  readonly levels?: Procedure['levels'];
  readonly deciding?: Procedure['authority']['deciding'];
  readonly receiving?: Procedure['authority']['receiving'];
  readonly applicants?: Procedure['applicants'];
  readonly channels?: Procedure['channels'];
  /** In words, as an annex has them; they are read like a source. */
  readonly limit?: string;
  readonly fee?: string;
  /** A line each: `Tờ khai – 1 bản chính`. */
  readonly papers?: string;
  readonly result?: string;
  /** A line each; `Không` says that the law provides none. */
  readonly steps?: string;
  readonly conditions?: string;
  readonly signedFile?: boolean;
  readonly basis?: string;
  /** Keys of open points that the person has seen and settled. */
  readonly settled?: readonly string[];
}

/** Names an open point among those of one draft. */
export const openKey = ({ at, code, words = '' }: OpenPoint): string => `${code} ${at} ${words}`;

const BY_HAND = 'nhập tay';

/**
 * The draft with what a person filled in: each value is marked as theirs, and what it answers is no longer open. Words
 * that cannot be structured stay open, as in any source.
 */
export const fillDraft = (draft: ImportedDraft, filled: Filled): ImportedDraft => {
  const notes = takeNotes();
  const answered: string[] = [];
  const answer = (at: string, words: string): void => {
    answered.push(at);
    notes.origin(at, 'hand', BY_HAND, words);
  };
  const { procedure } = draft;
  const cases = makeCases([], notes);
  let next: DraftProcedure = procedure;
  const code = filled.code === undefined ? undefined : readCode(filled.code);
  if (code !== undefined && code !== procedure.code) {
    answer('/procedure/code', code);
    next = { ...next, code };
  }
  const name = tidy(filled.name ?? '');
  if (name !== '' && name !== procedure.name?.vi) {
    answer('/procedure/name', name);
    next = { ...next, name: { ...procedure.name, vi: name } };
  }
  const field = tidy(filled.field ?? '');
  if (field !== '' && field !== procedure.field?.name.vi) {
    answer('/procedure/field', field);
    next = { ...next, field: { code: idMaker()(field, 'field'), name: { vi: field } } };
  }
  for (const part of ['levels', 'applicants', 'channels'] as const) {
    const given = filled[part];
    if (!given || given.length === 0 || String(given) === String(procedure[part] ?? [])) continue;
    answer(`/procedure/${part}`, given.join(', '));
    next = { ...next, [part]: given };
  }
  const { deciding, receiving } = filled;
  if (
    deciding &&
    deciding.name.vi !== '' &&
    JSON.stringify(deciding) !== JSON.stringify(procedure.authority?.deciding)
  ) {
    answer('/procedure/authority/deciding', deciding.name.vi);
    next = { ...next, authority: { ...next.authority, deciding } };
  }
  if (
    receiving &&
    receiving.length > 0 &&
    JSON.stringify(receiving) !== JSON.stringify(procedure.authority?.receiving)
  ) {
    answer('/procedure/authority/receiving', receiving.map((each) => each.level ?? each.unit ?? '').join(', '));
    next = { ...next, authority: { ...next.authority, receiving } };
  }
  const limit = tidy(filled.limit ?? '');
  if (limit !== '') {
    const { rows } = makeLimits([{ words: filled.limit ?? '', from: BY_HAND }], cases, takeNotes());
    if (rows.length > 0) {
      answer('/procedure/timeLimits', limit);
      next = { ...next, timeLimits: renamed([...(procedure.timeLimits ?? []), ...rows]) };
    }
  }
  const fee = tidy(filled.fee ?? '');
  if (fee !== '') {
    const made = makeFees([{ words: fee, from: BY_HAND }], cases, takeNotes());
    if (made.rows.length > 0 || made.none) {
      answer('/procedure/fees', fee);
      next = made.none
        ? { ...next, none: [...new Set([...(next.none ?? []), 'fees' as const])] }
        : { ...next, fees: renamed([...(procedure.fees ?? []), ...made.rows]) };
    }
  }
  const lines = linesOf(filled.papers);
  if (lines.length > 0) {
    const made = makePapers(
      lines.map((line) => ({
        words: tidy(line.replace(/[-–(,:]?\s*\d+\s*bản\s*(?:chính|sao).*$/iu, '')) || line,
        from: BY_HAND,
        ...readCopies(line),
      })),
      cases,
      takeNotes(),
    );
    answer('/procedure/checklist', lines.join('; '));
    next = { ...next, checklist: renamed([...(procedure.checklist ?? []), ...made.rows]) };
  }
  const result = tidy(filled.result ?? '');
  if (result !== '' && !procedure.results?.length) {
    answer('/procedure/results', result);
    next = { ...next, results: [{ id: idMaker()(result, 'result'), name: { vi: result } }] };
  }
  const { signedFile } = filled;
  if (signedFile !== undefined && next.results?.some((each) => each.signedFile !== signedFile)) {
    answer('/procedure/results', signedFile ? 'tệp ký số' : 'không phải tệp ký số');
    next = { ...next, results: next.results.map((each) => ({ ...each, signedFile })) };
  }
  // A result whose kind is not said yet stays open.
  const unsaid = next.results?.some((each) => each.signedFile === undefined) === true;
  const basis = linesOf(filled.basis);
  if (basis.length > 0) {
    answer('/procedure/legalBasis', basis.join('; '));
    next = {
      ...next,
      legalBasis: [...(procedure.legalBasis ?? []), ...basis.map((number) => ({ number: number.slice(0, 100) }))],
    };
  }
  for (const [part, lines] of [
    ['publicSteps', linesOf(filled.steps)],
    ['conditions', linesOf(filled.conditions)],
  ] as const) {
    if (lines.length === 0) continue;
    answer(`/procedure/${part}`, lines.join('; '));
    if (lines.length === 1 && /^không(?: có| quy định)?\.?$/iu.test(lines[0] ?? ''))
      next = { ...next, none: [...new Set([...(next.none ?? []), part])] };
    else if (part === 'publicSteps')
      next = { ...next, publicSteps: [...(procedure.publicSteps ?? []), ...lines.map((vi) => ({ text: { vi } }))] };
    else next = { ...next, conditions: [...(procedure.conditions ?? []), ...lines.map((vi) => ({ vi }))] };
  }
  const settled = new Set(filled.settled);
  return {
    ...draft,
    procedure: next,
    origins: [...draft.origins, ...notes.origins],
    open: draft.open.filter(
      (point) =>
        !(answered.includes(point.at) && !(unsaid && point.at === '/procedure/results')) &&
        !settled.has(openKey(point)),
    ),
  };
};

const linesOf = (text = ''): readonly string[] =>
  text
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '');

/** Rows added by hand must not take an id that is there already. */
const renamed = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => {
  const idOf = idMaker();
  return rows.map((row) => ({ ...row, id: idOf(row.id, 'row') }));
};
