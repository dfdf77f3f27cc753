import { describeFee, describeLimit, type Paper, type Procedure, type Release } from '#engine/definition/browser.ts';
import type { Localized } from '#engine/result/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { channelsLine, feeLine, limitLine } from './limits.ts';

export interface PaperView {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  readonly only: string | null;
  readonly helpful: boolean;
  readonly database: string | null;
  readonly form: string | null;
  readonly note: string | null;
}

/** One paper, or several of which one is enough. */
export type PaperEntry = { readonly alternatives: readonly PaperView[] };

export type ProcedureView = ReturnType<typeof procedureView>;

const counts = (paper: Paper, locale: Locale): string => {
  const words = textsFor(locale).citizen.procedure;
  return [
    paper.originals ? words.originals(paper.originals) : '',
    paper.copies ? words.copies(paper.copies) : '',
    paper.certifiedCopies ? words.certified(paper.certifiedCopies) : '',
  ]
    .filter(Boolean)
    .join(', ');
};

const paperView = (paper: Paper, procedure: Procedure, locale: Locale): PaperView => {
  const { common, citizen } = textsFor(locale);
  const words = citizen.procedure;
  const say = (text: Localized): string => pick(text, locale);
  const conditions = [
    ...(paper.whenText ? [say(paper.whenText)] : []),
    ...(paper.cases ?? [])
      .map((id) => procedure.cases?.find((each) => each.id === id))
      .flatMap((found) => (found ? [words.onlyCase(say(found.name))] : [])),
    ...(paper.channels ?? []).map((channel) => words.onlyChannel(common.channels[channel])),
  ];
  return {
    id: paper.id,
    name: say(paper.name),
    count: counts(paper, locale),
    only: conditions.length > 0 ? words.only(conditions.join(', ')) : null,
    helpful: paper.required === false,
    database: paper.substitutableBy ? words.database(say(paper.substitutableBy.database)) : null,
    form: paper.template ? words.form(say(paper.template.name)) : null,
    note: paper.note ? say(paper.note) : null,
  };
};

/** Papers in the checklist's order, alternatives together where the first of them stands. */
const grouped = (papers: readonly Paper[], procedure: Procedure, locale: Locale): readonly PaperEntry[] => {
  const seen = new Set<string>();
  return papers.flatMap((paper): PaperEntry[] => {
    if (paper.oneOf === undefined) return [{ alternatives: [paperView(paper, procedure, locale)] }];
    if (seen.has(paper.oneOf)) return [];
    seen.add(paper.oneOf);
    return [
      {
        alternatives: papers
          .filter((each) => each.oneOf === paper.oneOf)
          .map((each) => paperView(each, procedure, locale)),
      },
    ];
  });
};

const isSpecial = (paper: Paper): boolean =>
  paper.oneOf === undefined &&
  (paper.when !== undefined ||
    paper.whenText !== undefined ||
    paper.cases !== undefined ||
    paper.channels !== undefined);

/** What a procedure's page says, in the reader's language: plain texts, nothing else of the release. */
export const procedureView = ({ procedure, number }: Pick<Release, 'procedure' | 'number'>, locale: Locale) => {
  const { common, citizen } = textsFor(locale);
  const words = citizen.procedure;
  const say = (text: Localized): string => pick(text, locale);
  const papers = procedure.checklist ?? [];
  const usual = papers.filter((paper) => !isSpecial(paper));
  const limit = limitLine(procedure, locale);
  const caseName = (id: string): string => {
    const found = procedure.cases?.find((each) => each.id === id);
    return found ? say(found.name) : id;
  };
  return {
    code: procedure.code,
    number,
    name: say(procedure.name),
    field: say(procedure.field.name),
    fieldVi: procedure.field.name.vi,
    levels: procedure.levels.map((level) => common.levels[level]).join(', '),
    description: procedure.description ? say(procedure.description) : null,
    deciding: say(procedure.authority.deciding.name),
    time: limit.text,
    timeDiffers: limit.differs,
    fee: feeLine(procedure, locale),
    channels: channelsLine(procedure, locale),
    online: procedure.channels.includes('online'),
    onlineLevel: procedure.onlineLevel ? (citizen.catalogue.onlineLevels[procedure.onlineLevel] ?? null) : null,
    sets: procedure.sets ?? null,
    submit: grouped(
      usual.filter((paper) => paper.kind === 'submit'),
      procedure,
      locale,
    ),
    present: grouped(
      usual.filter((paper) => paper.kind === 'present'),
      procedure,
      locale,
    ),
    special: grouped(papers.filter(isSpecial), procedure, locale),
    cases: (procedure.cases ?? []).map((each) => ({
      id: each.id,
      name: say(each.name),
      note: each.note ? say(each.note) : null,
    })),
    steps: (procedure.publicSteps ?? []).map((step) => ({
      text: say(step.text),
      cases: (step.cases ?? []).map(caseName),
    })),
    limits: procedure.timeLimits.map((row) => ({
      id: row.id,
      cases: row.cases ? row.cases.map(caseName).join(', ') : words.everyCase,
      where: [
        row.channels ? row.channels.map((channel) => common.channels[channel]).join(', ') : words.everyChannel,
        ...(row.levels ? [row.levels.map((level) => common.levels[level]).join(', ')] : []),
      ].join('; '),
      legal: say(describeLimit(row.legal)),
      promised: row.promised ? say(describeLimit(row.promised)) : null,
      notes: [...(row.excluded ?? []), ...(row.note ? [row.note] : [])].map(say),
    })),
    fees: (procedure.fees ?? []).map((fee) => ({
      id: fee.id,
      name: say(fee.name),
      amount: say(describeFee(fee)),
      due: words.due[fee.due],
      exempt: (fee.exempt ?? []).map((each) => words.exempt(say(each.reason))),
      note: fee.note ? say(fee.note) : null,
    })),
    conditions: (procedure.conditions ?? []).map(say),
    results: (procedure.results ?? []).map((result) => say(result.name)),
    law: procedure.legalBasis.map((basis) => ({
      number: basis.number,
      name: basis.name ? say(basis.name) : '',
      article: basis.article ?? '',
    })),
    source: procedure.source ? procedure.source.title : null,
  };
};
