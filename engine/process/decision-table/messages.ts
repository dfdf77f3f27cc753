import { problem, type Problem } from '#engine/result/index.ts';
import { both } from '../messages/both.ts';

/** What reading decision tables says; `path` is the decision's id, or the rule's. */
export const decisionSaid = {
  notDmn: (detail: string): Problem =>
    problem(
      'process.decision.not-dmn',
      '',
      both(`Tệp bảng quyết định không đọc được: ${detail}`, `The file of decision tables cannot be read: ${detail}`),
      both('Xuất lại tệp ở định dạng DMN 1.3.', 'Export it again as DMN 1.3.'),
    ),
  noLogic: (id: string): Problem =>
    problem(
      'process.decision.empty',
      id,
      both(`Quyết định “${id}” chưa có bảng hay biểu thức.`, `Decision “${id}” has no table or expression.`),
      both('Thêm bảng quyết định.', 'Add a decision table.'),
    ),
  unsupported: (id: string, kind: string): Problem =>
    problem(
      'process.decision.unsupported',
      id,
      both(
        `Quyết định “${id}” dùng “${kind}”, hệ thống không thực hiện.`,
        `Decision “${id}” uses “${kind}”, which is not carried out.`,
      ),
      both('Dùng bảng quyết định hoặc một biểu thức FEEL.', 'Use a decision table or a FEEL expression.'),
    ),
  badWidth: (at: string): Problem =>
    problem(
      'process.decision.width',
      at,
      both(`Hàng “${at}” thiếu hoặc thừa ô.`, `Row “${at}” has too few or too many cells.`),
      both('Điền đủ một ô cho mỗi cột; “-” là bất kỳ.', 'Fill one cell for each column; “-” is any.'),
    ),
  unknownRequirement: (id: string, required: string): Problem =>
    problem(
      'process.decision.requires-unknown',
      id,
      both(
        `Quyết định “${id}” cần “${required}” nhưng tệp không có.`,
        `Decision “${id}” needs “${required}”, which is not in the file.`,
      ),
      both('Thêm quyết định ấy vào tệp.', 'Add that decision to the file.'),
    ),
  circle: (id: string): Problem =>
    problem(
      'process.decision.circle',
      id,
      both(`Quyết định “${id}” rốt cuộc cần chính nó.`, `Decision “${id}” needs itself in the end.`),
      both('Bỏ một yêu cầu trong vòng.', 'Remove one requirement of the circle.'),
    ),
  badTable: (id: string): Problem =>
    problem(
      'process.decision.table',
      id,
      both(`Bảng quyết định trong bước “${id}” không đúng dạng.`, `The decision table in “${id}” has another form.`),
      both(
        'Ghi JSON có hitPolicy ("U" hoặc "F"), inputs và rules; mỗi hàng có when và then.',
        'Write JSON with hitPolicy ("U" or "F"), inputs and rules; each rule has when and then.',
      ),
    ),
  missing: (id: string): Problem =>
    problem(
      'process.decision.missing',
      id,
      both(`Bước “${id}” không nói dùng bảng quyết định nào.`, `Task “${id}” does not say which decision it takes.`),
      both('Chọn bảng quyết định (mc:decision) cho bước.', 'Choose its decision table (mc:decision).'),
    ),
  unknown: (id: string, decision: string): Problem =>
    problem(
      'process.decision.unknown',
      id,
      both(
        `Bước “${id}” dùng bảng quyết định “${decision}” nhưng không có tệp nào chứa bảng ấy.`,
        `Task “${id}” takes decision “${decision}”, which no file has.`,
      ),
      both(
        'Đặt tệp .dmn cạnh tệp quy trình, hoặc ghi bảng ngay trong bước.',
        'Put the .dmn file beside the process, or write the table into the task.',
      ),
    ),
} as const;
