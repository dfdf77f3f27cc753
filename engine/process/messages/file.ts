import type { Problem, Severity } from '#engine/result/index.ts';
import { both, told } from './both.ts';

/** What is wrong with a process file as a whole. `path` is the element's id. */
export const fileSaid = {
  doctype: (): Problem =>
    told(
      'process.xml.doctype',
      '',
      both('Tệp quy trình có khai báo DOCTYPE.', 'The process file declares a DOCTYPE.'),
      both('Bỏ dòng DOCTYPE rồi tải lại tệp.', 'Remove the DOCTYPE line and load the file again.'),
    ),
  tooLarge: (bytes: number, limit: number): Problem =>
    told(
      'process.xml.too-large',
      '',
      both(
        `Tệp quy trình dài ${bytes} byte, quá giới hạn ${limit} byte.`,
        `The process file has ${bytes} bytes; the limit is ${limit}.`,
      ),
      both('Tách quy trình thành các quy trình nhỏ hơn.', 'Split it into smaller processes.'),
    ),
  tooManyElements: (count: number, limit: number): Problem =>
    told(
      'process.too-many-elements',
      '',
      both(
        `Quy trình có ${count} phần tử, quá giới hạn ${limit}.`,
        `The process has ${count} elements; the limit is ${limit}.`,
      ),
      both('Tách quy trình thành các quy trình nhỏ hơn.', 'Split it into smaller processes.'),
    ),
  tooDeep: (element: string, limit: number): Problem =>
    told(
      'process.too-deep',
      element,
      both(`Các phần tử lồng nhau quá ${limit} cấp.`, `Elements are nested more than ${limit} deep.`),
      both('Đưa phần lồng sâu thành quy trình riêng.', 'Move the deepest part into a process of its own.'),
    ),
  notBpmn: (detail: string): Problem =>
    told(
      'process.xml.not-bpmn',
      '',
      both(`Tệp không phải BPMN 2.0 hợp lệ: ${detail}`, `The file is not valid BPMN 2.0: ${detail}`),
      both(
        'Xuất lại tệp từ công cụ vẽ quy trình ở định dạng BPMN 2.0.',
        'Export it again from the modeller as BPMN 2.0.',
      ),
    ),
  xmlWarning: (detail: string, severity: 'error' | 'warning'): Problem =>
    told(
      'process.xml.warning',
      '',
      both(`Tệp BPMN có chỗ không đọc được: ${detail}`, `Part of the BPMN file could not be read: ${detail}`),
      both(
        'Sửa chỗ được nêu, hoặc xuất lại tệp từ công cụ vẽ.',
        'Mend the place named, or export the file again from the modeller.',
      ),
      severity,
    ),
  noProcess: (id?: string): Problem =>
    told(
      'process.none',
      id ?? '',
      id === undefined
        ? both('Tệp không có quy trình nào.', 'The file has no process.')
        : both(`Tệp không có quy trình “${id}”.`, `The file has no process “${id}”.`),
      both('Chọn tệp khác, hoặc vẽ quy trình vào tệp này.', 'Choose another file, or draw the process in this one.'),
    ),
  nothingToDo: (id: string): Problem =>
    told(
      'process.empty',
      id,
      both(`Quy trình “${id}” không có bước nào.`, `Process “${id}” has nothing in it to do.`),
      both('Thêm sự kiện bắt đầu, các bước và sự kiện kết thúc.', 'Add a start event, steps and an end event.'),
    ),
  whichProcess: (ids: readonly string[]): Problem =>
    told(
      'process.ambiguous',
      '',
      both(`Tệp có nhiều quy trình: ${ids.join(', ')}.`, `The file has several processes: ${ids.join(', ')}.`),
      both('Nêu rõ mã quy trình cần chạy.', 'Say which process is meant.'),
    ),
  missingId: (kind: string): Problem =>
    told(
      'process.element.no-id',
      kind,
      both(`Một phần tử “${kind}” không có mã (id).`, `A “${kind}” has no id.`),
      both('Đặt mã cho phần tử ấy trong công cụ vẽ.', 'Give it an id in the modeller.'),
    ),
  duplicateId: (id: string): Problem =>
    told(
      'process.element.duplicate-id',
      id,
      both(`Mã “${id}” được dùng cho nhiều phần tử.`, `The id “${id}” is used more than once.`),
      both('Đặt cho mỗi phần tử một mã riêng.', 'Give every element an id of its own.'),
    ),
  illegalId: (id: string, severity: Severity): Problem =>
    told(
      'process.element.illegal-id',
      id,
      both(`“${id}” không dùng làm mã phần tử được.`, `“${id}” cannot be the id of an element.`),
      both(
        'Bắt đầu mã bằng chữ cái không dấu hoặc “_”; chỉ gồm chữ không dấu, số, “-”, “_” và “.”.',
        'Begin the id with a letter or “_”; letters without marks, digits, “-”, “_” and “.” only.',
      ),
      severity,
    ),
} as const;
