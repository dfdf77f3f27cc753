import { dayNumber } from '#engine/expression/index.ts';
import { matchesSchema } from '#engine/form/index.ts';
import { and, atMost, implies, isOneOf, not, or, type Formula, type Value } from './formula.ts';
import { isLeaf, leavesOf, type Place } from './places.ts';
import { discrete, numeric, type Table } from './table.ts';
import { CHOICES, choiceKey, NULL, variableOf, type Guarded } from './terms.ts';
import type { Translator } from './translator.ts';

/** What the form itself says about its answers: which can be there at once. */
export interface FormReading {
  readonly table: Table;
  readonly translator: Translator;
  /** Answers have been checked: what is shown and required is answered. */
  readonly submitted: boolean;
  /** Texts that expressions compare with, and stand-ins for all others. */
  readonly texts: readonly string[];
  readonly others: readonly string[];
  readonly today: () => number;
}

/** When a question is shown: its page, what it stands in, and itself. */
export const shownWhen = ({ translator }: FormReading, place: Place): Formula => {
  const conditions: Formula[] = [];
  for (let at: Place | undefined = place; at; at = at.parent)
    if (at.question.when) conditions.unshift(translator.truth(at.question.when.code).yes);
  if (place.page.when) conditions.unshift(translator.truth(place.page.when.code).yes);
  return and(...conditions);
};

/** When an answer is missing. */
export const missingWhen = (reading: FormReading, place: Place): Formula => {
  if (place.question.question.type !== 'repeat' && !isLeaf(place))
    return and(...leavesOf(place).map((leaf) => missingWhen(reading, leaf)));
  return or(...termsOfQuestion(reading, place).flatMap(({ when, term }) => (term.is === 'null' ? [when] : [])));
};

export const requiredWhen = ({ translator }: FormReading, { question }: Place): Formula => {
  if (question.question.type === 'computed') return false;
  const { required } = question;
  return typeof required === 'boolean' ? required : translator.truth(required.code).yes;
};

const isFrame = ({ question }: CompiledPlace): boolean =>
  question.question.type === 'group' && question.question.required === undefined;
type CompiledPlace = Pick<Place, 'question'>;

/** When something of a group is there, so that its required parts must be. */
const presentWhen = (reading: FormReading, place: Place): Formula => {
  const { parent, list } = place;
  if (!parent || parent === list) return true;
  const around = presentWhen(reading, parent);
  if (isFrame(parent)) return around;
  const present = isOneOf(discrete(reading.table, `present:${parent.key}`, [true, false]), true);
  const required = requiredWhen(reading, parent);
  return and(around, or(present, required));
};

/** Said once for each answer: hidden is missing, shown and required is there. */
const relate = (reading: FormReading, place: Place, missing: Formula): void => {
  const { table, submitted } = reading;
  const shown = shownWhen(reading, place);
  table.constraints.push(implies(not(shown), missing));
  const { parent, list } = place;
  if (parent && parent !== list && !isFrame(parent))
    table.constraints.push(or(missing, isOneOf(discrete(table, `present:${parent.key}`, [true, false]), true)));
  if (!submitted) return;
  const required =
    place.question.question.type === 'repeat' && (place.question.question.minItems ?? 0) > 0
      ? true
      : requiredWhen(reading, place);
  if (required === false) return;
  table.constraints.push(implies(and(shown, required, presentWhen(reading, place)), not(missing)));
};

/** The value of a question's answer; the first time also what the form says of it. */
export const termsOfQuestion = (reading: FormReading, place: Place): readonly Guarded[] => {
  const { table, translator } = reading;
  const { key, question } = place;
  if (question.value) {
    const shown = shownWhen(reading, place);
    return [
      { when: not(shown), term: NULL },
      ...translator.terms(question.value.code).map(({ when, term }) => ({ when: and(shown, when), term })),
    ];
  }
  if (question.questions && question.question.type !== 'repeat') {
    const missing = missingWhen(reading, place);
    return [
      { when: missing, term: NULL },
      { when: not(missing), term: { is: 'opaque', key: `group:${key}` } },
    ];
  }
  const definition = question.question;
  switch (definition.type) {
    case 'number':
    case 'money':
      return numberTerms(reading, place);
    case 'date':
      return dateTerms(reading, place);
    case 'yes-no':
      return discreteTerms(reading, place, [true, false, null]);
    case 'declaration':
      return discreteTerms(reading, place, [true, null]);
    case 'choices':
      return choicesTerms(reading, place);
    case 'repeat':
    case 'file': {
      const prefix = definition.type === 'repeat' ? 'list' : 'file';
      const missing = isOneOf(
        discrete(table, `null:${key}`, [true, false], (of) => {
          relate(reading, place, isOneOf(of, true));
        }),
        true,
      );
      if (definition.type === 'repeat')
        numeric(table, {
          key: `count:list:${key}`,
          sort: 'number',
          integer: true,
          minimum: Math.max(1, definition.minItems ?? 0),
          maximum: definition.maxItems,
        });
      return [
        { when: missing, term: NULL },
        { when: not(missing), term: { is: 'opaque', key: `${prefix}:${key}` } },
      ];
    }
    default: {
      const options = question.options?.map(({ value }) => value);
      return discreteTerms(reading, place, [...(options ?? textsFor(reading, place)), null]);
    }
  }
};

