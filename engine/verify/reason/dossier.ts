import { addDays, type LocalDate } from '#engine/clock/index.ts';
import type { Channel, Level, Procedure, SharedDefinitions } from '#engine/definition/index.ts';
import {
  possibleCases,
  scopeOf,
  validateAnswers,
  type Answers,
  type CompiledForm,
  type Facts,
  type ProcedureConditions,
} from '#engine/form/index.ts';
import type { Scope } from '#engine/expression/index.ts';
import { fillAnswers, plainest } from './fill-answers.ts';
import { fillForeign } from './fill-foreign.ts';
import type { Model } from './model.ts';
import { answerPath } from './places.ts';
import { sampleText } from './sample-text.ts';
import type { World } from './world.ts';
import { isOther, SOME_DAY } from './world.ts';
import { choiceKey, CHOICES } from './terms.ts';

/** A whole dossier for a model: all that conditions may look at. */
export interface Dossier {
  readonly facts: Facts;
  readonly scope: Scope;
}

export interface DossierContext {
  readonly form?: CompiledForm;
  readonly procedure: Procedure;
  readonly conditions?: ProcedureConditions;
  readonly shared: SharedDefinitions;
  readonly asOf?: LocalDate;
}

/**
 * Completes a model to a dossier that intake accepts: what the form asks besides gets the plainest
 * values. Undefined when the model turns out not to be one (what was only half understood).
 */
export const dossierOf = (
  world: World,
  model: Model,
  context: DossierContext,
  valid: 'wholly' | 'partly' = 'wholly',
): Dossier | undefined => {
  const { form, procedure, conditions, shared } = context;
  const given = factsOf(world, model, context);
  const complete = (facts: Facts): Facts =>
    form
      ? {
          ...facts,
          answers: form.foreign
            ? fillForeign(form.foreign.schema, facts.answers)
            : fillAnswers(form, facts, { ...plainest, shared }),
        }
      : facts;
  const isPossible = (facts: Facts, id: string | undefined): boolean =>
    possibleCases(procedure, conditions?.caseConditions ?? {}, facts).some((each) => each.id === id);
  const chosen = typeof model.discrete.get('case') === 'string';
  const tried = chosen || given.case === undefined ? [given.case] : (procedure.cases ?? []).map(({ id }) => id);
  for (const one of tried) {
    const facts = complete(one === undefined ? given : { ...given, case: one });
    if (valid === 'wholly' && form && validateAnswers(form, facts, shared).length > 0) continue;
    if (one === undefined || isPossible(facts, one)) return { facts, scope: scopeOf(facts) };
  }
  return undefined;
};

/** A first case that the other answers allow is taken where the model says none. */
const factsOf = (world: World, model: Model, { procedure, asOf }: DossierContext): Facts => {
  const text = (key: string): string | undefined => {
    const value = model.discrete.get(key);
    return typeof value === 'string' && !isOther(value) ? value : undefined;
  };
  const today = textOfDay(model, 'today') ?? asOf ?? SOME_DAY;
  const one = text('case') ?? procedure.cases?.[0]?.id;
  const level = text('unit.level') ?? procedure.authority.receiving[0]?.level ?? procedure.levels[0] ?? 'commune';
  const kind = text('applicant.kind');
  return {
    answers: answersOf(world, model),
    ...(one === undefined ? {} : { case: one }),
    channel: (text('channel') ?? procedure.channels[0] ?? 'counter') as Channel,
    unit: { code: text('unit.code') ?? procedure.authority.receiving[0]?.unit ?? 'H02', level: level as Level },
    applicant: { kind: kind === 'organisation' ? 'organisation' : 'citizen' },
    today,
  };
};

const textOfDay = (model: Model, key: string): LocalDate | undefined => {
  const day = model.numbers.get(key)?.value;
  return day === undefined ? undefined : addDays('1970-01-01', day);
};

/** The answers that the model speaks of, as they are submitted. */
const answersOf = (world: World, model: Model): Answers => {
  const answers: Record<string, unknown> = {};
  if (world.places.size === 0) putTyped(answers, model);
  for (const [key, { question }] of world.places) {
    const path = answerPath(key);
    if (!path || question.value) continue;
    const value = valueOf(world, model, key);
    if (value !== undefined && value !== null) put(answers, path, value);
  }
  return answers;
};

/** Forms from elsewhere: answers by the names that conditions read. */
const putTyped = (answers: Record<string, unknown>, model: Model): void => {
  for (const [key, value] of model.discrete)
    if (key.startsWith('form.') && value !== null)
      put(
        answers,
        key.slice(5).split('.'),
        typeof value === 'string' && isOther(value) ? `Nội dung ${value.slice(1)}` : value,
      );
  for (const [key, { value, sort }] of model.numbers)
    if (key.startsWith('form.') && model.discrete.get(`null:${key}`) !== true)
      put(answers, key.slice(5).split('.'), sort === 'date' ? textOfDay(model, key) : value);
};

const valueOf = (world: World, model: Model, key: string): unknown => {
  const place = world.places.get(key);
  if (!place || model.discrete.get(`null:${key}`) === true) return undefined;
  const { question, schema, options } = place.question;
  switch (question.type) {
    case 'number':
    case 'money':
      return model.numbers.get(key)?.value;
    case 'date':
      if (model.discrete.get(`partial:${key}`) === true) return '1990';
      return textOfDay(model, key);
    case 'choices': {
      const chosen = (options ?? [])
        .map(({ value }) => value)
        .filter((value) => model.discrete.get(choiceKey(`${CHOICES}${key}`, value)) === true);
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'repeat': {
      const count = model.numbers.get(`count:list:${key}`)?.value;
      return model.discrete.has(`null:${key}`) ? Array.from({ length: count ?? 1 }, () => ({})) : undefined;
    }
    default: {
      const value = model.discrete.get(key);
      return typeof value === 'string' && isOther(value) ? otherText(schema, Number(value.slice(1)), world) : value;
    }
  }
};

/** A text that no expression names; each stand-in has its own. */
const otherText = (schema: unknown, number: number, world: World): string | undefined => {
  const {
    pattern,
    minLength = 1,
    maxLength = 500,
  } = schema as {
    readonly pattern?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
  };
  if (pattern === undefined) return `Nội dung khai ${number}`.slice(-maxLength).trim().padEnd(minLength, 'x');
  const named = new Set(world.texts);
  let seed = number;
  return sampleText(
    pattern,
    minLength,
    maxLength,
    (count) => (seed = (seed * 31 + 7) % 9973) % count,
    (text) => !named.has(text),
  );
};

const put = (into: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) into[first] = value;
  else {
    const inner = (into[first] ??= {}) as Record<string, unknown>;
    put(inner, rest, value);
  }
};
