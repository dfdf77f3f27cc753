import type { Paper } from '#engine/definition/index.ts';
import type { Cases } from './make-cases.ts';
import { open } from './messages.ts';
import type { Notes } from './notes.ts';
import { foldTidy, idMaker, tidy } from './numbers.ts';
import type { SourcePaper } from './source.ts';
import type { Count } from './types.ts';
import { channelsOnly, isEveryCase } from './vocabulary.ts';

/** Papers (thành phần hồ sơ). A paper states a value when the source says how many originals or copies. */
export const makePapers = (
  given: readonly SourcePaper[],
  cases: Cases,
  notes: Notes,
): { readonly rows: Paper[]; readonly count: Count } => {
  const idOf = idMaker();
  const groupOf = idMaker();
  const groups = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const { group } of given) if (group) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const count = { stated: 0, structured: 0, conditional: 0, silent: 0 };
  const rows = given.map((each, place): Paper => {
    const at = `/procedure/checklist/${place}`;
    const when = each.when === undefined ? undefined : tidy(each.when);
    const channels = each.channels ?? (when === undefined ? undefined : channelsOnly(when));
    const where = cases.placeOf(each.case ?? when, channels);
    const words = when !== undefined && !channels && !where.cases && !isEveryCase(when) ? when : undefined;
    if (each.group && (sizes.get(each.group) ?? 0) > 1 && !groups.has(each.group))
      groups.set(each.group, groupOf(each.group, `group-${groups.size + 1}`));
    const oneOf = each.group === undefined ? undefined : groups.get(each.group);
    notes.origin(at, 'source', each.from, each.words);
    if (each.originals === undefined && each.copies === undefined) {
      count.silent += 1;
      notes.leaveOpen(at, 'paper.quantity', open.paperQuantity(), false, each.words);
    } else {
      count.stated += 1;
      count.structured += 1;
    }
    if (words !== undefined) {
      count.conditional += 1;
      notes.leaveOpen(`${at}/when`, 'paper.condition', open.paperCondition(), false, words);
    }
    return {
      id: idOf(each.words, `paper-${place + 1}`),
      name: { vi: tidy(each.words) },
      kind: each.present ? 'present' : 'submit',
      ...(each.originals === undefined ? {} : { originals: each.originals }),
      ...(each.copies === undefined ? {} : { copies: each.copies }),
      ...where,
      ...(words === undefined ? {} : { whenText: { vi: words }, required: false }),
      ...(oneOf === undefined ? {} : { oneOf }),
      ...(each.replacedBy ? { substitutableBy: { database: { vi: tidy(each.replacedBy) } } } : {}),
      ...(each.template ? { template: { name: { vi: tidy(each.template) } } } : {}),
      ...(each.note ? { note: { vi: tidy(each.note) } } : {}),
    };
  });
  return { rows, count };
};

const COUNTS = /(\d+)\s*bản\s*(chính|sao)/giu;

/** `1 bản chính`, `01 bản chính, 01 bản sao` → how many of each; `0 bản chính` says nothing. */
export const readCopies = (words: string): Pick<SourcePaper, 'originals' | 'copies'> => {
  const counts: { originals?: number; copies?: number } = {};
  for (const [, number, kind] of words.matchAll(COUNTS)) {
    const value = Number(number);
    if (value === 0 || value > 100) continue;
    if (foldTidy(kind ?? '') === 'chinh') counts.originals = value;
    else counts.copies = value;
  }
  return counts;
};
