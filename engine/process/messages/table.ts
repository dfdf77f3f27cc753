import type { Problem } from '#engine/result/index.ts';
import { both, told } from './both.ts';

/** What is wrong with a table of steps. `path` is the element's id. */
export const tableSaid = {
  emptyTable: (): Problem =>
    told(
      'process.table.empty',
      '/rows',
      both('Bảng các bước chưa có dòng nào.', 'The step table has no rows.'),
      both('Thêm ít nhất một bước.', 'Add at least one step.'),
    ),
  notATable: (path: string): Problem =>
    told(
      'process.table.unreadable',
      path,
      both('Tệp không đúng dạng bảng các bước.', 'This is not a step table.'),
      both(
        'Mỗi dòng cần step, name và who; xem định dạng motcua/step-table@1.',
        'Each row needs step, name and who; see the format motcua/step-table@1.',
      ),
    ),
  badStep: (step: string): Problem =>
    told(
      'process.table.step-id',
      step,
      both(`Mã bước “${step}” không hợp lệ.`, `“${step}” is not a valid step id.`),
      both(
        'Bắt đầu bằng chữ cái, chỉ gồm chữ không dấu, số, “-” và “_”; không dùng “start” và “end”.',
        'Begin with a letter; letters, digits, “-” and “_” only; not “start” or “end”.',
      ),
    ),
  unknownStep: (step: string, target: string): Problem =>
    told(
      'process.table.unknown-step',
      step,
      both(
        `Bước “${step}” dẫn tới “${target}” không có trong bảng.`,
        `Step “${step}” leads to “${target}”, which is not in the table.`,
      ),
      both(
        'Thêm bước ấy vào bảng, hoặc sửa mã bước tiếp theo.',
        'Add that step to the table, or correct the next step.',
      ),
    ),
  parallelNext: (step: string): Problem =>
    told(
      'process.table.parallel-next',
      step,
      both(
        `Bước song song “${step}” không thể tự dẫn đi nơi khác.`,
        `Step “${step}” is done side by side with others and cannot lead elsewhere.`,
      ),
      both(
        'Đặt lối rẽ ở bước sau khi các bước song song đã xong.',
        'Let the step after the parallel ones lead elsewhere.',
      ),
    ),
  notInTable: (element: string, kind: string): Problem =>
    told(
      'process.table.not-expressible',
      element,
      both(
        `“${element}” (${kind}) không thể hiện được trong bảng các bước.`,
        `“${element}” (${kind}) cannot be written in a step table.`,
      ),
      both('Xem và sửa quy trình này bằng sơ đồ.', 'See and edit this process as a diagram.'),
    ),
} as const;
