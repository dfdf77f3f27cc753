import { expect } from 'vitest';
import { evaluate, type CompiledExpression } from '#engine/expression/index.ts';
import {
  effectiveCase,
  effectiveChecklist,
  effectiveFees,
  effectiveForm,
  scopeOf,
  validateAnswers,
  type CompiledQuestion,
  type Facts,
} from '#engine/form/index.ts';
import { startProcess, stepProcess, type ProcessTrace } from '#engine/process/index.ts';
import type { Subject } from '#engine/verify/index.ts';
import { fillAnswers, movesOf, SOME_DAY } from '#engine/verify/reason/index.ts';
import { random, type Pick } from '../mutation/random.ts';

export const one = <Item>(items: readonly Item[], pick: Pick): Item | undefined => items[pick(items.length)];

/** A dossier that intake accepts, filled in at random; undefined when this seed made none. */
const dossierOf = (subject: Subject, pick: Pick): Facts | undefined => {
  const { procedure } = subject.release;
  const form = subject.form.compiled;
  if (!form) return undefined;
  const place = one(procedure.authority.receiving, pick);
  const empty: Facts = {
    answers: {},
    channel: one(procedure.channels, pick) ?? 'counter',
    unit: { code: place?.unit ?? 'H02.1', level: place?.level ?? procedure.levels[0] ?? 'commune' },
    applicant: { kind: pick(2) === 0 ? 'citizen' : 'organisation' },
    today: SOME_DAY,
  };
  const chosen = one(procedure.cases ?? [], pick)?.id;
  const given: Facts = chosen === undefined ? empty : { ...empty, case: chosen };
  const often = pick(3);
  const answers = fillAnswers(form, given, { pick, answers: () => pick(3) < often, shared: subject.shared });
  const facts = { ...given, answers: effectiveForm(form, { ...given, answers }).answers };
  if (validateAnswers(form, facts, subject.shared).length > 0) return undefined;
  const conditions = subject.conditions?.ok ? subject.conditions.value.caseConditions : {};
  return effectiveCase(procedure, conditions, facts) === facts.case ? facts : undefined;
};

const expressionsOf = (questions: readonly CompiledQuestion[]): readonly CompiledExpression[] =>
  questions.flatMap(({ when, required, value, questions: inner = [] }) => [
    ...(when ? [when] : []),
    ...(typeof required === 'boolean' ? [] : [required]),
    ...(value ? [value] : []),
    ...expressionsOf(inner),
  ]);

const STEPS = 3000;

/** Carries the dossier on at random until it ends; gives what went wrong. */
const run = (subject: Subject, facts: Facts, pick: Pick): string | undefined => {
  const { graph } = subject.process;
  if (!graph) return 'no process';
  const context = { now: `${facts.today}T01:00:00.000Z`, scope: scopeOf(facts) };
  const stuck = (trace: readonly ProcessTrace[]): string | undefined =>
    trace.flatMap(({ type, element, code }) => (type === 'incident' ? [`${element} ${code ?? ''}`] : []))[0];
  const started = startProcess(graph, { type: 'start', variables: {} }, context);
  if (!started.ok) return JSON.stringify(started.problems);
  let { state } = started.value;
  const first = stuck(started.value.trace);
  if (first !== undefined) return first;
  for (let step = 0; step < STEPS; step += 1) {
    if (state.status === 'ended') return undefined;
    const move = one(movesOf(graph, state), pick);
    if (!move) return `nothing can happen: ${JSON.stringify(state.tokens)}`;
    const stepped = stepProcess(graph, state, move.input, context);
    if (!stepped.ok) continue;
    const found = stuck(stepped.value.trace);
    if (found !== undefined) return found;
    ({ state } = stepped.value);
  }
  return `not ended after ${STEPS} steps`;
};

/** What went wrong for one dossier of a release. */
const troubles = (subject: Subject, facts: Facts, pick: Pick): readonly string[] => {
  const conditions = subject.conditions?.ok ? subject.conditions.value : undefined;
  const { procedure } = subject.release;
  const form = subject.form.compiled;
  for (const expression of form ? form.pages.flatMap((page) => expressionsOf(page.questions)) : [])
    evaluate(expression, scopeOf(facts));
  effectiveChecklist(procedure, conditions?.paperConditions ?? {}, facts);
  const fees = effectiveFees(conditions?.fees ?? [], facts);
  const wrong = run(subject, facts, pick);
  return [
    ...(fees.ok ? [] : fees.problems.map(({ path, code }) => `${code} ${path}`)),
    ...(wrong === undefined ? [] : [wrong]),
  ];
};

/** Carries one dossier through, by the seed; false when the seed made no dossier. Fails where anything goes wrong. */
export const holds = (subject: Subject, seed: number): boolean => {
  const pick = random(seed);
  const facts = dossierOf(subject, pick);
  if (!facts) return false;
  expect(troubles(subject, facts, pick), JSON.stringify(facts)).toEqual([]);
  return true;
};
