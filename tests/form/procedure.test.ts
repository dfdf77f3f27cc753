import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FormDefinition, Procedure, SharedDefinitions } from '#engine/definition/index.ts';
import {
  checkAnswers,
  compileConditions,
  compileProcedureForm,
  effectiveCase,
  effectiveChecklist,
  effectiveFees,
  effectiveForm,
  formEnvironment,
  missingPapers,
  possibleCases,
  validatorModule,
} from '#engine/form/index.ts';
import { facts, form, label, noShared } from './samples.ts';

const procedure = (rest: Partial<Procedure> = {}): Procedure => ({
  format: 'motcua/procedure@1',
  code: '1.000001',
  name: label('Thủ tục mẫu'),
  field: { code: 'civil', name: label('Hộ tịch') },
  levels: ['commune'],
  authority: { deciding: { name: label('UBND cấp xã'), unit: 'receiving' }, receiving: [{ level: 'commune' }] },
  applicants: ['citizen'],
  channels: ['counter', 'online'],
  timeLimits: [{ id: 'all', legal: { value: 3, unit: 'working-day' } }],
  legalBasis: [{ number: '123/2015/NĐ-CP' }],
  ...rest,
});

const prepared = (subject: Procedure, own?: FormDefinition) => {
  const compiled = compileProcedureForm(subject, own, noShared);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const conditions = compileConditions(subject, formEnvironment(compiled.value, subject));
  if (!conditions.ok) throw new Error(JSON.stringify(conditions.problems));
  return { form: compiled.value, ...conditions.value };
};

describe('a procedure without a form', () => {
  const asked = (subject: Procedure, answers = {}) =>
    Object.keys(effectiveForm(prepared(subject).form, facts(answers)).schema.properties as object);

  it('asks a person for a person', () => {
    expect(asked(procedure())).toEqual(['applicant', 'request', 'declaration']);
    expect(prepared(procedure()).form.generated).toBe(true);
  });

  it('asks an organisation for an organisation', () => {
    expect(asked(procedure({ applicants: ['business', 'cooperative'] }))).toEqual([
      'organisation',
      'request',
      'declaration',
    ]);
  });

  it('asks which, when both may apply', () => {
    const both = procedure({ applicants: ['citizen', 'business'] });
    expect(asked(both)).toEqual(['applicantKind', 'request', 'declaration']);
    expect(asked(both, { applicantKind: 'citizen' })).toContain('applicant');
    expect(asked(both, { applicantKind: 'organisation' })).not.toContain('applicant');
  });

  it('asks for the case when there are several, and hears the answer', () => {
    const two = procedure({
      cases: [
        { id: 'new', name: label('Cấp mới') },
        { id: 'again', name: label('Cấp lại') },
      ],
    });
    expect(asked(two)).toContain('requestedCase');
    expect(effectiveCase(two, {}, facts({ requestedCase: 'again' }))).toBe('again');
    expect(effectiveCase(two, {}, facts({}))).toBe(undefined);
  });

  it('asks foreigners for a passport', () => {
    const { form: own } = prepared(procedure({ applicants: ['foreigner'] }));
    expect(JSON.stringify(effectiveForm(own, facts({})).schema)).toContain('passport');
  });

  it('can be filled in', () => {
    const { form: own } = prepared(procedure());
    const address = { province: '24', commune: '07201', detail: 'Số 1' };
    const applicant = {
      fullName: 'Nguyễn Văn An',
      birthDate: '1980',
      personalId: '024080000001',
      phone: '0912345678',
      address,
    };
    expect(checkAnswers(own, facts({ applicant, request: 'Cấp bản sao', declaration: true }))).toMatchObject({
      ok: true,
    });
  });
});