/** Of the texts compared with only those that the question takes, and those that stand for any other. */
const textsFor = (reading: FormReading, { question }: Place): readonly string[] => [
  ...reading.texts.filter((text) => {
    const trimmed = text.normalize('NFC').trim();
    return trimmed === text && text !== '' && matchesSchema(question.schema, text);
  }),
  ...reading.others,
];

const discreteTerms = (reading: FormReading, place: Place, values: readonly Value[]): readonly Guarded[] => {
  const of = discrete(reading.table, place.key, values, (index) => {
    relate(reading, place, isOneOf(index, null));
  });
  return [
    { when: isOneOf(of, null), term: NULL },
    { when: not(isOneOf(of, null)), term: { is: 'variable', of } },
  ];
};

const nullFlag = (reading: FormReading, place: Place): Formula =>
  isOneOf(
    discrete(reading.table, `null:${place.key}`, [true, false], (of) => {
      relate(reading, place, isOneOf(of, true));
    }),
    true,
  );

const numberTerms = (reading: FormReading, place: Place): readonly Guarded[] => {
  const missing = nullFlag(reading, place);
  const { minimum, maximum, type } = place.question.schema as {
    readonly minimum?: number;
    readonly maximum?: number;
    readonly type?: string;
  };
  // A number without any value can only be missing.
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    reading.table.constraints.push(missing);
    return [{ when: true, term: NULL }];
  }
  const of = numeric(reading.table, {
    key: place.key,
    sort: 'number',
    integer: type === 'integer',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  });
  return [
    { when: missing, term: NULL },
    { when: not(missing), term: variableOf(of, 'number') },
  ];
};

/** `0001-01-01` and `9999-12-31`, in days since 1970. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

const dateTerms = (reading: FormReading, place: Place): readonly Guarded[] => {
  const { table } = reading;
  const missing = nullFlag(reading, place);
  const definition = place.question.question;
  if (definition.type !== 'date') return [{ when: true, term: NULL }];
  const partial =
    definition.partial === true ? isOneOf(discrete(table, `partial:${place.key}`, [false, true]), true) : false;
  const of = numeric(
    table,
    { key: place.key, sort: 'date', integer: true, minimum: FIRST_DAY, maximum: LAST_DAY },
    (index) => {
      const limit = (day: string | undefined, sign: 1 | -1): void => {
        if (day === undefined) return;
        const other = day === 'today' ? reading.today() : 0;
        const days = day === 'today' ? 0 : dayNumber(day);
        if (days === undefined) return;
        table.constraints.push(
          or(missing, partial, sign === 1 ? atMost(index, other, days) : atMost(other, index, -days)),
        );
      };
      limit(definition.latest, 1);
      limit(definition.earliest, -1);
    },
  );
  return [
    { when: missing, term: NULL },
    ...(partial === false
      ? []
      : [{ when: and(not(missing), partial), term: { is: 'opaque', key: `partial:${place.key}` } as const }]),
    { when: and(not(missing), not(partial)), term: variableOf(of, 'date') },
  ];
};

/** More choices than that are not told apart. */
const MAX_CHOICES = 80;

/** One yes-no variable for each choice; none chosen is no answer. */
const choicesTerms = (reading: FormReading, place: Place): readonly Guarded[] => {
  const { table } = reading;
  const { key, question } = place;
  const options = question.options ?? [];
  if (options.length > MAX_CHOICES) {
    const missing = nullFlag(reading, place);
    return [
      { when: missing, term: NULL },
      { when: not(missing), term: { is: 'opaque', key: `list:${key}` } },
    ];
  }
  const list = `${CHOICES}${key}`;
  const isNew = options.length > 0 && !table.discreteOf.has(choiceKey(list, options[0]?.value ?? ''));
  const chosen = options.map(({ value }) => isOneOf(discrete(table, choiceKey(list, value), [false, true]), true));
  const missing = and(...chosen.map(not));
  if (isNew) relate(reading, place, missing);
  return [
    { when: missing, term: NULL },
    { when: not(missing), term: { is: 'opaque', key: list } },
  ];
};
