import type { LocalDate } from '#engine/clock/index.ts';
import type { Procedure } from '#engine/definition/index.ts';
import { dayNumber, type ExpressionCode, type FeelType, type TypeEnvironment } from '#engine/expression/index.ts';
import type { CompiledForm, ProcedureConditions } from '#engine/form/index.ts';
import { and, implies, isOneOf, not, type Formula, type Value } from './formula.ts';
import { placesOf, type Place } from './places.ts';
import { missingWhen, requiredWhen, shownWhen, termsOfQuestion, type FormReading } from './question-terms.ts';
import { discrete, newTable, numeric, type NumberVariable, type Sort, type Table } from './table.ts';
import { NULL, variableOf, type Guarded } from './terms.ts';
import { translator } from './translate.ts';
import type { Translator } from './translator.ts';

/** What a release is reasoned about with. */
export interface WorldOptions {
  readonly environment: TypeEnvironment;
  readonly form?: CompiledForm;
  readonly procedure?: Procedure;
  readonly conditions?: ProcedureConditions;
  /**
   * `filling`: anything may still be missing. `submitted`: the answers were checked, the case chosen,
   * the unit known.
   */
  readonly stage: 'filling' | 'submitted';
  /** Whether a step's outcome is there; absent: it may be missing. */
  readonly outcome?: (task: string) => 'there' | 'missing' | 'unsure';
  /** What business rule tasks have kept: a table by the variable's name, and whether it surely was decided before. */
  readonly results?: Readonly<Record<string, { readonly table: ExpressionCode; readonly sure: boolean }>>;
  /** The list whose entries `item` speaks of. */
  readonly item?: string;
  /** Texts that the expressions compare with: see `textsIn`. */
  readonly texts: readonly string[];
  readonly asOf?: LocalDate;
}

/** The variables of one question about a release, and how its expressions read. */
export interface World {
  readonly table: Table;
  readonly translator: Translator;
  readonly places: ReadonlyMap<string, Place>;
  /** Texts that expressions compare with. */
  readonly texts: readonly string[];
  /** When the question is shown. */
  shown(place: Place): Formula;
  missing(place: Place): Formula;
  required(place: Place): Formula;
}

/** A day on which no form of today is out of date, where none is given. */
export const SOME_DAY = '2026-01-05';

/** Texts not compared with anywhere: enough of them for as many variables to differ. */
const OTHERS = 12;
export const isOther = (text: string): boolean => text.startsWith('\u0001');
const others: readonly string[] = Array.from({ length: OTHERS }, (_, index) => `\u0001${index + 1}`);

/** Written texts of an operator tree. */
export const textsIn = (code: unknown, found: Set<string> = new Set()): Set<string> => {
  if (!Array.isArray(code)) return found;
  if (code[0] === 'lit' && typeof code[1] === 'string') found.add(code[1]);
  else code.forEach((part) => textsIn(part, found));
  return found;
};

const SORTS: Readonly<Record<string, Sort>> = { number: 'number', date: 'date', 'date-time': 'date-time' };

