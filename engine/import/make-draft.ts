import type { Procedure } from '#engine/definition/index.ts';
import { makeCases } from './make-cases.ts';
import { makeFees } from './make-fees.ts';
import { makeForm } from './make-form.ts';
import { casesInLimits, makeLimits } from './make-limits.ts';
import { makePapers } from './make-papers.ts';
import { makeProcess } from './make-process.ts';
import { open } from './messages.ts';
import { takeNotes, type Notes } from './notes.ts';
import { idMaker, tidy } from './numbers.ts';
import type { Cited, SourceProcedure } from './source.ts';
import type { DraftProcedure, DraftResult, ImportedDraft } from './types.ts';
import { applicantOf, channelOf, levelOf } from './vocabulary.ts';

export interface ImportOptions {
  /** `name@version` of the shared code lists that questions may use. */
  readonly codeLists?: readonly string[];
}

const CODE = /^\s*(\d\s*\.\s*\d{6})((?:\.[A-Z0-9]{1,4})*)\s*$/u;

/** `2.000908.000.00.00. H61` → its code; spaces of a broken line are no part of it. */
export const readCode = (words: string): string | undefined => {
  const [, national, suffix] = CODE.exec(words.replace(/\s+/g, '')) ?? [];
  return national === undefined ? undefined : `${national}${suffix ?? ''}`;
};

/** `QĐ-TTg` ends with the one small letter that is met. */
const LEGAL =
  /\d{1,5}(?:\.\d+)?\/\d{4}\/[A-ZĐ0-9][-A-ZĐ0-9]*(?:(?<=TT)g)?|\d{1,5}\/\d{4}\/QH\d{2}|\d{1,5}\/(?:QĐ|NQ|CT|TT|NĐ)-[-A-ZĐ0-9]+(?:(?<=TT)g)?/u;

/** One draft release of what a source says: nothing added that it does not say, everything traced to its place. */
export const makeDraft = (source: SourceProcedure, { codeLists = [] }: ImportOptions = {}): ImportedDraft => {
  const notes = takeNotes();
  const cases = makeCases(
    [
      ...source.limits.flatMap((limit) => (limit.case === undefined ? [] : [{ words: limit.case, from: limit.from }])),
      ...source.fees.flatMap((fee) => (fee.case === undefined ? [] : [{ words: fee.case, from: fee.from }])),
      ...source.papers.flatMap((paper) => (paper.case === undefined ? [] : [{ words: paper.case, from: paper.from }])),
      ...casesInLimits(source.limits),
    ],
    notes,
  );
  const code = source.code === undefined ? undefined : readCode(source.code.words);
  const name = source.name && tidy(source.name.words).slice(0, 2000);
  if (code !== undefined && source.code) notes.origin('/procedure/code', 'source', source.code.from, source.code.words);
  else miss(notes, '/procedure/code', 'mã thủ tục', 'the code', source.code?.words);
  if (name && source.name) notes.origin('/procedure/name', 'source', source.name.from, source.name.words);
  else miss(notes, '/procedure/name', 'tên thủ tục', 'the name');
  const limits = makeLimits(source.limits, cases, notes);
  if (limits.rows.length === 0 && limits.count.stated + limits.count.silent === 0)
    miss(notes, '/procedure/timeLimits', 'thời hạn giải quyết', 'the time limit');
  else if (limits.rows.length === 0 && !notes.open.some((point) => point.at === '/procedure/timeLimits'))
    miss(notes, '/procedure/timeLimits', 'thời hạn giải quyết', 'the time limit', source.limits[0]?.words);
  const fees = makeFees(source.fees, cases, notes);
  if (
    fees.rows.length === 0 &&
    !fees.none &&
    !notes.open.some((point) => point.at === '/procedure/fees' && point.blocks)
  )
    miss(notes, '/procedure/fees', 'phí, lệ phí (có hay không)', 'whether there are fees');
  const papers = makePapers(source.papers, cases, notes);
  if (papers.rows.length === 0) miss(notes, '/procedure/checklist', 'thành phần hồ sơ', 'the papers');
  if (source.publicSteps.length === 0) miss(notes, '/procedure/publicSteps', 'trình tự thực hiện', 'the steps');
  if (source.conditions.length === 0)
    miss(notes, '/procedure/conditions', 'yêu cầu, điều kiện (có hay không)', 'whether there are conditions');
  for (const each of source.other)
    notes.leaveOpen('/procedure/source', 'not-carried', open.notCarried(), false, each.words);
  const form = makeForm(source.questions, codeLists, notes);
  const process = makeProcess(source.steps, name ?? '', notes);
  const procedure: DraftProcedure = {
    format: 'motcua/procedure@1',
    ...(code === undefined ? {} : { code }),
    ...(name ? { name: { vi: name } } : {}),
    ...fieldOf(source.field, notes),
    ...levelsOf(source, notes),
    ...authorityOf(source, notes),
    ...applicantsOf(source.applicants, notes),
    ...channelsOf(source, notes),
    ...(cases.list.length > 0 ? { cases: [...cases.list] } : {}),
    ...(limits.rows.length > 0 ? { timeLimits: limits.rows } : {}),
    ...(fees.rows.length > 0 ? { fees: fees.rows } : {}),
    ...(papers.rows.length > 0 ? { checklist: papers.rows } : {}),
    ...resultsOf(source, notes),
    ...textsOf(source, notes, cases.placeOf),
    ...legalBasisOf(source, notes),
    ...(fees.none ? { none: ['fees'] } : {}),
    source: { title: source.title.slice(0, 500), ...(source.asOf ? { asOf: source.asOf.slice(0, 200) } : {}) },
  };
  return {
    procedure,
    ...(form ? { form } : {}),
    ...(process ? { process } : {}),
    origins: notes.origins,
    open: notes.open,
    tally: { limits: limits.count, fees: fees.count, papers: papers.count },
  };
};