describe('cases', () => {
  const subject = procedure({
    cases: [
      { id: 'late', name: label('Đăng ký muộn'), when: 'form.days > 60' },
      { id: 'normal', name: label('Đúng hạn') },
    ],
  });
  const own = form({ id: 'days', type: 'number', label: label('Số ngày') });
  const { caseConditions } = prepared(subject, own);

  it('follow from the answers where they have conditions', () => {
    expect(effectiveCase(subject, caseConditions, facts({ days: 90 }))).toBe('late');
    expect(effectiveCase(subject, caseConditions, facts({ days: 9 }))).toBe('normal');
  });

  it('keep what was chosen while it is possible', () => {
    expect(effectiveCase(subject, caseConditions, facts({ days: 90 }, { case: 'normal' }))).toBe('normal');
    expect(effectiveCase(subject, caseConditions, facts({ days: 9 }, { case: 'late' }))).toBe('normal');
    expect(possibleCases(subject, caseConditions, facts({ days: 9 })).map((each) => each.id)).toEqual(['normal']);
  });
});

describe('the checklist', () => {
  const subject = procedure({
    cases: [
      { id: 'new', name: label('Mới') },
      { id: 'again', name: label('Lại') },
    ],
    checklist: [
      { id: 'application', name: label('Tờ khai'), kind: 'submit' },
      { id: 'birth', name: label('Giấy chứng sinh'), kind: 'submit', oneOf: 'proof', when: 'form.hospital = true' },
      { id: 'witness', name: label('Lời khai người làm chứng'), kind: 'submit', oneOf: 'proof' },
      { id: 'old', name: label('Bản đã cấp'), kind: 'submit', cases: ['again'] },
      { id: 'card', name: label('Căn cước công dân'), kind: 'present', channels: ['counter'] },
      { id: 'photo', name: label('Ảnh'), kind: 'submit', required: false },
    ],
  });
  const { paperConditions } = prepared(
    subject,
    form({ id: 'hospital', type: 'yes-no', label: label('Sinh tại bệnh viện') }),
  );
  const asked = (answers: object, rest = {}) =>
    effectiveChecklist(subject, paperConditions, facts(answers as never, rest));
  const ids = (papers: ReturnType<typeof asked>) => papers.map((each) => each.paper.id);

  it('asks what the case, the channel and the answers call for', () => {
    expect(ids(asked({}))).toEqual(['application', 'witness', 'photo']);
    expect(ids(asked({ hospital: true }, { case: 'again', channel: 'counter' }))).toEqual([
      'application',
      'birth',
      'witness',
      'old',
      'card',
      'photo',
    ]);
  });

  it('takes one of the alternatives for enough, and never misses what only helps', () => {
    const missing = (received: string[]) =>
      missingPapers(asked({ hospital: true }), new Set(received)).map((papers) => papers.map((paper) => paper.id));
    expect(missing([])).toEqual([['application'], ['birth', 'witness']]);
    expect(missing(['application', 'witness'])).toEqual([]);
  });
});

