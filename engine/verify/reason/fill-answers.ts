import { addDays, type LocalDate } from '#engine/clock/index.ts';
import type { SharedDefinitions } from '#engine/definition/index.ts';
import {
  effectiveForm,
  matchesSchema,
  type Answers,
  type CompiledForm,
  type CompiledQuestion,
  type Facts,
} from '#engine/form/index.ts';
import { sampleText, type Pick } from './sample-text.ts';

export interface Filling {
  /** Chooses among values; the first ones make the plainest answers. */
  readonly pick: Pick;
  /** Whether a question that need not be answered is. */
  readonly answers: () => boolean;
  readonly shared?: SharedDefinitions;
}

/** The first value everywhere, and nothing that is not asked for. */
export const plainest: Filling = { pick: () => 0, answers: () => false };

/**
 * Completes answers: what the form asks for and is not answered yet gets a value that its question
 * takes, round by round until nothing more is asked. What is given stays. Whether all is valid is
 * for `validateAnswers` to say: some questions take no value at all.
 */
export const fillAnswers = (form: CompiledForm, facts: Facts, filling: Filling = plainest): Answers => {
  let answers: Answers = facts.answers;
  const decided = new Map<string, boolean>();
  for (let round = 0; round < 16; round += 1) {
    const effective = effectiveForm(form, { ...facts, answers });
    const asked = byId(form.pages.flatMap((page) => page.questions));
    const next = complete(effective.schema, asked, effective.answers, { ...filling, today: facts.today, decided }, '');
    if (JSON.stringify(next) === JSON.stringify(answers)) break;
    answers = next;
  }
  return effectiveForm(form, { ...facts, answers }).answers;
};

interface Making extends Filling {
  readonly today: LocalDate;
  /** What was decided about questions that need not be answered, so that rounds agree. */
  readonly decided: Map<string, boolean>;
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, ObjectSchema>>;
  readonly required?: readonly string[];
  readonly items?: ObjectSchema;
  readonly minItems?: number;
  readonly minProperties?: number;
}

const byId = (questions: readonly CompiledQuestion[] = []): ReadonlyMap<string, CompiledQuestion> =>
  new Map(questions.map((question) => [question.id, question]));

const wanted = (making: Making, key: string): boolean => {
  const known = making.decided.get(key) ?? making.answers();
  making.decided.set(key, known);
  return known;
};

const complete = (
  schema: ObjectSchema,
  questions: ReadonlyMap<string, CompiledQuestion>,
  answers: Answers,
  making: Making,
  prefix: string,
): Answers => {
  const done: Record<string, unknown> = { ...answers };
  for (const [id, part] of Object.entries(schema.properties ?? {})) {
    const question = questions.get(id);
    if (!question || question.question.type === 'computed') continue;
    const key = `${prefix}/${id}`;
    const needed = (schema.required ?? []).includes(id);
    const only = (schema.minProperties ?? 0) > 0 && Object.keys(done).length === 0;
    if (done[id] === undefined && !needed && !only && !wanted(making, key)) continue;
    const value = valueOf(question, part, done[id], making, key);
    if (value !== undefined) done[id] = value;
  }
  return done;
};

const valueOf = (
  question: CompiledQuestion,
  schema: ObjectSchema,
  present: unknown,
  making: Making,
  key: string,
): unknown => {
  if (question.question.type === 'repeat') {
    const items = Array.isArray(present) && present.length > 0 ? (present as readonly Answers[]) : [];
    const least = Math.max(1, schema.minItems ?? 1, items.length);
    return Array.from({ length: least }, (_, index) =>
      complete(schema.items ?? {}, byId(question.questions), items[index] ?? {}, making, `${key}/${index}`),
    );
  }
  if (question.questions) return complete(schema, byId(question.questions), (present ?? {}) as Answers, making, key);
  return present ?? answerTo(question, making);
};

/** One value that the question takes; undefined when it takes none. */
const answerTo = ({ question, options, schema }: CompiledQuestion, making: Making): unknown => {
  const { pick, today, shared } = making;
  const one = <Item>(items: readonly Item[]): Item | undefined => items[pick(items.length)];
  switch (question.type) {
    case 'choice':
      return one(options ?? [])?.value;
    case 'code-list':
      return options ? one(options)?.value : one(shared?.codeLists[question.list]?.entries ?? [])?.code;
    case 'choices': {
      const chosen = (options ?? []).filter(() => pick(2) === 1).map(({ value }) => value);
      return chosen.length > 0 ? chosen : (options ?? []).slice(0, 1).map(({ value }) => value);
    }
    case 'yes-no':
      return pick(2) === 1;
    case 'declaration':
      return true;
    case 'number':
    case 'money': {
      const { minimum, maximum } = schema as { readonly minimum?: number; readonly maximum?: number };
      const low = minimum ?? Math.min(0, maximum ?? 0);
      const value = Math.ceil(low) + pick(Math.max(1, Math.min(1000, (maximum ?? 1000) - low + 1)));
      return value <= (maximum ?? value) ? value : low;
    }
    case 'date': {
      const day = (limit: string | undefined): LocalDate | undefined => (limit === 'today' ? today : limit);
      const earliest = day(question.earliest);
      const latest = day(question.latest);
      if (earliest !== undefined)
        return latest === undefined
          ? addDays(earliest, pick(400))
          : addDays(earliest, pick(daysBetween(earliest, latest) + 1));
      return addDays(latest ?? today, -pick(20_000));
    }
    case 'phone':
      return `09${String(10_000_000 + pick(89_999_999))}`;
    case 'e-mail':
      return 'nguoi.nop@vidu.vn';
    case 'personal-id':
      return `0990${String(10_000_000 + pick(89_999_999))}`;
    case 'text':
    case 'long-text': {
      const {
        minLength = 1,
        maxLength = 500,
        pattern,
      } = schema as {
        readonly minLength?: number;
        readonly maxLength?: number;
        readonly pattern?: string;
      };
      return sampleText(pattern, minLength, maxLength, pick, (text) => matchesSchema(schema, text));
    }
    case 'file':
      return { hash: 'a'.repeat(64), name: 'giay-to.pdf', type: 'application/pdf', bytes: 1000 };
    default:
      return undefined;
  }
};

const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
