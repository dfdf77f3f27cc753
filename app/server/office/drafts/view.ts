import { describeLimit } from '#engine/definition/browser.ts';
import { openKey, type ImportedDraft, type Origin } from '#engine/import/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';

export interface DraftRow {
  readonly part: string;
  readonly value: string;
  readonly origins: readonly Origin[];
  readonly more: number;
}

const SHOWN = 3;

/** Every value of a draft, a line each, with the places it came from. */
export const draftRows = (draft: ImportedDraft, locale: Locale): readonly DraftRow[] => {
  const words = officeTextsFor(locale).drafts;
  const { common } = textsFor(locale);
  const { procedure } = draft;
  const rows: DraftRow[] = [];
  const add = (part: keyof typeof words.parts, value: string, at: string, whole = false): void => {
    const found = draft.origins.filter((origin) => origin.at === at || (whole && origin.at.startsWith(`${at}/`)));
    const general = found.length > 0 ? found : draft.origins.filter((origin) => at.startsWith(`${origin.at}/`));
    rows.push({
      part: words.parts[part],
      value,
      origins: general.slice(0, SHOWN),
      more: Math.max(0, general.length - SHOWN),
    });
  };
  if (procedure.code !== undefined) add('code', procedure.code, '/procedure/code');
  if (procedure.name) add('name', procedure.name.vi, '/procedure/name');
  if (procedure.field) add('field', procedure.field.name.vi, '/procedure/field');
  if (procedure.levels)
    add('levels', procedure.levels.map((level) => common.levels[level]).join(', '), '/procedure/levels');
  const { deciding, receiving } = procedure.authority ?? {};
  if (deciding) add('authority', deciding.name.vi, '/procedure/authority/deciding');
  if (receiving)
    add(
      'authority',
      receiving
        .map((each) => (each.level ? words.fields.receivingLevel(common.levels[each.level]) : (each.unit ?? '')))
        .join(', '),
      '/procedure/authority/receiving',
    );
  if (procedure.applicants)
    add('applicants', procedure.applicants.map((each) => words.applicants[each]).join(', '), '/procedure/applicants');
  if (procedure.channels)
    add('channels', procedure.channels.map((each) => common.channels[each]).join(', '), '/procedure/channels');
  const caseName = (id: string): string => procedure.cases?.find((each) => each.id === id)?.name.vi ?? id;
  const place = ({
    cases = [],
    channels = [],
  }: {
    cases?: readonly string[];
    channels?: readonly ('counter' | 'online' | 'post')[];
  }): string =>
    [...cases.map(caseName), ...channels.map((each) => common.channels[each])].map((each) => ` · ${each}`).join('');
  for (const [at, each] of (procedure.timeLimits ?? []).entries())
    add('timeLimits', `${pick(describeLimit(each.legal), locale)}${place(each)}`, `/procedure/timeLimits/${at}`);
  for (const [at, each] of (procedure.fees ?? []).entries())
    add(
      'fees',
      `${each.name.vi}: ${typeof each.amount === 'number' ? each.amount.toLocaleString('vi-VN') : '…'} ${each.unit?.vi ?? 'đồng'}${place(each)}`,
      `/procedure/fees/${at}`,
    );
  if (procedure.none?.includes('fees')) add('fees', words.noneFees, '/procedure/none');
  for (const [at, each] of (procedure.checklist ?? []).entries())
    add(
      'checklist',
      `${each.name.vi}${each.whenText ? ` · ${each.whenText.vi}` : ''}${place(each)}`,
      `/procedure/checklist/${at}`,
    );
  for (const [at, each] of (procedure.results ?? []).entries())
    add('results', [each.name.vi, each.code].filter(Boolean).join(' · '), `/procedure/results/${at}`);
  for (const [at, each] of (procedure.publicSteps ?? []).entries())
    add('publicSteps', each.text.vi, `/procedure/publicSteps/${at}`);
  for (const [at, each] of (procedure.conditions ?? []).entries())
    add('conditions', each.vi, `/procedure/conditions/${at}`);
  for (const part of procedure.none ?? []) if (part !== 'fees') add('none', words.parts[part], `/procedure/${part}`);
  for (const [at, each] of (procedure.legalBasis ?? []).entries())
    add('legalBasis', [each.number, each.name?.vi].filter(Boolean).join(' – '), `/procedure/legalBasis/${at}`);
  if (draft.form?.kind === 'pages')
    add('form', words.questions(draft.form.pages.reduce((sum, page) => sum + page.questions.length, 0)), '/form', true);
  if (draft.process !== undefined) add('process', words.processMade, '/process', true);
  return rows;
};

export const openPoints = (draft: ImportedDraft) =>
  draft.open
    .map((point) => ({ ...point, key: openKey(point) }))
    .sort((left, right) => Number(right.blocks) - Number(left.blocks));
