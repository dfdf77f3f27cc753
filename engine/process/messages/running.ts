import type { Problem } from '#engine/result/index.ts';
import { both, told } from './both.ts';

/** What cannot be done with a process that runs. `path` is the element's id. */
export const runningSaid = {
  notActive: (): Problem =>
    told(
      'process.not-active',
      '',
      both('Quy trình đã kết thúc.', 'The process is over.'),
      both('Mở hồ sơ để xem kết quả; không cần làm gì thêm.', 'Look at its result; there is nothing left to do.'),
    ),
  started: (): Problem =>
    told(
      'process.already-started',
      '',
      both('Quy trình đã bắt đầu.', 'The process has already started.'),
      both('Mở quy trình đang chạy để xử lý tiếp.', 'Go on with the one that is running.'),
    ),
  inIncident: (elements: readonly string[]): Problem =>
    told(
      'process.incident',
      elements[0] ?? '',
      both(
        `Quy trình đang dừng vì sự cố tại: ${elements.join(', ')}.`,
        `The process has stopped because of an incident at: ${elements.join(', ')}.`,
      ),
      both('Xử lý sự cố rồi cho chạy lại, hoặc dừng quy trình.', 'Mend the cause and retry, or cancel the process.'),
    ),
  noIncident: (): Problem =>
    told(
      'process.no-incident',
      '',
      both('Quy trình không có sự cố để chạy lại.', 'There is no incident to retry.'),
      both('Tiếp tục xử lý các bước đang chờ.', 'Go on with the steps that wait.'),
    ),
  startElement: (id: string): Problem =>
    told(
      'process.start.unknown',
      id,
      both(`“${id}” không phải là sự kiện bắt đầu.`, `“${id}” is not a start event.`),
      both('Chọn một sự kiện bắt đầu của quy trình.', 'Choose a start event of the process.'),
    ),
  startChoice: (): Problem =>
    told(
      'process.start.ambiguous',
      '',
      both(
        'Quy trình chỉ bắt đầu bằng một sự kiện cụ thể; cần nêu sự kiện nào.',
        'The process starts by a particular event; say which.',
      ),
      both('Nêu mã của sự kiện bắt đầu.', 'Give the id of the start event.'),
    ),
  notWaiting: (task: string): Problem =>
    told(
      'process.task.not-waiting',
      task,
      both(`Bước “${task}” không ở trạng thái chờ xử lý.`, `Task “${task}” is not waiting.`),
      both(
        'Tải lại trang để xem các bước đang chờ; có thể người khác đã xử lý bước này.',
        'Look again at what waits; somebody else may have finished it.',
      ),
    ),
  timerNotArmed: (timer: string): Problem =>
    told(
      'process.timer.not-armed',
      timer,
      both(`Hẹn giờ “${timer}” không đang chạy.`, `Timer “${timer}” is not armed.`),
      both('Xem lại các hẹn giờ đang chạy của hồ sơ.', 'Look at which timers are armed.'),
    ),
  messageNotAwaited: (name: string): Problem =>
    told(
      'process.message.not-awaited',
      name,
      both(`Không có bước nào đang chờ thông điệp “${name}”.`, `Nothing waits for the message “${name}”.`),
      both(
        'Kiểm tra tên và khoá của thông điệp, và bước đang chờ.',
        'Check the name and key of the message, and what waits.',
      ),
    ),
  outcomeMissing: (task: string, outcomes: readonly string[]): Problem =>
    told(
      'process.outcome.missing',
      task,
      both(`Bước “${task}” cần chọn một kết quả.`, `Task “${task}” needs an outcome.`),
      both(`Chọn một trong: ${outcomes.join(', ')}.`, `Choose one of: ${outcomes.join(', ')}.`),
    ),
  outcomeUnknown: (task: string, outcome: string, outcomes: readonly string[]): Problem =>
    told(
      'process.outcome.unknown',
      task,
      both(`Bước “${task}” không có kết quả “${outcome}”.`, `Task “${task}” has no outcome “${outcome}”.`),
      outcomes.length > 0
        ? both(`Chọn một trong: ${outcomes.join(', ')}.`, `Choose one of: ${outcomes.join(', ')}.`)
        : both('Bước này không có kết quả để chọn.', 'This task has no outcomes to choose from.'),
    ),
} as const;
