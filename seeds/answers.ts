import { addDays, type LocalDate } from '#engine/clock/index.ts';
import {
  effectiveForm,
  type Answers,
  type CompiledForm,
  type CompiledQuestion,
  type Facts,
} from '#engine/form/index.ts';
import { nameOf, numberOf } from './names.ts';

/**
 * Valid answers for any form, made from the form itself: what is asked and not answered yet gets a
 * plausible value, again and again until nothing new is asked. `given` wins; `key` decides the values.
 */
export const fillAnswers = (
  form: CompiledForm,
  facts: Facts,
  key: string,
  optional = false,
  files = false,
): Answers => {
  let answers: Answers = facts.answers;
  for (let round = 0; round < 12; round += 1) {
    const effective = effectiveForm(form, { ...facts, answers });
    const asked = new Map(form.pages.flatMap((page) => page.questions.map((question) => [question.id, question])));
    const next = complete(effective.schema, asked, effective.answers, { key, today: facts.today, optional, files });
    if (JSON.stringify(next) === JSON.stringify(answers)) break;
    answers = next;
  }
  return effectiveForm(form, { ...facts, answers }).answers;
};

interface Making {
  readonly key: string;
  readonly today: LocalDate;
  readonly optional: boolean;
  /** Questions for a file get one that is named only: no bytes stand behind it. */
  readonly files: boolean;
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, ObjectSchema>>;
  readonly required?: readonly string[];
  readonly items?: ObjectSchema;
  readonly minItems?: number;
}

type Questions = ReadonlyMap<string, CompiledQuestion>;

const byId = (questions: readonly CompiledQuestion[] = []): Questions => new Map(questions.map((one) => [one.id, one]));

const complete = (schema: ObjectSchema, questions: Questions, answers: Answers, making: Making): Answers => {
  const done: Record<string, unknown> = { ...answers };
  for (const [id, part] of Object.entries(schema.properties ?? {})) {
    const question = questions.get(id);
    if (!question || question.question.type === 'computed') continue;
    const needed = (schema.required ?? []).includes(id);
    if (done[id] === undefined && !needed && !making.optional) continue;
    const value = valueOf(question, part, done[id], { ...making, key: `${making.key}/${id}` });
    if (value !== undefined) done[id] = value;
  }
  return done;
};

const valueOf = (question: CompiledQuestion, schema: ObjectSchema, present: unknown, making: Making): unknown => {
  if (question.question.type === 'repeat') {
    const items =
      Array.isArray(present) && present.length > 0
        ? present
        : Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => ({}));
    return items.map((item: Answers, index) =>
      complete(schema.items ?? {}, byId(question.questions), item, { ...making, key: `${making.key}/${index}` }),
    );
  }
  if (question.questions) return complete(schema, byId(question.questions), (present ?? {}) as Answers, making);
  return present ?? simpleValue(question, making);
};

const simpleValue = ({ id, question, options }: CompiledQuestion, { key, today, files }: Making): unknown => {
  const pick = (count: number): number => numberOf(key) % count;
  switch (question.type) {
    case 'choice':
    case 'code-list':
      return optionFor(
        id,
        (options ?? []).map((option) => option.value),
        key,
      );
    case 'choices':
      return options?.slice(0, 1).map((option) => option.value);
    case 'yes-no':
      return false;
    case 'declaration':
      return true;
    case 'number':
      return Math.max(question.minimum ?? 0, Math.min(question.maximum ?? 100, (question.minimum ?? 1) + pick(4)));
    case 'money':
      return Math.max(question.minimum ?? 0, 50_000_000);
    case 'date':
      return dateFor(id, question.earliest === 'today' ? today : undefined, today, key);
    case 'phone':
      return `09${String(10_000_000 + (numberOf(key) % 89_999_999))}`;
    case 'e-mail':
      return 'nguoi.nop@vidu.vn';
    case 'personal-id':
      return `0990${String(10_000_000 + (numberOf(key) % 89_999_999))}`;
    case 'text':
    case 'long-text':
      return textFor(id, key, question.pattern, question.maxLength);
    case 'file':
      return files ? namedFile(question.accept?.[0] ?? 'pdf') : undefined;
    case 'computed':
    case 'person':
    case 'organisation':
    case 'address':
    case 'group':
    case 'repeat':
      return undefined;
  }
};

const KINDS: Readonly<Record<string, string>> = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', heic: 'image/heic', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }; // prettier-ignore

const namedFile = (kind: string) => ({
  hash: '0'.repeat(64),
  name: `tep-thu.${kind}`,
  type: KINDS[kind] ?? 'application/octet-stream',
  bytes: 1,
});

/** Nobody marries twice at once; a family is mostly of one people and of this country. */
const optionFor = (id: string, values: readonly string[], key: string): string | undefined => {
  if (id === 'maritalStatus') return values.find((value) => value === '2') ?? values[0];
  if (/nationality/i.test(id)) return values.find((value) => value === 'VN') ?? values[0];
  if (/ethnic/i.test(id)) return values[numberOf(key) % 5 === 0 ? 1 : 0];
  if (/sex/i.test(id)) return values[numberOf(key) % 2];
  if (/commune/i.test(id)) return values[numberOf(key) % values.length];
  return values[0];
};

const dateFor = (id: string, earliest: LocalDate | undefined, today: LocalDate, key: string): LocalDate => {
  if (earliest !== undefined) return addDays(earliest, id === 'endsOn' || id === 'to' ? 40 : 10);
  if (/child.*birth/i.test(id)) return addDays(today, -20 - (numberOf(key) % 30));
  if (/death|visited|notice/i.test(id)) return addDays(today, -2);
  if (/birth/i.test(id)) return addDays('1960-01-01', numberOf(key) % 14_000);
  return addDays(today, -400 - (numberOf(key) % 2000));
};

const TEXTS: Readonly<Record<string, string>> = {
  province: '24',
  district: '213',
  commune: '07201',
  detail: 'Tổ dân phố số 3',
  relation: 'Mẹ',
  reason: 'Theo nhu cầu của gia đình',
  noticeNumber: '12/2021',
};

/** Examples for the patterns that the forms of the demo use. */
const SHAPED = ['14:30', '4711', 'B1234567', '2400123456', '24', '213', '07201', 'A1234567', '2021'];

const textFor = (id: string, key: string, pattern: string | undefined, longest = 500): string => {
  const wanted =
    TEXTS[id] ??
    (/name|representative|owner/i.test(id)
      ? nameOf(key)
      : /number|licence|passport|code|plot|sheet/i.test(id)
        ? String(1000 + (numberOf(key) % 9000))
        : 'Theo giấy tờ kèm theo hồ sơ');
  const short = wanted.slice(0, longest);
  if (pattern === undefined) return short;
  const shape = new RegExp(pattern, 'u');
  return [short, ...SHAPED].find((text) => shape.test(text)) ?? short;
};
