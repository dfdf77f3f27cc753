import type { CompiledExpression } from '#engine/expression/index.ts';
import type { Problem, Witness } from '#engine/result/index.ts';
import * as say from '../logic-messages.ts';
import {
  and,
  ask,
  not,
  solve,
  witnessOf,
  worldOfSubject,
  type Formula,
  type Place,
  type World,
} from '../reason/index.ts';
import type { Check, Subject } from '../subject.ts';

/** Every question can appear; what has a condition does not always; what is required on a condition can be. */
export const appearing: Check = {
  name: 'appearing',
  run: (subject) => {
    const form = subject.form.compiled;
    if (form?.kind !== 'pages' || form.generated) return [];
    const dead = new Set<string>();
    const pages = form.pages.flatMap((page, index): readonly Problem[] => {
      if (!page.when) return [];
      const world = worldOfSubject(subject, 'filling');
      if (!world) return [];
      const yes = world.translator.truth(page.when.code).yes;
      const path = `/form/pages/${index}`;
      const verdict = judge(world, true, yes);
      if (verdict === 'never') dead.add(path);
      return told(subject, verdict, `${path}/when`, page.title);
    });
    const places = [...(worldOfSubject(subject, 'filling')?.places.values() ?? [])];
    return [...pages, ...places.flatMap((place) => ofQuestion(subject, place, dead))];
  },
};

type Verdict = 'never' | 'always' | 'sometimes';

/** Whether the condition is ever, or always, true where it is asked. */
const judge = (world: World, where: Formula, yes: Formula): Verdict => {
  if (solve(world.table, [and(where, yes)]).verdict === 'unsat') return 'never';
  return solve(world.table, [and(where, not(yes))]).verdict === 'unsat' ? 'always' : 'sometimes';
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
  const { question, pointer, parent } = place;
  if ([...dead].some((path) => pointer.startsWith(`${path}/`))) return [];
  const { when, required } = question;
  const problems: Problem[] = [];
  if (when) {
    const world = worldFor(subject, place);
    if (!world) return [];
    const where = parent ? world.shown(parent) : pageShown(world, place);
    const verdict = judge(world, where, world.translator.truth(when.code).yes);
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
  const world = worldFor(subject, place);
  if (!world) return [];
  const yes = and(world.shown(place), world.translator.truth(required.code).yes);
  return solve(world.table, [yes]).verdict === 'unsat'
    ? [say.requiredNever(`${place.pointer}/required`, place.question.question.label)]
    : [];
};

const worldFor = (subject: Subject, { list }: Place): World | undefined =>
  worldOfSubject(subject, 'filling', list ? { item: list.key } : {});

/** Any dossier shows that it is not there. */
const anyDossier = (subject: Subject): Witness | undefined => {
  const world = worldOfSubject(subject, 'submitted');
  const found = world && ask(subject, world, [], () => true);
  return found?.verdict === 'shown' ? witnessOf(found.dossier) : undefined;
};
