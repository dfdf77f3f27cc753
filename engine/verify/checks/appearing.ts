import type { CompiledExpression } from '#engine/expression/index.ts';
import type { Problem, Witness } from '#engine/result/index.ts';
import { both, error, info } from '../describe.ts';
import { choice, fails, passes, question } from '../example.ts';
import * as say from '../logic-messages.ts';
import { ask, not, solve, witnessOf, worldOfSubject, type Formula, type Place, type World } from '../reason/index.ts';
import type { Check, Subject } from '../subject.ts';

/** Every question can appear; what has a condition does not always; what is required on a condition can be. */
export const appearing: Check = {
  name: 'appearing',
  part: 'form',
  proves: both(
    'Mọi câu hỏi đều có thể hiện ra; điều kiện nào cũng có lúc đúng, lúc sai.',
    'Every question can appear; each condition is true for some and false for others.',
  ),
  findings: {
    'form.question.never-shown': error('Câu hỏi không bao giờ hiện ra.', 'A question never appears.'),
    'form.question.always-shown': info('Điều kiện luôn đúng.', 'A condition always holds.'),
    'form.question.required-never': error(
      'Điều kiện bắt buộc không bao giờ đúng.',
      'A requiring condition never holds.',
    ),
  },
  examples: [
    passes('Hiện khi chọn a', 'Shown for a', {
      questions: [choice('kind', 'a b'), question('why', 'text', { when: 'form.kind = "a"' })],
    }),
    fails('form.question.never-shown', 'Vừa a vừa b', 'Both a and b', {
      questions: [choice('kind', 'a b'), question('why', 'text', { when: 'form.kind = "a" and form.kind = "b"' })],
    }),
    fails('form.question.always-shown', 'Là a hoặc không phải a', 'a, or not a', {
      questions: [choice('kind', 'a b'), question('why', 'text', { when: 'form.kind = "a" or form.kind != "a"' })],
    }),
    fails('form.question.required-never', 'Hiện khi a, bắt buộc khi b', 'Shown for a, required for b', {
      questions: [
        choice('kind', 'a b'),
        question('why', 'text', { when: 'form.kind = "a"', required: 'form.kind = "b"' }),
      ],
    }),
  ],
  run: (subject) => {
    const form = subject.form.compiled;
    if (form?.kind !== 'pages' || form.generated) return [];
    const dead = new Set<string>();
    const pages = form.pages.flatMap((page, index): readonly Problem[] => {
      const { when } = page;
      if (!when) return [];
      const path = `/form/pages/${index}`;
      const verdict = judge(subject, undefined, (world) => ({
        where: true,
        yes: world.translator.truth(when.code).yes,
      }));
      if (verdict === 'never') dead.add(path);
      return told(subject, verdict, `${path}/when`, page.title);
    });
    const places = [...(worldOfSubject(subject, 'filling')?.places.values() ?? [])];
    return [...pages, ...places.flatMap((place) => ofQuestion(subject, place, dead))];
  },
  fix: ({ code, path }) => {
    if (code === 'form.question.always-shown')
      return { label: both('Bỏ điều kiện.', 'Remove the condition.'), edits: [{ remove: path }] };
    return code === 'form.question.required-never'
      ? { label: both('Ghi là không bắt buộc.', 'Say that it is not required.'), edits: [{ set: path, to: false }] }
      : undefined;
  },
};

type Verdict = 'never' | 'always' | 'sometimes';

/** A condition, and where it is asked. */
type Question = (world: World) => { readonly where: Formula; readonly yes: Formula };

const canBe = (world: World, ...formulas: readonly Formula[]): boolean =>
  solve(world.table, formulas).verdict !== 'unsat';

/**
 * Whether the condition is ever, or always, true where it is asked. What only appears as long as some
 * required answer is missing never comes to anything, so `never` is asked of complete answers.
 */
const judge = (subject: Subject, list: Place | undefined, question: Question): Verdict => {
  const [submitted, filling] = [worldFor(subject, 'submitted', list), worldFor(subject, 'filling', list)];
  if (!submitted || !filling) return 'sometimes';
  const complete = question(submitted);
  if (!canBe(submitted, complete.where, complete.yes) && canBe(submitted, complete.where)) return 'never';
  const { where, yes } = question(filling);
  if (!canBe(filling, where, yes)) return 'never';
  return canBe(filling, where, not(yes)) ? 'sometimes' : 'always';
};

const told = (
  subject: Subject,
  verdict: Verdict,
  path: string,
  label: Place['question']['question']['label'],
): readonly Problem[] => {
  if (verdict === 'never') return [say.neverShown(path, label, anyDossier(subject))];
  return verdict === 'always' ? [say.alwaysShown(path, label)] : [];
};

const ofQuestion = (subject: Subject, place: Place, dead: Set<string>): readonly Problem[] => {
  const { question, pointer, parent, list } = place;
  if ([...dead].some((path) => pointer.startsWith(`${path}/`))) return [];
  const { when, required } = question;
  const problems: Problem[] = [];
  if (when) {
    const verdict = judge(subject, list, (world) => ({
      where: parent ? world.shown(parent) : pageShown(world, place),
      yes: world.translator.truth(when.code).yes,
    }));
    if (verdict === 'never') dead.add(pointer);
    problems.push(...told(subject, verdict, `${pointer}/when`, question.question.label));
    if (verdict === 'never') return problems;
  }
  if (typeof required !== 'boolean') problems.push(...ofRequired(subject, place, required));
  return problems;
};

const pageShown = (world: World, { page }: Place): Formula =>
  page.when ? world.translator.truth(page.when.code).yes : true;

const ofRequired = (subject: Subject, place: Place, required: CompiledExpression): readonly Problem[] => {
  const world = worldFor(subject, 'filling', place.list);
  return world && !canBe(world, world.shown(place), world.translator.truth(required.code).yes)
    ? [say.requiredNever(`${place.pointer}/required`, place.question.question.label)]
    : [];
};

const worldFor = (subject: Subject, stage: 'filling' | 'submitted', list: Place | undefined): World | undefined =>
  worldOfSubject(subject, stage, list ? { item: list.key } : {});

/** Any dossier shows that it is not there. */
const anyDossier = (subject: Subject): Witness | undefined => {
  const world = worldOfSubject(subject, 'submitted');
  const found = world && ask(subject, world, [], () => true);
  return found?.verdict === 'shown' ? witnessOf(found.dossier) : undefined;
};
