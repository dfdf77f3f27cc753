import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#engine/result/index.ts';
import {
  applyFix,
  checks,
  checksAsMarkdown,
  fixFor,
  prepareSubject,
  replayWitness,
  subjectOfExample,
  verifyRelease,
  type Check,
  type Subject,
} from '#engine/verify/index.ts';

/** Faults of the answers themselves: intake refuses what shows them. */
const REFUSED = ['form.question.no-value', 'form.nobody-can-complete', 'form.computed.negative'];

/** Too large or too special for an example: other tests show them (`tests/verify/reason`, `tests/process`, `tests/form`). */
const ELSEWHERE = [
  'fee.amount.unproved',
  'form.completion-unproved',
  'form.schema-too-deep',
  'process.decision.dead-row',
  'process.decision.gap',
  'process.decision.overlap',
  'process.gateway.unproved',
  'process.loop.endless',
  'process.too-deep',
  'process.too-many-elements',
  'process.xml.doctype',
  'process.xml.too-large',
  'release.prior.code',
  'soundness.dead',
  'soundness.no-end',
  'soundness.trap',
];

/** Words of the file formats: an author sees screens. */
const OF_THE_FILES =
  /mc:|"(keep|convert|ask|none|oneOf|receiving|deciding|parent|clerk|officer|head|leader|required|use)"|hitPolicy|patternText|loopMaximum/;
/** What is written in FEEL is written in FEEL. */
const FEEL_EXAMPLE = /if .+? then .+? else "[^"]*"/g;

const codes = (problems: readonly Problem[]): readonly string[] =>
  [...new Set(problems.map(({ code }) => code))].sort();

const declared = ({ findings }: Check, code: string): boolean =>
  Object.hasOwn(findings, code) ||
  Object.keys(findings).some((key) => key.endsWith('.*') && code.startsWith(key.slice(0, -1)));

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Every witness is what the engine sees too. */
const replay = (subject: Subject, { code, witness }: Problem): void => {
  if (!witness) return;
  const { refused, run } = replayWitness(subject, witness);
  if (!REFUSED.includes(code)) expect(refused, code).toEqual([]);
  if (!run) return;
  expect(run.refusedStep, code).toBeUndefined();
  expect({ elements: run.elements, flows: run.flows }, code).toEqual({
    elements: witness.elements,
    flows: witness.flows,
  });
};

describe.each(checks.map((check) => [check.name, check] as const))('the check %s', (_, check) => {
  it('says in both languages what it proves and what it finds', () => {
    for (const { vi, en } of [check.proves, ...Object.values(check.findings).map(({ says }) => says)]) {
      expect(vi).toMatch(/\S/);
      expect(en).toMatch(/\S/);
    }
    expect(Object.keys(check.findings).length).toBeGreaterThan(0);
    expect(check.examples.some(({ finds }) => finds.length === 0)).toBe(true);
  });

  it.each(check.examples.map((example) => [example.about.en ?? '', example] as const))(
    'tells its example right: %s',
    async (__, example) => {
      const subject = await subjectOfExample(example);
      const problems = await check.run(subject);
      expect(codes(problems), JSON.stringify(problems)).toEqual([...example.finds].sort());
      for (const found of problems) {
        expect(declared(check, found.code), found.code).toBe(true);
        const kind = check.findings[found.code];
        if (kind) expect(rank[found.severity]).toBeGreaterThanOrEqual(rank[kind.severity]);
        expect(found.message.en).toMatch(/\S/);
        expect(found.remedy?.vi, found.code).toMatch(/\S/);
        for (const { vi, en } of [found.message, found.remedy ?? found.message])
          expect(`${vi} ${en ?? ''}`.replaceAll(FEEL_EXAMPLE, ''), found.code).not.toMatch(OF_THE_FILES);
        replay(subject, found);
      }
    },
  );

  it('offers only changes that take the finding away', async () => {
    for (const example of check.examples) {
      const subject = await subjectOfExample(example);
      for (const found of await check.run(subject)) {
        const fix = check.fix?.(found, subject);
        if (!fix) continue;
        expect(fixFor(found, subject)).toEqual(fix);
        const mended = applyFix(subject.release, fix);
        if (!mended.ok) throw new Error(JSON.stringify(mended.problems));
        const again = await check.run(await prepareSubject(mended.value, subject.shared, subject.context));
        expect(again.filter(({ code, path }) => code === found.code && path === found.path)).toEqual([]);
      }
    }
  });
});

describe('the examples', () => {
  it('show every finding that one check tells by a code of its own, but those that are named here', () => {
    const shown = new Set(checks.flatMap(({ examples }) => examples.flatMap(({ finds }) => finds)));
    const unshown = [...new Set(checks.flatMap(({ findings }) => Object.keys(findings)))].filter(
      (code) => !code.endsWith('.*') && !shown.has(code),
    );
    expect(unshown.sort()).toEqual(ELSEWHERE);
  });

  it('that pass have no error in any check', async () => {
    for (const check of checks)
      for (const example of check.examples.filter(({ finds }) => finds.length === 0)) {
        const { release, shared, context } = await subjectOfExample(example);
        const found = (await verifyRelease(release, shared, context)).filter(({ severity }) => severity === 'error');
        expect(
          found.map(({ code, path }) => `${code} ${path}`),
          `${check.name}: ${example.about.en ?? ''}`,
        ).toEqual([]);
      }
  });
});

describe('the catalogue of checks', () => {
  it('in the docs is what the checks say (npm run docs:checks)', () => {
    const written = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');
    expect(written).toBe(`${checksAsMarkdown()}\n`);
  });
});
