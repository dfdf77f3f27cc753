import type { AppLoadContext } from '@remix-run/node';
import { formatDate } from '#app/i18n/format.ts';
import type { FormContext } from '#app/forms/form-context.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { listsOf } from '#app/server/intake/places.ts';
import { answerPages, type AnswerRow } from '#app/server/views/answer-rows.ts';
import {
  effectiveForm,
  type CompiledForm,
  type EffectiveForm,
  type Facts,
  type JsonObject,
} from '#engine/form/index.ts';
import type { Problem, Witness } from '#engine/result/index.ts';
import { replayWitness, type Replay, type Subject } from '#engine/verify/index.ts';
import { contentAt, elementOf, questionOf } from './place.ts';

export interface ExampleRow extends AnswerRow {
  /** The finding is about this answer. */
  readonly hot: boolean;
}

/** One page of the form with the example's answers in it. */
export interface ExampleForm {
  readonly page: string;
  readonly title: string;
  readonly pages: readonly { readonly id: string; readonly title: string }[];
  readonly schema: JsonObject;
  readonly uiSchema: JsonObject;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Pointers to the questions concerned that are on this page. */
  readonly marked: readonly string[];
  /** The question concerned is on no page with these answers. */
  readonly hidden: boolean;
  readonly context: FormContext;
}

export interface ExampleView {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly answers: readonly ExampleRow[];
  readonly refused: readonly Problem[];
}

/** A finding's witness, played: the engine's own word where it can be replayed. */
export interface Played {
  readonly witness: Witness;
  readonly replay: Replay;
}

/** A release too broken to be replayed shows the witness as it is told. */
export const play = (subject: Subject, witness: Witness): Replay | undefined => {
  try {
    return replayWitness(subject, witness);
  } catch {
    return undefined;
  }
};

/** Questions whose answers a finding turns on: the one it is about, and those that the condition at the place names. */
export const concernedQuestions = (subject: Subject, { path }: Problem): ReadonlySet<string> => {
  const { release } = subject;
  const { graph } = subject.process;
  const [own] = questionOf(path, release);
  const flows = graph?.nodes[graph.nodeOf[elementOf(path) ?? ''] ?? -1]?.outgoing ?? [];
  const written = /\/(when|value|amount|inputs|rules)(\/|$)/.test(path) ? (contentAt(path, release) ?? '') : '';
  const text = written + JSON.stringify(flows.map((index) => graph?.flows[index]?.condition?.code ?? null));
  const ids = subject.form.compiled?.pages.flatMap((page) => page.questions.map(({ id }) => id)) ?? [];
  const named = ids.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text));
  return new Set(own === undefined ? named : [own, ...named]);
};

export const exampleView = async (
  context: AppLoadContext,
  subject: Subject,
  { witness, replay }: Played,
  concerned: ReadonlySet<string>,
  locale: Locale,
): Promise<ExampleView> => {
  const form = subject.form.compiled;
  const answers = witness.answers ?? {};
  return {
    facts: factRows(subject, witness, replay.facts, locale),
    answers: form ? await answerRows(context, form, answers, concerned, locale) : plainRows(answers),
    refused: replay.refused,
  };
};

const plainRows = (answers: Readonly<Record<string, unknown>>): readonly ExampleRow[] =>
  Object.entries(answers).map(([label, value]) => ({ label, value: JSON.stringify(value), hot: false }));

const answerRows = async (
  context: AppLoadContext,
  form: CompiledForm,
  answers: Readonly<Record<string, unknown>>,
  concerned: ReadonlySet<string>,
  locale: Locale,
): Promise<readonly ExampleRow[]> => {
  const questions = form.pages.flatMap((page) => page.questions);
  const { lists, places } = await listsOf(context, questions, locale);
  const names = [...places, ...Object.values(lists).flat()];
  return Object.entries(answers).flatMap(([id, value]) =>
    answerPages(form, { [id]: value }, names, locale)
      .flatMap(({ rows }) => rows)
      .map((row) => ({ ...row, hot: concerned.has(id) })),
  );
};

const factRows = (
  { release: { procedure } }: Subject,
  witness: Witness,
  facts: Facts,
  locale: Locale,
): ExampleView['facts'] => {
  const { example: words } = officeTextsFor(locale).findings;
  const { common } = textsFor(locale);
  const one = (procedure.cases ?? []).find(({ id }) => id === witness.case);
  return [
    ...(one ? [{ label: words.case, value: pick(one.name, locale) }] : []),
    { label: words.channel, value: common.channels[facts.channel] },
    ...(facts.unit ? [{ label: words.level, value: common.levels[facts.unit.level] }] : []),
    ...(witness.applicant ? [{ label: words.applicant, value: words.applicants[witness.applicant] }] : []),
    ...(witness.today ? [{ label: words.today, value: formatDate(witness.today) }] : []),
  ];
};

/** The page asked for, else the one with a question concerned, else the first; nothing where nothing is asked. */
export const exampleForm = async (
  context: AppLoadContext,
  subject: Subject,
  facts: Facts,
  { path }: Problem,
  { asked, concerned }: { readonly asked: string | null; readonly concerned: ReadonlySet<string> },
  locale: Locale,
): Promise<ExampleForm | undefined> => {
  const form = subject.form.compiled;
  if (!form || form.foreign) return undefined;
  const effective: EffectiveForm = effectiveForm(form, facts);
  const ids = questionOf(path, subject.release);
  const [top] = ids;
  const withIt = effective.pages.find((page) => page.questionIds.some((id) => concerned.has(id)));
  const page = effective.pages.find(({ id }) => id === asked) ?? withIt ?? effective.pages[0];
  if (!page) return undefined;
  const compiled = form.pages.find(({ id }) => id === page.id);
  return {
    page: page.id,
    title: pick(page.title, locale),
    pages: effective.pages.map(({ id, title }) => ({ id, title: pick(title, locale) })),
    schema: page.schema,
    uiSchema: page.uiSchema,
    answers: Object.fromEntries(page.questionIds.map((id) => [id, effective.answers[id]])),
    marked: page.questionIds.filter((id) => concerned.has(id)).map((id) => `/${id === top ? ids.join('/') : id}`),
    hidden: top !== undefined && !effective.pages.some((one) => one.questionIds.includes(top)),
    context: { ...(await listsOf(context, compiled?.questions ?? [], locale)), heading: pick(page.title, locale) },
  };
};