describe('fees', () => {
  const subject = procedure({
    fees: [
      {
        id: 'copy',
        name: label('Phí cấp bản sao'),
        amount: 'if form.pages > 2 then 2 * 2000 + (form.pages - 2) * 1000 else form.pages * 2000',
        due: 'submission',
      },
      {
        id: 'flat',
        name: label('Lệ phí'),
        amount: 8000,
        due: 'submission',
        channels: ['counter'],
        exempt: [{ when: 'form.poor = true', reason: label('Hộ nghèo') }, { reason: label('Người cao tuổi') }],
      },
      {
        id: 'table',
        name: label('Phí thẩm định'),
        due: 'obligation',
        when: 'form.area > 0',
        amount: {
          hitPolicy: 'U',
          inputs: ['form.area'],
          rules: [
            { when: ['(0..100]'], then: 100_000 },
            { when: ['>= 100'], then: 300_000 },
          ],
        },
      },
      {
        id: 'share',
        name: label('Lệ phí trước bạ'),
        amount: 'form.area * 0.005',
        due: 'obligation',
        when: 'form.area > 200',
      },
    ],
  });
  const own = form(
    { id: 'pages', type: 'number', decimals: 0, label: label('Số trang') },
    { id: 'poor', type: 'yes-no', label: label('Hộ nghèo') },
    { id: 'area', type: 'number', label: label('Diện tích') },
  );
  const { fees } = prepared(subject, own);
  const due = (answers: object, rest = {}, quantities = {}) => {
    const result = effectiveFees(fees, facts(answers as never, rest), quantities);
    return result.ok ? result.value.map((line) => [line.fee, line.amount]) : result.problems.map((each) => each.code);
  };

  it('follow the answers, in whole đồng', () => {
    expect(due({ pages: 5 })).toEqual([['copy', 7000]]);
    expect(due({ pages: 1 }, { channel: 'counter' })).toEqual([
      ['copy', 2000],
      ['flat', 8000],
    ]);
    expect(due({ pages: 1, area: 333.3 })).toEqual([
      ['copy', 2000],
      ['table', 300_000],
      ['share', 2],
    ]);
  });

  it('are nothing for those who are exempt, with the reason', () => {
    const result = effectiveFees(fees, facts({ pages: 1, poor: true }, { channel: 'counter' }));
    expect(result.ok && result.value[1]).toMatchObject({ fee: 'flat', amount: 0, exemption: label('Hộ nghèo') });
  });

  it('count units', () => {
    expect(due({ pages: 1 }, {}, { copy: 3 })).toEqual([['copy', 6000]]);
  });

  it('say when the amount is not known yet, or the schedule contradicts itself', () => {
    expect(due({})).toEqual(['fee.unknown']);
    expect(due({ pages: 1, area: 100 })).toEqual(['fee.ambiguous']);
  });
});

describe('conditions of a procedure', () => {
  it('are typed against its form, with the place of each mistake', () => {
    const subject = procedure({
      cases: [{ id: 'a', name: label('A'), when: 'form.nobody' }],
      checklist: [{ id: 'p', name: label('P'), kind: 'submit', when: 'case = "b"' }],
      fees: [{ id: 'f', name: label('F'), amount: '"mười"', due: 'submission' }],
    });
    const compiled = compileProcedureForm(subject, undefined, noShared);
    const result = compiled.ok ? compileConditions(subject, formEnvironment(compiled.value, subject)) : compiled;
    expect(result.ok ? [] : result.problems.map((each) => each.path)).toEqual([
      '/cases/0/when#5-11',
      '/checklist/0/when#0-10',
      '/fees/0/amount#0-6',
    ]);
  });
});

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const shared = (): SharedDefinitions => {
  const named = (folder: string) =>
    Object.fromEntries(
      (existsSync(folder) ? readdirSync(folder) : [])
        .map((file) => read(`${folder}/${file}`) as { name: string })
        .map((each) => [each.name, each]),
    );
  return {
    groups: named('definitions/shared/question-groups'),
    codeLists: named('definitions/shared/code-lists'),
  } as unknown as SharedDefinitions;
};

const RELEASES = existsSync('definitions/procedures')
  ? readdirSync('definitions/procedures').flatMap((code) =>
      readdirSync(`definitions/procedures/${code}`).map((release) => `definitions/procedures/${code}/${release}`),
    )
  : [];

describe.skipIf(RELEASES.length === 0)('every procedure that comes with the project', () => {
  const all = shared();
  it.each(RELEASES)('%s compiles, its own form and the generated one', (folder) => {
    const subject = read(`${folder}/procedure.json`) as Procedure;
    const own = existsSync(`${folder}/form.json`) ? (read(`${folder}/form.json`) as FormDefinition) : undefined;
    for (const definition of new Set([own, undefined])) {
      const compiled = compileProcedureForm(subject, definition, all);
      expect(compiled.ok ? [] : compiled.problems).toEqual([]);
      if (compiled.ok) expect(validatorModule(compiled.value)).toContain('export const validators');
    }
    const compiled = compileProcedureForm(subject, own, all);
    const conditions = compiled.ok ? compileConditions(subject, formEnvironment(compiled.value, subject)) : compiled;
    expect(conditions.ok ? [] : conditions.problems.filter((each) => each.severity === 'error')).toEqual([]);
  });
});
