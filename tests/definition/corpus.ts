import { readFileSync } from 'node:fs';
import { localDate } from '#engine/clock/index.ts';
import { loadRelease, noShared, parseJson, readDecisionFile, type Release } from '#engine/definition/index.ts';
import { checkAnswers, compileProcedureForm, type Answers } from '#engine/form/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { verifyRelease } from '#engine/verify/index.ts';

/** One bad input: how it is read, and what must be said about it. */
export interface BadInput {
  readonly file: string;
  readonly read: 'decision' | 'release' | 'verify' | 'answers';
  /** Exact, or a prefix that ends with a dot. Empty: nothing is wrong. */
  readonly code: string;
  /** The place, or its beginning. */
  readonly path: string;
  readonly about: string;
}

const folder = new URL('../corpus/bad/', import.meta.url);

export const badText = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

export const badInputs: readonly BadInput[] = JSON.parse(badText('index.json')) as readonly BadInput[];

interface ReleaseFile {
  readonly code: string;
  readonly number: number;
  readonly procedure: unknown;
  readonly form?: unknown;
  readonly process?: string;
  readonly templates?: Readonly<Record<string, string>>;
}

export const loadBadRelease = (text: string): Result<Release> => {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const { code, number, procedure, form, process, templates } = parsed.value as ReleaseFile;
  return loadRelease({
    code,
    number,
    procedureJson: procedure,
    ...(form === undefined ? {} : { formJson: form }),
    ...(process === undefined ? {} : { processXml: process }),
    ...(templates === undefined ? {} : { templates }),
  });
};

/** The release that the bad ones spoil. */
export const goodRelease = (): Release => {
  const loaded = loadBadRelease(badText('good-release.json'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};

/** Reads it the way the product does. */
export const refusalOf = async ({ file, read }: BadInput): Promise<readonly Problem[]> => {
  const text = badText(file);
  if (read === 'decision') return problemsOf(readDecisionFile(text));
  if (read === 'answers') return problemsOf(answersOf(text));
  const loaded = loadBadRelease(text);
  if (read === 'release' || !loaded.ok) return problemsOf(loaded);
  return (await verifyRelease(loaded.value, noShared)).filter(({ severity }) => severity === 'error');
};

const problemsOf = (result: Result<unknown>): readonly Problem[] => (result.ok ? [] : result.problems);

const answersOf = (text: string): Result<Answers> => {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const { procedure, form } = goodRelease();
  const compiled = compileProcedureForm(procedure, form, noShared);
  if (!compiled.ok) return fail(...compiled.problems);
  const checked = checkAnswers(compiled.value, {
    answers: parsed.value as Answers,
    channel: 'online',
    today: localDate('2021-07-01T02:00:00.000Z'),
  });
  return checked.ok ? ok(checked.value) : checked;
};
