import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRelease, type Release, type SharedDefinitions } from '#engine/definition/index.ts';
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
import { prepareSubject, verifyRelease, type Subject } from '#engine/verify/index.ts';
import { fillAnswers, movesOf, SOME_DAY } from '#engine/verify/reason/index.ts';
import { loadDefinitions } from '#seeds/index.ts';

/**
 * For any release that verifies without errors and any valid answers and outcomes: the dossier runs to
 * its end, no expression fails, no gateway is stuck, every fee can be told.
 */
const definitions = loadDefinitions();
const { shared } = definitions;
const releases = [...definitions.releases.values()];

/** The same numbers for the same seed. */
const random = (seed: number): ((count: number) => number) => {
  let state = (seed % 2_147_483_646) + 1;
  return (count) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.max(1, count);
  };
};

const one = <Item>(items: readonly Item[], pick: (count: number) => number): Item | undefined =>
  items[pick(items.length)];

/** A dossier that intake accepts, filled in at random; undefined when this seed made none. */
const dossierOf = (subject: Subject, pick: (count: number) => number): Facts | undefined => {
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
  const answers = fillAnswers(form, given, { pick, answers: () => pick(3) < often, shared });
  const facts = { ...given, answers: effectiveForm(form, { ...given, answers }).answers };
  if (validateAnswers(form, facts, shared).length > 0) return undefined;
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
const run = (subject: Subject, facts: Facts, pick: (count: number) => number): string | undefined => {
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
const troubles = (subject: Subject, facts: Facts, pick: (count: number) => number): readonly string[] => {
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

const holds = (subject: Subject, seed: number): boolean => {
  const pick = random(seed);
  const facts = dossierOf(subject, pick);
  if (!facts) return false;
  expect(troubles(subject, facts, pick), JSON.stringify(facts)).toEqual([]);
  return true;
};

describe('a release that verifies', () => {
  it.each(releases.map((release) => [`${release.code}/${release.number}`, release] as const))(
    '%s: every dossier runs to its end',
    async (_, release) => {
      const subject = await prepareSubject(release, shared, {});
      let dossiers = 0;
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (seed) => {
          if (holds(subject, seed)) dossiers += 1;
        }),
        { numRuns: 40 },
      );
      expect(dossiers).toBeGreaterThan(5);
    },
  );
});

type Json = Record<string, unknown>;

/** One small change somewhere in the release; most are faults, some are not. */
const mutate = (release: Release, pick: (count: number) => number): Release | undefined => {
  const procedure = structuredClone(release.procedure) as unknown as Json;
  const form = structuredClone(release.form) as unknown as Json | undefined;
  let process = release.process;
  const objects = (value: unknown, wanted: (object: Json) => boolean): Json[] => {
    if (typeof value !== 'object' || value === null) return [];
    const inner = Object.values(value).flatMap((each) => objects(each, wanted));
    return !Array.isArray(value) && wanted(value as Json) ? [value as Json, ...inner] : inner;
  };
  const text = (source: string): string => {
    const changes: ((source: string) => string)[] = [
      (each) => each.replace('!=', '='),
      (each) => each.replace(/(?<![!<>])=/, '!='),
      (each) => each.replace('<=', '<'),
      (each) => each.replace(/(\d+)/, (digits) => String(Number(digits) + 1)),
      (each) => each.replace('true', 'false'),
      (each) => `not(${each})`,
    ];
    return one(changes, pick)?.(source) ?? source;
  };
  switch (pick(6)) {
    case 0: {
      const question = one(
        objects(form, (each) => each.required === true),
        pick,
      );
      if (question) delete question.required;
      break;
    }
    case 1: {
      const row = one(
        [
          ...objects(form, (each) => typeof each.when === 'string'),
          ...objects(procedure, (each) => typeof each.when === 'string'),
        ],
        pick,
      );
      if (row) row.when = text(String(row.when));
      break;
    }
    case 2: {
      const row = one(
        objects(form, (each) => typeof each.when === 'string'),
        pick,
      );
      if (row) delete row.when;
      break;
    }
    case 3:
      process = process?.replace(/ default="[^"]*"/, '');
      break;
    case 4: {
      const conditions = process?.match(/(?<=tFormalExpression">)[^<]+/g) ?? [];
      const condition = one(conditions, pick);
      if (condition !== undefined) process = process?.replace(condition, text(condition));
      break;
    }
    default: {
      const fee = one(
        objects(procedure, (each) => typeof each.amount === 'string'),
        pick,
      );
      if (fee) fee.amount = `${String(fee.amount)} - 1000`;
    }
  }
  const loaded = loadRelease({
    code: release.code,
    number: release.number,
    procedureJson: procedure,
    ...(form ? { formJson: form } : {}),
    ...(process === undefined ? {} : { processXml: process }),
    templates: release.templates,
  });
  return loaded.ok ? loaded.value : undefined;
};

const verifies = async (release: Release, known: SharedDefinitions): Promise<boolean> =>
  !(await verifyRelease(release, known)).some(({ severity }) => severity === 'error');

describe('a release that was changed at random', () => {
  it('still runs every dossier to its end, when it still verifies', async () => {
    let clean = 0;
    let dossiers = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: releases.length - 1 }),
        fc.integer({ min: 1, max: 2_000_000_000 }),
        async (at, seed) => {
          const release = releases[at];
          const changed = release && mutate(release, random(seed));
          if (!changed || !(await verifies(changed, shared))) return;
          clean += 1;
          const subject = await prepareSubject(changed, shared, {});
          for (let run = 0; run < 12; run += 1) if (holds(subject, seed + run)) dossiers += 1;
        },
      ),
      { numRuns: 120 },
    );
    expect(clean).toBeGreaterThan(20);
    expect(dossiers).toBeGreaterThan(100);
  }, 120_000);
});
