import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#engine/definition/index.ts';
import {
  checkInBrowser,
  compileForm,
  effectiveForm,
  validateAnswers,
  validatorModule,
  type CompiledForm,
} from '#engine/form/index.ts';
import { facts, form, label, load, noShared } from './samples.ts';

/** Random forms: every simple type, groups, lists, conditions on earlier questions only (so no circles). */
const IDS = ['a', 'b-c', 'date', 'sex', 'n1', 'list', 'in', 'tail'] as const;

const settings = (id: string): fc.Arbitrary<Question> => {
  const base = { id, label: label(`Câu ${id}`) };
  const options = [
    { value: 'x', label: label('X') },
    { value: 'y', label: label('Y') },
  ] as const;
  return fc.oneof(
    fc
      .record({ minLength: fc.nat(3), maxLength: fc.integer({ min: 3, max: 6 }) })
      .map((rest) => ({ ...base, type: 'text', ...rest }) as Question),
    fc.constantFrom<Question>(
      { ...base, type: 'text', pattern: '^[a-z]+$' },
      { ...base, type: 'long-text' },
      { ...base, type: 'number', minimum: 0, maximum: 10, decimals: 2 },
      { ...base, type: 'number', decimals: 0 },
      { ...base, type: 'money' },
      { ...base, type: 'date', earliest: '2000-01-01', latest: 'today' },
      { ...base, type: 'date', partial: true },
      { ...base, type: 'yes-no' },
      { ...base, type: 'declaration' },
      { ...base, type: 'phone' },
      { ...base, type: 'e-mail' },
      { ...base, type: 'personal-id' },
      { ...base, type: 'file' },
      { ...base, type: 'choice', options: [...options] as never },
      { ...base, type: 'choices', options: [...options] as never },
      { ...base, type: 'person', parts: ['fullName', 'personalId', 'address'] },
      { ...base, type: 'group', questions: [{ id: 'g', type: 'text', label: label('g'), required: true }] },
      {
        ...base,
        type: 'repeat',
        maxItems: 3,
        minItems: 1,
        questions: [
          { id: 'r', type: 'number', label: label('r') },
          { id: 's', type: 'text', label: label('s'), when: 'item.r > 3', required: true },
        ],
      },
    ),
  );
};

const definition = fc
  .tuple(
    ...IDS.map((id, index) =>
      fc.tuple(settings(id), fc.boolean(), fc.constantFrom('is defined', 'not', ''), fc.nat(Math.max(0, index - 1))),
    ),
  )
  .map((rows) =>
    form(
      ...rows.map(([question, required, kind, earlier], index): Question => {
        const other = IDS[earlier] ?? 'a';
        const when =
          kind === '' || index === 0
            ? {}
            : { when: kind === 'not' ? `form.${other} = null` : `is defined(form.${other})` };
        return { ...question, required, ...when } as Question;
      }),
    ),
  );

const oddText = fc.constantFrom(
  '',
  ' ',
  'abc',
  'a',
  'dài hơn sáu',
  'x',
  'y',
  '2021-02-29',
  '2020-02-29',
  '2021-07-02',
  '1999',
  '0912345678',
  '123456789',
  'a@b.vn',
  '🙂🙂🙂',
);
const leaf = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(null, true, false, 0, 3, 3.14, 3.145, -1, 1e20, [], ['x'], ['x', 'x'], ['z'], {}),
);
const value = fc.oneof(
  leaf,
  fc.record(
    {
      fullName: oddText,
      personalId: oddText,
      address: fc.oneof(fc.constant({}), fc.constant({ province: '24', commune: '07201' }), leaf),
    },
    { requiredKeys: [] },
  ),
  fc.record({ g: leaf }, { requiredKeys: [] }),
  fc.array(fc.record({ r: leaf, s: leaf }, { requiredKeys: [] }), { maxLength: 5 }),
  fc.constant({ hash: 'a'.repeat(64), name: 'a.pdf', type: 'application/pdf', bytes: 5 }),
);
const answers = fc.dictionary(fc.constantFrom(...IDS, 'nobody'), value, { maxKeys: 9 });

const ready = (form: Parameters<typeof compileForm>[0]): CompiledForm => {
  const result = compileForm(form, noShared);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

/** A plain AJV with native matching, as anyone would set it up to use the effective schema. */
const plain = new Ajv2020({
  strict: false,
  allErrors: false,
  multipleOfPrecision: 6,
  validateFormats: false,
  ownProperties: true,
});

describe('for any form and any answers', () => {
  it('hidden questions are neither stored nor required, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(definition, answers, (form, given) => {
        const compiled = ready(form);
        const first = effectiveForm(compiled, facts(given));
        const asked = new Set(Object.keys(first.schema.properties as object));
        expect(Object.keys(first.answers).every((id) => asked.has(id))).toBe(true);
        expect(((first.schema.required ?? []) as string[]).every((id) => asked.has(id))).toBe(true);
        const again = effectiveForm(compiled, facts(first.answers));
        expect(again).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it('browser and server say the same', async () => {
    await fc.assert(
      fc.asyncProperty(definition, fc.array(answers, { minLength: 8, maxLength: 8 }), async (form, many) => {
        const compiled = ready(form);
        const validators = await load(validatorModule(compiled));
        for (const given of many) {
          expect(checkInBrowser(compiled, facts(given), validators)).toEqual(validateAnswers(compiled, facts(given)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the effective schema says what the check says, beside days and lists item by item', () => {
    fc.assert(
      fc.property(definition, answers, (form, given) => {
        const compiled = ready(form);
        const effective = effectiveForm(compiled, facts(given));
        const problems = validateAnswers(compiled, facts(given));
        const accepted = plain.validate({ ...effective.schema }, effective.answers);
        // Dates, and parts that only some items of a list need, are not in the schema.
        const beyond = problems.filter(
          (found) => !/\.(format|earliest|latest)$/.test(found.code) && !/^\/[^/]+\/\d+\/s$/.test(found.path),
        );
        expect(accepted, JSON.stringify([effective.schema, effective.answers, problems])).toBe(beyond.length === 0);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, and never answers about what was not asked', () => {
    fc.assert(
      fc.property(definition, fc.object({ maxDepth: 4 }), (form, given) => {
        const compiled = ready(form);
        for (const found of validateAnswers(compiled, facts(given))) expect(IDS).toContain(found.path.split('/')[1]);
      }),
      { numRuns: 100 },
    );
  });
});