const miss = (notes: Notes, at: string, vi: string, en: string, words?: string): void =>
  notes.leaveOpen(at, 'missing', open.missing(vi, en), true, words);

type Part<Name extends keyof DraftProcedure> = Pick<DraftProcedure, Name>;

const fieldOf = (field: Cited | undefined, notes: Notes): Part<'field'> => {
  if (!field || tidy(field.words) === '') {
    miss(notes, '/procedure/field', 'lĩnh vực', 'the field');
    return {};
  }
  notes.origin('/procedure/field', 'source', field.from, field.words);
  return { field: { code: idMaker()(field.words, 'field'), name: { vi: tidy(field.words) } } };
};

const levelsOf = ({ levels }: SourceProcedure, notes: Notes): Part<'levels'> => {
  const known = levels.flatMap((each) => {
    const level = levelOf(each.words);
    if (level) notes.origin('/procedure/levels', 'source', each.from, each.words);
    else notes.leaveOpen('/procedure/levels', 'level.unknown', open.level(each.words), false, each.words);
    return level ?? [];
  });
  if (known.length > 0) return { levels: [...new Set(known)] };
  miss(notes, '/procedure/levels', 'cấp thực hiện', 'the level');
  return {};
};

/** Sources name the authority in words; which unit of the province that is stays open. */
const authorityOf = ({ agency, receiving, coordinating = [] }: SourceProcedure, notes: Notes): Part<'authority'> => {
  if (agency) notes.origin('/procedure/authority/deciding', 'source', agency.from, agency.words);
  notes.leaveOpen(
    '/procedure/authority/deciding',
    'missing',
    open.missing('đơn vị giải quyết trong danh mục đơn vị của tỉnh', 'the deciding unit of the province'),
    true,
    agency?.words,
  );
  if (receiving) notes.origin('/procedure/authority/receiving', 'source', receiving.from, receiving.words);
  notes.leaveOpen(
    '/procedure/authority/receiving',
    'missing',
    open.missing('đơn vị tiếp nhận trong danh mục đơn vị của tỉnh', 'the receiving units of the province'),
    true,
    receiving?.words,
  );
  if (coordinating.length === 0) return {};
  for (const each of coordinating) notes.origin('/procedure/authority/coordinating', 'source', each.from, each.words);
  return { authority: { coordinating: coordinating.map(({ words }) => ({ name: { vi: tidy(words) } })) } };
};

