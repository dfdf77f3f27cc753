import { loadRelease, loadShared, type Release, type SharedDefinitions } from '#engine/definition/index.ts';
import type { Localized } from '#engine/result/index.ts';
import { prepareSubject } from './prepare-subject.ts';
import type { Subject, VerifyContext } from './subject.ts';

type Json = Readonly<Record<string, unknown>>;

/** A small release that a check is tried on. What is not given is as in the plain one, in which no check finds anything. */
export interface ExampleParts {
  readonly procedure?: Json;
  readonly questions?: readonly Json[];
  readonly form?: Json;
  /** What stands inside `<process>`. */
  readonly process?: string;
  readonly attributes?: string;
  readonly templates?: Readonly<Record<string, string>>;
  readonly shared?: readonly Json[];
  readonly context?: Omit<VerifyContext, 'prior'>;
  readonly prior?: ExampleParts;
}

export interface Example extends ExampleParts {
  readonly about: Localized;
  /** Codes that the check finds, in order; none: it passes. */
  readonly finds: readonly string[];
}

export const passes = (vi: string, en: string, parts: ExampleParts): Example => ({
  about: { vi, en },
  finds: [],
  ...parts,
});

export const fails = (finds: string | readonly string[], vi: string, en: string, parts: ExampleParts): Example => ({
  about: { vi, en },
  finds: typeof finds === 'string' ? [finds] : finds,
  ...parts,
});

export const question = (id: string, type: string, more: Json = {}): Json => ({ id, type, label: { vi: id }, ...more });

export const choice = (id: string, values: string, more: Json = {}): Json =>
  question(id, 'choice', {
    options: values.split(' ').map((value) => ({ value, label: { vi: value } })),
    required: true,
    ...more,
  });

/** A step of an officer at the receiving unit, unless it says otherwise. */
export const task = (id: string, more = ''): string =>
  `<userTask id="${id}" name="${id}"${more.includes('mc:role') ? '' : ' mc:role="officer"'}${
    more.includes('mc:unit') ? '' : ' mc:unit="receiving"'
  } ${more}/>`;

export const flow = (from: string, to: string, condition?: string): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"${
    condition === undefined
      ? '/>'
      : `><conditionExpression xsi:type="tFormalExpression">${condition
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')}</conditionExpression></sequenceFlow>`
  }`;

/** Start and end, and a flow from each to the next: `path('receive sign')`. */
export const path = (names: string): string => {
  const all = ['start', ...names.split(' '), 'end'];
  return `<startEvent id="start"/><endEvent id="end"/>${chain(all.join(' '))}`;
};

/** A flow from each to the next. */
export const chain = (names: string): string => {
  const all = names.split(' ');
  return all.flatMap((from, at) => (all[at + 1] === undefined ? [] : [flow(from, all[at + 1] ?? '')])).join('');
};

export const receive = task('receive', 'mc:act="receive" mc:produces="receipt" mc:duration="PT1H"');
export const sign = task('sign', 'mc:act="sign" mc:produces="result:certificate" mc:role="leader" mc:duration="PT1H"');
export const enter = task('enter', 'mc:act="enter-result" mc:duration="PT1H"');
export const usual = path('receive sign enter') + receive + sign + enter;

export const fee = (more: Json = {}): Json => ({
  id: 'charge',
  name: { vi: 'Lệ phí' },
  amount: 8000,
  due: 'submission',
  ...more,
});

const plain: Json = {
  format: 'motcua/procedure@1',
  code: '9.100001',
  name: { vi: 'Cấp giấy xác nhận' },
  field: { code: 'ho-tich', name: { vi: 'Hộ tịch' } },
  levels: ['commune'],
  authority: { deciding: { name: { vi: 'UBND cấp xã' }, unit: 'receiving' }, receiving: [{ level: 'commune' }] },
  applicants: ['citizen'],
  channels: ['counter', 'online'],
  timeLimits: [{ id: 'all', legal: { value: 3, unit: 'working-day' } }],
  fees: [fee()],
  checklist: [{ id: 'request', name: { vi: 'Đơn đề nghị' }, kind: 'submit', originals: 1 }],
  results: [{ id: 'certificate', name: { vi: 'Giấy xác nhận' }, signedFile: true }],
  publicSteps: [{ text: { vi: 'Nộp hồ sơ tại bộ phận một cửa.' } }],
  legalBasis: [{ number: '63/2010/NĐ-CP' }],
  none: ['conditions'],
};

const releaseOf = ({ procedure, questions, form, process, attributes = '', templates }: ExampleParts): Release => {
  const own = questions && {
    format: 'motcua/form@1',
    kind: 'pages',
    pages: [{ id: 'page', title: { vi: 'Tờ khai' }, questions }],
  };
  const loaded = loadRelease({
    code: '9.100001',
    number: 1,
    procedureJson: { ...plain, ...procedure },
    ...(form || own ? { formJson: form ?? own } : {}),
    ...(process === undefined ? {} : { processXml: bpmn(process, attributes) }),
    ...(templates ? { templates } : {}),
  });
  if (!loaded.ok) throw new Error(`an example that cannot be read: ${JSON.stringify(loaded.problems)}`);
  return loaded.value;
};

const bpmn = (inside: string, attributes: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:mc="urn:motcua:bpmn:1" id="definitions" targetNamespace="urn:motcua:process">
  <message id="supplement" name="supplement"/>
  <process id="process" isExecutable="true" ${attributes}>${inside}</process>
</definitions>`;

const sharedOf = (json: readonly Json[] = []): SharedDefinitions => {
  const loaded = loadShared(json.map((each, index) => ({ path: `/shared/${String(index)}`, json: each })));
  if (!loaded.ok) throw new Error(`an example that cannot be read: ${JSON.stringify(loaded.problems)}`);
  return loaded.value;
};

/** The example as the checks see it. */
export const subjectOfExample = ({ prior, shared, context, ...parts }: ExampleParts): Promise<Subject> =>
  prepareSubject(releaseOf(parts), sharedOf(shared), { ...context, ...(prior ? { prior: releaseOf(prior) } : {}) });