export const worldOf = (options: WorldOptions): World => {
  const { environment, form, stage, texts } = options;
  const table = newTable();
  const places = form && form.kind === 'pages' ? placesOf(form) : new Map<string, Place>();
  const foreign = form?.foreign?.schema;
  const first = dayNumber(options.asOf ?? SOME_DAY) ?? 0;
  const today = (): number =>
    numeric(table, { key: 'today', sort: 'date', integer: true, minimum: first, maximum: first + 36_525 });

  const self: Translator = translator(table, (path) => resolve(path));
  const reading: FormReading = { table, translator: self, submitted: stage === 'submitted', texts, others, today };

  const resolve = (path: readonly string[]): readonly Guarded[] | undefined => {
    const [root, ...rest] = path;
    if (root === 'today' && rest.length === 0) return [{ when: true, term: variableOf(today(), 'date') }];
    if (root === 'form' && places.size > 0) {
      if (rest.length === 0) return [{ when: true, term: { is: 'opaque', key: 'form' } }];
      const place = places.get(path.join('.'));
      return place ? termsOfQuestion(reading, place) : undefined;
    }
    if (root === 'item' && options.item !== undefined) {
      const place = places.get(`${options.item}[].${rest.join('.')}`);
      return place ? termsOfQuestion(reading, place) : undefined;
    }
    const result = rest.length === 0 && root !== undefined ? options.results?.[root] : undefined;
    if (result && root !== undefined) return termsOfResult(root, result);
    return typed(path);
  };

  const termsOfResult = (
    name: string,
    { table: code, sure }: { readonly table: ExpressionCode; readonly sure: boolean },
  ): readonly Guarded[] => {
    const done = sure || isOneOf(discrete(table, `done:${name}`, [true, false]), true);
    return [
      { when: not(done), term: NULL },
      ...self.terms(code).map(({ when, term }) => ({ when: and(done, when), term })),
    ];
  };

  const typed = (path: readonly string[]): readonly Guarded[] | undefined => {
    const type = typeAt(environment, path);
    return type && termsOfType(path.join('.'), narrowed(path, type));
  };

  /** What is known at this stage beyond the declared type. */
  const narrowed = (path: readonly string[], type: FeelType): FeelType => {
    const [root, second] = path;
    const there = (): FeelType => ({ ...type, nullable: false }) as FeelType;
    if (root === 'outcome' && second !== undefined && path.length === 2) {
      const known = options.outcome?.(second) ?? 'unsure';
      return known === 'there' ? there() : known === 'missing' ? { kind: 'null' } : type;
    }
    if (stage !== 'submitted') return type;
    if (root === 'form' && foreign) return isRequired(foreign, path.slice(1)) ? there() : type;
    if (root === 'case') return (options.procedure?.cases?.length ?? 0) > 0 ? there() : { kind: 'null' };
    if (root === 'unit' || root === 'applicant') return there();
    return type;
  };

  const termsOfType = (key: string, type: FeelType): readonly Guarded[] | undefined => {
    if (type.kind === 'null') return [{ when: true, term: NULL }];
    const isNull = 'nullable' in type && type.nullable === true;
    const sort = SORTS[type.kind];
    if (sort !== undefined) return numberTerms(key, sort, type, isNull);
    switch (type.kind) {
      case 'boolean':
        return discreteTerms(key, isNull ? [true, false, null] : [true, false]);
      case 'string': {
        const values = levelsOf(key, options.procedure) ?? type.values ?? [...texts, ...others];
        return discreteTerms(key, isNull ? [...values, null] : values);
      }
      case 'context':
      case 'list': {
        if (!isNull) return [{ when: true, term: { is: 'opaque', key: `${type.kind}:${key}` } }];
        const missing = isOneOf(discrete(table, `null:${key}`, [true, false]), true);
        return [
          { when: missing, term: NULL },
          { when: not(missing), term: { is: 'opaque', key: `${type.kind}:${key}` } },
        ];
      }
      default:
        return undefined;
    }
  };

  const numberTerms = (key: string, sort: Sort, type: FeelType, isNull: boolean): readonly Guarded[] => {
    const limits: Partial<NumberVariable> =
      type.kind === 'number'
        ? {
            integer: type.integer === true,
            ...(type.minimum === undefined ? {} : { minimum: type.minimum }),
            ...(type.maximum === undefined ? {} : { maximum: type.maximum }),
          }
        : { integer: sort === 'date' };
    const term = variableOf(numeric(table, { key, sort, integer: false, ...limits }), sort);
    if (!isNull) return [{ when: true, term }];
    const missing = isOneOf(discrete(table, `null:${key}`, [true, false]), true);
    return [
      { when: missing, term: NULL },
      { when: not(missing), term },
    ];
  };

  const discreteTerms = (key: string, values: readonly Value[]): readonly Guarded[] => {
    const of = discrete(table, key, values, (index) => {
      if (key === 'case' && stage === 'submitted') relateCases(index);
    });
    return [
      { when: isOneOf(of, null), term: NULL },
      { when: not(isOneOf(of, null)), term: { is: 'variable', of } },
    ];
  };

  /** A case with a condition is taken only when it holds. */
  const relateCases = (of: number): void => {
    for (const [id, condition] of Object.entries(options.conditions?.caseConditions ?? {}))
      table.constraints.push(implies(isOneOf(of, id), self.truth(condition.code).yes));
  };

  return {
    table,
    translator: self,
    places,
    texts,
    shown: (place) => shownWhen(reading, place),
    missing: (place) => missingWhen(reading, place),
    required: (place) => requiredWhen(reading, place),
  };
};

const typeAt = (environment: TypeEnvironment, path: readonly string[]): FeelType | undefined => {
  const [root = '', ...rest] = path;
  let type: FeelType | undefined = Object.hasOwn(environment, root) ? environment[root] : undefined;
  let isNull = false;
  for (const name of rest) {
    if (type?.kind !== 'context' || !Object.hasOwn(type.fields, name)) return undefined;
    isNull ||= type.nullable === true;
    type = type.fields[name];
  }
  return type && isNull && type.kind !== 'null' ? { ...type, nullable: true } : type;
};

/** Whether a schema from elsewhere asks for the answer, and for all that it stands in. */
const isRequired = (schema: unknown, path: readonly string[]): boolean => {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  const { required, properties } = (schema ?? {}) as {
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, unknown>>;
  };
  return Array.isArray(required) && required.includes(name) && isRequired(properties?.[name], rest);
};

/** Levels at which the procedure is taken in. */
const levelsOf = (key: string, procedure: Procedure | undefined): readonly string[] | undefined => {
  if (key !== 'unit.level' || !procedure) return undefined;
  const levels = procedure.authority.receiving.map(({ level }) => level);
  return levels.every((level) => level !== undefined) ? [...new Set(levels)] : undefined;
};

/** The code of an expression, for the texts in it. */
export const textsOfCodes = (codes: readonly ExpressionCode[]): readonly string[] => {
  const found = new Set<string>();
  for (const code of codes) textsIn(code, found);
  return [...found];
};