const applicantsOf = (given: readonly Cited[], notes: Notes): Part<'applicants'> => {
  const known = given.flatMap((each): readonly Procedure['applicants'][number][] => {
    const applicant = applicantOf(each.words);
    if (applicant) notes.origin('/procedure/applicants', 'source', each.from, each.words);
    else notes.leaveOpen('/procedure/applicants', 'applicant.unknown', open.applicant(each.words), false, each.words);
    return applicant ? [applicant] : [];
  });
  if (known.length > 0) return { applicants: [...new Set(known)] };
  miss(notes, '/procedure/applicants', 'đối tượng thực hiện', 'who may apply');
  return {};
};

const channelsOf = ({ channels }: SourceProcedure, notes: Notes): Part<'channels'> => {
  const known = channels.flatMap((each) => {
    const channel = channelOf(each.words);
    if (channel) notes.origin('/procedure/channels', 'source', each.from, each.words);
    else notes.leaveOpen('/procedure/channels', 'channel.unknown', open.channel(each.words), false, each.words);
    return channel ?? [];
  });
  if (known.length > 0) return { channels: [...new Set(known)] };
  miss(notes, '/procedure/channels', 'cách thức thực hiện', 'the channels');
  return {};
};

const resultsOf = ({ results }: SourceProcedure, notes: Notes): Part<'results'> => {
  if (results.length === 0) {
    miss(notes, '/procedure/results', 'kết quả thực hiện', 'the result');
    return {};
  }
  const idOf = idMaker();
  notes.leaveOpen(
    '/procedure/results',
    'missing',
    open.missing('kết quả có phải là tệp ký số hay không', 'whether the result is a signed file'),
    true,
  );
  return {
    results: results.map((each, place): DraftResult => {
      notes.origin(`/procedure/results/${place}`, 'source', each.from, each.words);
      return {
        id: idOf(each.words, `result-${place + 1}`),
        name: { vi: tidy(each.words) },
        ...(each.code ? { code: each.code } : {}),
      };
    }),
  };
};

const textsOf = (
  { publicSteps, conditions }: SourceProcedure,
  notes: Notes,
  placeOf: (words: string | undefined) => { readonly cases?: string[] },
): Part<'publicSteps' | 'conditions'> => {
  for (const [place, each] of publicSteps.entries())
    notes.origin(`/procedure/publicSteps/${place}`, 'source', each.from, each.words);
  for (const [place, each] of conditions.entries())
    notes.origin(`/procedure/conditions/${place}`, 'source', each.from, each.words);
  return {
    ...(publicSteps.length > 0
      ? {
          publicSteps: publicSteps.slice(0, 100).map((step) => {
            const { cases } = placeOf(step.case);
            return { ...(cases ? { cases } : {}), text: { vi: tidy(step.words) } };
          }),
        }
      : {}),
    ...(conditions.length > 0 ? { conditions: conditions.slice(0, 50).map(({ words }) => ({ vi: tidy(words) })) } : {}),
  };
};

const legalBasisOf = ({ legalBasis }: SourceProcedure, notes: Notes): Part<'legalBasis'> => {
  const rows = legalBasis.map((each, place) => {
    notes.origin(`/procedure/legalBasis/${place}`, 'source', each.from, each.words);
    const [number] = LEGAL.exec(each.words) ?? [];
    const name = tidy(each.name ?? each.words);
    return {
      number: (number ?? tidy(each.words)).slice(0, 100),
      ...(number === undefined && name.length <= 100 ? {} : name === number ? {} : { name: { vi: name } }),
    };
  });
  if (rows.length > 0) return { legalBasis: rows.slice(0, 100) };
  miss(notes, '/procedure/legalBasis', 'căn cứ pháp lý', 'the legal basis');
  return {};
};
