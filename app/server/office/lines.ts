import {
  describeCopies,
  describeFee,
  describeLimit,
  type Paper,
  type Procedure,
  type Question,
  type Release,
} from '#engine/definition/browser.ts';
import type { Localized } from '#engine/result/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';

/** One paper, limit, fee or question of a release, as a line of text under an id that lives on in later releases. */
export interface Line {
  readonly id: string;
  readonly text: string;
}

export type LinePart = 'checklist' | 'time-limits' | 'fees' | 'form';

interface Speech {
  readonly say: (text: Localized) => string;
  readonly locale: Locale;
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

const caseNames = (procedure: Procedure, ids: readonly string[] | undefined, { say }: Speech): string | undefined =>
  ids
    ?.map((id) => {
      const found = procedure.cases?.find((each) => each.id === id);
      return found ? say(found.name) : id;
    })
    .join(', ');

const paperLine = (paper: Paper, procedure: Procedure, speech: Speech): string => {
  const { say, locale } = speech;
  const { citizen, common } = textsFor(locale);
  const words = officeTextsFor(locale).compare;
  const when = paper.whenText ? say(paper.whenText) : (paper.when ?? undefined);
  return joined(
    say(paper.name),
    say(describeCopies(paper)),
    paper.kind === 'present' ? citizen.procedure.present.toLowerCase() : undefined,
    caseNames(procedure, paper.cases, speech),
    paper.channels?.map((channel) => common.channels[channel]).join(', '),
    when === undefined ? undefined : words.whenText(when),
  );
};

const limitLines = (procedure: Procedure, speech: Speech): readonly Line[] => {
  const { say, locale } = speech;
  const { common, citizen } = textsFor(locale);
  const words = officeTextsFor(locale).compare;
  return procedure.timeLimits.map((row) => {
    const where = joined(
      caseNames(procedure, row.cases, speech) ?? citizen.procedure.everyCase,
      row.channels?.map((channel) => common.channels[channel]).join(', '),
      row.levels?.map((level) => common.levels[level]).join(', '),
    );
    const promised = row.promised ? `; ${words.promised(say(describeLimit(row.promised)))}` : '';
    return { id: row.id, text: `${where}: ${say(describeLimit(row.legal))}${promised}` };
  });
};

const questionLines = (questions: readonly Question[], speech: Speech, path = ''): readonly Line[] =>
  questions.flatMap((question) => {
    const id = `${path}${question.id}`;
    const words = officeTextsFor(speech.locale).compare;
    const required =
      question.required === true
        ? words.required
        : typeof question.required === 'string'
          ? `${words.required} ${words.whenText(question.required)}`
          : undefined;
    const options =
      'options' in question ? `(${question.options.map((option) => speech.say(option.label)).join(' / ')})` : '';
    const line = {
      id,
      text: joined(
        `${speech.say(question.label)} ${options}`.trim(),
        required,
        question.when === undefined ? undefined : words.whenText(question.when),
      ),
    };
    const inner =
      (question.type === 'group' || question.type === 'repeat') && question.questions
        ? questionLines(question.questions, speech, `${id}.`)
        : [];
    return [line, ...inner];
  });

/** The lines of one part of a release, in its order. Undefined: it cannot be told line by line (a form from elsewhere). */
export const linesOf = (part: LinePart, { procedure, form }: Release, locale: Locale): readonly Line[] | undefined => {
  const speech: Speech = { locale, say: (text) => pick(text, locale) };
  switch (part) {
    case 'checklist':
      return (procedure.checklist ?? []).map((paper) => ({ id: paper.id, text: paperLine(paper, procedure, speech) }));
    case 'time-limits':
      return limitLines(procedure, speech);
    case 'fees':
      return (procedure.fees ?? []).map((fee) => ({
        id: fee.id,
        text: `${speech.say(fee.name)}: ${speech.say(describeFee(fee))}`,
      }));
    case 'form':
      if (form === undefined) return [];
      return form.kind === 'pages' ? form.pages.flatMap((page) => questionLines(page.questions, speech)) : undefined;
  }
};
