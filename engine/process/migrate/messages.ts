import { problem, type Localized, type Problem, type Severity } from '#engine/result/index.ts';
import { both } from '../messages/both.ts';

const found = (
  rule: string,
  element: string,
  vi: string,
  en: string,
  mend: Localized,
  severity: Severity = 'error',
): Problem => problem(`process.migrate.${rule}`, element, both(vi, en), mend, severity);

const MAP_IT = both(
  'Chỉ rõ phần tử tương ứng ở quy trình mới, hoặc để hồ sơ theo quy trình cũ.',
  'Say which element takes its place, or leave the instance on its old process.',
);
const KEEP = both(
  'Để hồ sơ theo quy trình cũ cho tới khi qua bước này.',
  'Leave the instance on its old process until it has passed this step.',
);

/** Why an instance cannot move to another process; `path` is the element of the old process where it stands. */
export const migrateSaid = {
  unmapped: (at: string): Problem =>
    found(
      'unmapped',
      at,
      `Hồ sơ đang chờ ở “${at}”, quy trình mới không có phần tử tương ứng.`,
      `The instance waits at “${at}”, which has no counterpart in the new process.`,
      MAP_IT,
    ),
  kind: (at: string, to: string): Problem =>
    found(
      'kind',
      at,
      `“${at}” và “${to}” khác loại nên không thay nhau được.`,
      `“${at}” and “${to}” are of different kinds.`,
      MAP_IT,
    ),
  event: (at: string, to: string): Problem =>
    found(
      'event',
      at,
      `“${at}” và “${to}” chờ những điều khác loại.`,
      `“${at}” and “${to}” wait for different kinds of events.`,
      MAP_IT,
    ),
  loop: (at: string, to: string): Problem =>
    found(
      'loop',
      at,
      `“${at}” và “${to}” lặp theo cách khác nhau.`,
      `“${at}” and “${to}” repeat in different ways.`,
      KEEP,
    ),
  scope: (at: string, to: string): Problem =>
    found(
      'scope',
      at,
      `“${to}” nằm trong quy trình con khác với “${at}”.`,
      `“${to}” is inside another sub-process than “${at}”.`,
      MAP_IT,
    ),
  intoLoop: (at: string, to: string): Problem =>
    found(
      'into-loop',
      at,
      `“${to}” nằm trong một phần lặp mà hồ sơ chưa bắt đầu.`,
      `“${to}” is inside a loop that the instance has not begun.`,
      KEEP,
    ),
  join: (at: string, flow: string): Problem =>
    found(
      'join',
      at,
      `Cổng “${at}” đã nhận luồng “${flow}”, cổng mới không có luồng ấy.`,
      `Join “${at}” has a token from flow “${flow}”, which the new one does not have.`,
      KEEP,
    ),
  joinNarrower: (at: string): Problem =>
    found(
      'join-narrower',
      at,
      `Cổng “${at}” đang chờ dở, cổng mới ít luồng vào hơn.`,
      `Join “${at}” is half full and the new one has fewer incoming flows.`,
      KEEP,
    ),
  handler: (at: string): Problem =>
    found(
      'compensation',
      at,
      `Việc bù trừ cho “${at}” không còn ở quy trình mới.`,
      `What would undo “${at}” is not in the new process.`,
      MAP_IT,
    ),
  outcomes: (at: string): Problem =>
    found(
      'outcomes',
      at,
      `Bước “${at}” có các kết quả khác trước.`,
      `Task “${at}” has other outcomes than before.`,
      both('Báo cho người đang xử lý.', 'Tell who is working on it.'),
      'warning',
    ),
  byPlace: (at: string, to: string): Problem =>
    found(
      'by-place',
      at,
      `“${at}” được coi là “${to}” vì cùng loại và cùng vị trí.`,
      `“${at}” is taken for “${to}”: the same kind in the same place.`,
      both('Xem lại trước khi chuyển.', 'Look at it before moving anything.'),
      'warning',
    ),
  unknownSource: (id: string): Problem =>
    found(
      'unknown-source',
      id,
      `Quy trình cũ không có “${id}”.`,
      `The old process has no “${id}”.`,
      both('Sửa bảng tương ứng.', 'Mend the mapping.'),
    ),
  unknownTarget: (id: string, to: string): Problem =>
    found(
      'unknown-target',
      id,
      `Quy trình mới không có “${to}”.`,
      `The new process has no “${to}”.`,
      both('Sửa bảng tương ứng.', 'Mend the mapping.'),
    ),
  twice: (id: string, to: string): Problem =>
    found(
      'twice',
      id,
      `“${to}” đã là phần tử tương ứng của một phần tử khác.`,
      `“${to}” is already the counterpart of another element.`,
      both('Mỗi phần tử mới chỉ thay một phần tử cũ.', 'One new element takes the place of one old element.'),
    ),
  notCompliant: (at: string): Problem =>
    found(
      'not-compliant',
      at,
      `Theo quy trình mới, bước “${at}” lúc ấy chưa thể được làm.`,
      `In the new process “${at}” could not have been done when it was.`,
      both('Xem lại và xác nhận trước khi chuyển.', 'Look at it and confirm before moving.'),
    ),
  ended: (): Problem =>
    found(
      'ended',
      '',
      'Quy trình của hồ sơ đã kết thúc, không còn gì để chuyển.',
      'The process has ended; there is nothing to move.',
      both('Không cần làm gì.', 'Nothing needs to be done.'),
    ),
  movedOn: (): Problem =>
    found(
      'moved-on',
      '',
      'Hồ sơ đã đi tiếp sau khi chuyển nên không thể trả lại như cũ.',
      'The instance has moved on since, so the migration cannot be taken back.',
      both(
        'Chuyển lại theo quy trình cũ như một lần chuyển mới.',
        'Migrate it to the old process as a migration of its own.',
      ),
    ),
} as const;
