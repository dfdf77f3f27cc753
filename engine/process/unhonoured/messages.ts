import type { Problem, Severity } from '#engine/result/index.ts';
import { told, type InBoth } from '../messages/both.ts';

/** What to do in place of what is not carried out. */
const REMEDIES: readonly (readonly [names: readonly string[], remedy: InBoth])[] = [
  [
    ['class', 'delegateExpression', 'expression', 'connector', 'script', 'type', 'field', 'serviceTaskOperator'],
    {
      vi: 'Chọn kết nối cho bước tự động (mc:connector) rồi bỏ phần này.',
      en: 'Choose a connector for the service task (mc:connector) and remove this.',
    },
  ],
  [
    ['assignee', 'candidateUsers', 'owner'],
    {
      vi: 'Nêu vai trò thay cho tên người (mc:role, hoặc làn).',
      en: 'Name a role in place of a person (mc:role, or a lane).',
    },
  ],
  [
    ['formData', 'formProperty'],
    {
      vi: 'Đưa các câu hỏi của bước vào biểu mẫu (mc:form hoặc mc:questions).',
      en: 'Put the questions of the step into a form (mc:form or mc:questions).',
    },
  ],
  [
    ['inputOutput', 'ioMapping', 'in', 'out', 'dataInputAssociation', 'dataOutputAssociation'],
    {
      vi: 'Đặt phần nhận và trả dữ liệu ở một bước, không ở sự kiện hoặc cổng.',
      en: 'Take and give data at an activity, not at an event or a gateway.',
    },
  ],
];

const USUAL: InBoth = {
  vi: 'Bỏ phần này, hoặc vẽ điều nó làm bằng phần tử BPMN.',
  en: 'Remove it, or draw what it does with elements of BPMN.',
};

const remedyFor = (name: string): InBoth =>
  REMEDIES.find(([names]) => names.includes(name.slice(name.indexOf(':') + 1)))?.[1] ?? USUAL;

const at = (element: string): string => (element === '' ? '' : `“${element}”: `);

export const unhonouredSaid = {
  /** `name` as the file writes it: `camunda:executionListener`. */
  declined: (element: string, name: string, severity: Severity): Problem =>
    told(
      'process.extension.not-carried-out',
      element,
      {
        vi: `${at(element)}hệ thống không thực hiện “${name}”.`,
        en: `${at(element)}“${name}” is not carried out.`,
      },
      remedyFor(name),
      severity,
    ),
  noted: (element: string, name: string): Problem =>
    told(
      'process.extension.not-used',
      element,
      {
        vi: `${at(element)}“${name}” được giữ trong tệp nhưng không dùng đến.`,
        en: `${at(element)}“${name}” is kept in the file and not used.`,
      },
      remedyFor(name),
      'warning',
    ),
  mustUnderstand: (name: string): Problem =>
    told(
      'process.extension.must-understand',
      '',
      {
        vi: `Tệp đòi phải hiểu phần mở rộng “${name}”, hệ thống không biết phần này.`,
        en: `The file asks that the extension “${name}” be understood; it is not known.`,
      },
      {
        vi: 'Bỏ phần mở rộng, hoặc bỏ mustUnderstand nếu phần ấy không cần thiết.',
        en: 'Remove the extension, or mustUnderstand if it is not needed.',
      },
    ),
  language: (element: string, language: string): Problem =>
    told(
      'process.expression.language',
      element,
      {
        vi: `${at(element)}biểu thức viết bằng ngôn ngữ “${language}”, không phải FEEL.`,
        en: `${at(element)}an expression is written in “${language}”, which is not FEEL.`,
      },
      { vi: 'Viết lại biểu thức bằng FEEL.', en: 'Write it again in FEEL.' },
    ),
} as const;
