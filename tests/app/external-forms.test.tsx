import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { noShared, type ForeignForm } from '#engine/definition/index.ts';
import { checkAnswers, compileForm, effectiveForm, type CompiledForm, type Facts } from '#engine/form/index.ts';
import type { Result } from '#engine/result/index.ts';
import { PageForm } from '#app/forms/page-form.tsx';
import { errorSchemaOf } from '#app/forms/problem-errors.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { TextsContext } from '#app/i18n/use-text.ts';

/** 110 forms of another government, drafts 4 and 7, with what people answered to them. */
const folder = path.resolve('../shared/external/vets-json-schema/dist');
const there = existsSync(folder);
const names = there ? readdirSync(folder) : [];
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

const compiled = new Map<string, Result<CompiledForm>>();
const compile = (form: string): Result<CompiledForm> => {
  const known = compiled.get(form);
  if (known) return known;
  const definition = {
    format: 'motcua/form@1',
    kind: 'json-schema',
    schema: read(`${form}-schema.json`),
  } as ForeignForm;
  const result = compileForm(definition, noShared);
  compiled.set(form, result);
  return result;
};
const facts = (answers: Facts['answers']): Facts => ({
  answers,
  channel: 'online',
  applicant: { kind: 'citizen' },
  today: '2021-07-15',
});

/** What is wrong with them was found by two other validators before. */
const DEFECTIVE: Readonly<Record<string, readonly [code: string, path: RegExp]>> = {
  '10-7959F-2': ['form.broken-ref', /veteranFullName\/\$ref$/],
  '21P-8416': ['form.broken-ref', /careDateRange\/\$ref$/],
  '21P-534EZ': ['form.schema-invalid', /\/required$/],
  'COVID-VACCINATION-EXPANSION': ['form.schema-invalid', /^\/schema/],
};
/** A single value of an address, not a form. */
const NO_FORM = /CONTESTABLE-ISSUES-REQUEST-BENEFIT-TYPE/;
const forms = names.filter((name) => name.endsWith('-schema.json')).map((name) => name.replace('-schema.json', ''));
const sound = forms.filter((form) => !(form in DEFECTIVE) && !NO_FORM.test(form));
const examples = names.filter((name) => name.endsWith('-example.json'));
const formOf = (example: string): string =>
  example.replace(/(-(SIMPLE|OVERFLOW|KITCHEN_SINK))?(-cypress)?-example\.json$/, '');
/** Their authors' own mistakes: two other validators refuse them too. */
const BAD_EXAMPLE = /-cypress-example|^NOD-CREATE-REQUEST-BODY_V1/;

describe.skipIf(!there)('forms of another government (needs ../shared)', () => {
  it('are taken in as they are, all that are sound', () => {
    expect(sound).toHaveLength(103);
    const refused = sound.flatMap((form) => {
      const result = compile(form);
      return result.ok ? [] : [`${form}: ${result.problems.map(({ code, path: at }) => `${code} ${at}`).join(', ')}`];
    });
    expect(refused).toEqual([]);
  }, 60_000);

  it.each(Object.entries(DEFECTIVE))('%s is refused, with the reason and the place', (form, [code, at]) => {
    const result = compile(form);
    const found = result.ok ? [] : result.problems.filter(({ severity }) => severity === 'error');
    expect(found.map((one) => one.code)).toEqual([code]);
    expect(found[0]?.path).toMatch(at);
    expect(found[0]?.remedy?.vi).toBeTruthy();
  });

  it('are drawn by the renderer of the product, the first page of each', () => {
    for (const form of sound) {
      const result = compile(form);
      if (!result.ok) continue;
      const page = effectiveForm(result.value, facts({})).pages[0];
      if (!page) throw new Error(`${form} has no page`);
      const html = renderToStaticMarkup(
        <TextsContext.Provider value={textsFor('vi')}>
          <PageForm
            schema={page.schema}
            uiSchema={page.uiSchema}
            answers={{}}
            errors={errorSchemaOf([], 'vi')}
            context={{ lists: {}, places: [] }}
          />
        </TextsContext.Provider>,
      );
      expect(html, form).toMatch(/<(input|select|textarea|button)/);
      expect(html, form).not.toContain('Unsupported field');
    }
  }, 120_000);

  it('find right what people answered rightly, and wrong what is wrong', () => {
    const verdicts = examples.flatMap((example) => {
      const form = formOf(example);
      if (!forms.includes(form)) return [];
      const result = compile(form);
      if (!result.ok) return [];
      const checked = checkAnswers(result.value, facts(read(example) as Facts['answers']));
      return [{ example, ok: checked.ok, why: checked.ok ? '' : checked.problems.map(({ path: at }) => at).join(' ') }];
    });
    expect(verdicts.length).toBeGreaterThan(25);
    expect(verdicts.filter(({ example, ok }) => ok === BAD_EXAMPLE.test(example))).toEqual([]);
  }, 60_000);
});
