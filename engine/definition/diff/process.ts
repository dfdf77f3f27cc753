import type { Localized } from '#engine/result/index.ts';
import { describeMinutes } from '../describe.ts';
import type { Change } from '../difference.ts';
import { added, arrow, changed, code, english, fieldChanges, match, removed, text, type Field } from './compare.ts';
import { outlineOf, stepName, type OutlineFlow, type OutlineStep } from './outline.ts';

/** `P1DT4H` of working time in minutes; a day is 480. Undefined when it is written otherwise. */
export const workingMinutes = (duration: string): number | undefined => {
  const found = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?)?$/.exec(duration);
  if (!found || duration === 'P' || duration.endsWith('T')) return undefined;
  return Number(found[1] ?? 0) * 480 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
};

const durationText = (duration: string | undefined): Localized => {
  if (duration === undefined) return { vi: '' };
  const minutes = workingMinutes(duration);
  return minutes === undefined ? { vi: duration } : describeMinutes(minutes);
};

const roles: Readonly<Record<string, Localized>> = {
  clerk: text('bộ phận một cửa', 'one-stop clerk'),
  officer: text('chuyên viên', 'officer'),
  head: text('lãnh đạo phòng', 'head of division'),
  leader: text('lãnh đạo cơ quan', 'leader'),
  office: text('phòng kiểm soát thủ tục hành chính', 'procedure control office'),
};

const units: Readonly<Record<string, Localized>> = {
  receiving: text('đơn vị tiếp nhận', 'receiving unit'),
  deciding: text('cơ quan giải quyết', 'deciding unit'),
  parent: text('cơ quan cấp trên', 'parent unit'),
};

const written = (value: string | undefined): Localized => ({ vi: value ?? '' });

const fields: readonly Field<OutlineStep>[] = [
  { key: 'name', label: text('tên', 'name'), show: stepName },
  {
    key: 'role',
    label: text('người thực hiện', 'who does it'),
    show: ({ role }) => roles[role ?? ''] ?? written(role),
  },
  { key: 'unit', label: text('đơn vị thực hiện', 'unit'), show: ({ unit }) => units[unit ?? ''] ?? written(unit) },
  { key: 'duration', label: text('thời gian', 'time'), show: ({ duration }) => durationText(duration) },
  { key: 'outcomes', label: text('các lựa chọn xử lý', 'outcomes'), show: ({ outcomes }) => written(outcomes) },
  { key: 'form', label: text('câu hỏi của bước', 'questions'), show: ({ form }) => written(form) },
  { key: 'produces', label: text('sản phẩm', 'produces'), show: ({ produces }) => written(produces) },
  { key: 'requires', label: text('phải có trước', 'requires'), show: ({ requires }) => written(requires) },
  { key: 'kind', label: text('loại bước', 'kind'), show: ({ kind }) => written(kind) },
];

/** Sentences such as "Bước Thẩm định hồ sơ: thời gian: 2 ngày làm việc → 1 ngày làm việc". */
export const processChanges = (before: string | undefined, after: string | undefined): readonly Change[] => {
  if (before === after) return [];
  if (before === undefined)
    return [
      added(
        'process',
        '/process',
        text(
          'Quy trình riêng thay cho quy trình chung theo cấp',
          'A process of its own takes the place of the generated one',
        ),
        undefined,
      ),
    ];
  if (after === undefined)
    return [
      removed(
        'process',
        '/process',
        text(
          'Quy trình chung theo cấp thay cho quy trình riêng',
          'The generated process takes the place of its own one',
        ),
        undefined,
      ),
    ];
  const old = outlineOf(before);
  const now = outlineOf(after);
  const steps = match(old.steps, now.steps, ({ id }) => id);
  const changes = [
    ...steps.added.map((step) =>
      added(
        'process',
        `/process/${step.id}`,
        text(`Thêm bước: ${stepWithTime(step).vi}`, `New step: ${english(stepWithTime(step))}`),
        step,
      ),
    ),
    ...steps.removed.map((step) =>
      removed(
        'process',
        `/process/${step.id}`,
        text(`Bỏ bước: ${stepName(step).vi}`, `Step removed: ${english(stepName(step))}`),
        step,
      ),
    ),
    ...steps.both.flatMap(([was, is]) =>
      fieldChanges(
        'process',
        `/process/${is.id}`,
        text(`Bước “${stepName(is).vi}”`, `Step “${english(stepName(is))}”`),
        was,
        is,
        fields,
      ),
    ),
    ...flowChanges(old.flows, now.flows, [...old.steps, ...now.steps]),
  ];
  return changes.length > 0
    ? changes
    : [
        changed(
          'process',
          '/process',
          text(
            'Sơ đồ quy trình được chỉnh sửa, các bước giữ nguyên',
            'The process was edited; its steps stay as they are',
          ),
          undefined,
          undefined,
        ),
      ];
};

const stepWithTime = (step: OutlineStep): Localized => {
  const time = durationText(step.duration);
  return time.vi === ''
    ? stepName(step)
    : { vi: `${stepName(step).vi}, ${time.vi}`, en: `${english(stepName(step))}, ${english(time)}` };
};

/** Branches: only what their condition says and where they lead; lines drawn anew are no change. */
const flowChanges = (
  before: readonly OutlineFlow[],
  after: readonly OutlineFlow[],
  steps: readonly OutlineStep[],
): readonly Change[] => {
  const nameOf = (id: string): string => steps.find((step) => step.id === id)?.name || id;
  return match(before, after, ({ id }) => id).both.flatMap(([old, now]) => {
    const about = text(
      `Nhánh từ ${nameOf(now.from)} đến ${nameOf(now.to)}`,
      `Branch from ${nameOf(now.from)} to ${nameOf(now.to)}`,
    );
    const path = `/process/${now.id}`;
    const found: Change[] = [];
    if (old.condition !== now.condition) {
      const none = text('không điều kiện', 'no condition');
      const was = old.condition === undefined ? none : code(old.condition);
      const is = now.condition === undefined ? none : code(now.condition);
      found.push(
        changed(
          'process',
          `${path}/condition`,
          arrow({ vi: `${about.vi}: điều kiện`, en: `${english(about)}: condition` }, was, is),
          old.condition,
          now.condition,
        ),
      );
    }
    if (old.to !== now.to)
      found.push(
        changed(
          'process',
          `${path}/to`,
          arrow(
            text(`Sau ${nameOf(now.from)}`, `After ${nameOf(now.from)}`),
            { vi: nameOf(old.to) },
            { vi: nameOf(now.to) },
          ),
          old.to,
          now.to,
        ),
      );
    return found;
  });
};
