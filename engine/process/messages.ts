import { problem, type Localized, type Problem } from '#engine/result/index.ts';

/** What this room says to people. One function per sentence; `path` is the element's id. */
const both = (vi: string, en: string): Localized => ({ vi, en });

export const said = {
  doctype: (): Problem =>
    problem(
      'process.xml.doctype',
      '',
      both('Tệp quy trình có khai báo DOCTYPE.', 'The process file declares a DOCTYPE.'),
      both('Bỏ dòng DOCTYPE rồi tải lại tệp.', 'Remove the DOCTYPE line and load the file again.'),
    ),
  tooLarge: (bytes: number, limit: number): Problem =>
    problem(
      'process.xml.too-large',
      '',
      both(
        `Tệp quy trình dài ${bytes} byte, quá giới hạn ${limit} byte.`,
        `The process file has ${bytes} bytes; the limit is ${limit}.`,
      ),
      both('Tách quy trình thành các quy trình nhỏ hơn.', 'Split it into smaller processes.'),
    ),
  tooManyElements: (count: number, limit: number): Problem =>
    problem(
      'process.too-many-elements',
      '',
      both(
        `Quy trình có ${count} phần tử, quá giới hạn ${limit}.`,
        `The process has ${count} elements; the limit is ${limit}.`,
      ),
      both('Tách quy trình thành các quy trình nhỏ hơn.', 'Split it into smaller processes.'),
    ),
  tooDeep: (element: string, limit: number): Problem =>
    problem(
      'process.too-deep',
      element,
      both(`Các phần tử lồng nhau quá ${limit} cấp.`, `Elements are nested more than ${limit} deep.`),
      both('Đưa phần lồng sâu thành quy trình riêng.', 'Move the deepest part into a process of its own.'),
    ),
  notBpmn: (detail: string): Problem =>
    problem(
      'process.xml.not-bpmn',
      '',
      both(`Tệp không phải BPMN 2.0 hợp lệ: ${detail}`, `The file is not valid BPMN 2.0: ${detail}`),
      both(
        'Xuất lại tệp từ công cụ vẽ quy trình ở định dạng BPMN 2.0.',
        'Export it again from the modeller as BPMN 2.0.',
      ),
    ),
  xmlWarning: (detail: string, severity: 'error' | 'warning'): Problem =>
    problem(
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
    id === undefined
      ? problem('process.none', '', both('Tệp không có quy trình nào.', 'The file has no process.'))
      : problem('process.none', id, both(`Tệp không có quy trình “${id}”.`, `The file has no process “${id}”.`)),
  badMaximum: (id: string, maximum: number): Problem =>
    problem(
      'process.loop.maximum',
      id,
      both(`Bước “${id}” lặp tối đa ${maximum} lần.`, `“${id}” repeats at most ${maximum} times.`),
      both('Dùng số từ 0 trở lên, hoặc bỏ giới hạn.', 'Use 0 or more, or no limit.'),
      'warning',
    ),
  calledClash: (id: string): Problem =>
    problem(
      'process.call-activity.same-id',
      id,
      both(
        `Quy trình gọi và quy trình được gọi đều có phần tử “${id}”.`,
        `Caller and called process both have an element “${id}”.`,
      ),
      both('Đổi mã của một trong hai phần tử.', 'Give one of the two another id.'),
    ),
  nothingToDo: (id: string): Problem =>
    problem(
      'process.empty',
      id,
      both(`Quy trình “${id}” không có bước nào.`, `Process “${id}” has nothing in it to do.`),
      both('Thêm sự kiện bắt đầu, các bước và sự kiện kết thúc.', 'Add a start event, steps and an end event.'),
    ),
  whichProcess: (ids: readonly string[]): Problem =>
    problem(
      'process.ambiguous',
      '',
      both(`Tệp có nhiều quy trình: ${ids.join(', ')}.`, `The file has several processes: ${ids.join(', ')}.`),
      both('Nêu rõ mã quy trình cần chạy.', 'Say which process is meant.'),
    ),
  missingId: (kind: string): Problem =>
    problem('process.element.no-id', kind, both(`Một phần tử “${kind}” không có mã (id).`, `A “${kind}” has no id.`)),
  duplicateId: (id: string): Problem =>
    problem(
      'process.element.duplicate-id',
      id,
      both(`Mã “${id}” được dùng cho nhiều phần tử.`, `The id “${id}” is used more than once.`),
    ),
  unsupported: (id: string, kind: string, remedy?: Localized): Problem =>
    problem(
      'process.element.unsupported',
      id,
      both(
        `Phần tử “${id}” thuộc loại “${kind}” chưa được hỗ trợ.`,
        `Element “${id}” is a “${kind}”, which is not supported.`,
      ),
      remedy ?? both('Thay bằng phần tử được hỗ trợ.', 'Replace it by a supported element.'),
    ),
  dangling: (id: string, attribute: string): Problem =>
    problem(
      'process.reference.missing',
      id,
      both(`“${attribute}” của “${id}” không trỏ tới phần tử nào.`, `“${attribute}” of “${id}” points to nothing.`),
      both('Nối lại hoặc xoá phần tử này.', 'Connect it again or delete it.'),
    ),
  crossScope: (id: string): Problem =>
    problem(
      'process.flow.crosses-scope',
      id,
      both(
        `Luồng “${id}” đi xuyên qua ranh giới quy trình con.`,
        `Sequence flow “${id}” crosses the border of a sub-process.`,
      ),
      both('Nối luồng tới chính quy trình con.', 'Connect it to the sub-process itself.'),
    ),
  noTimer: (id: string): Problem =>
    problem(
      'process.timer.empty',
      id,
      both(`Sự kiện hẹn giờ “${id}” chưa có thời gian.`, `Timer event “${id}” has no time.`),
      both('Nhập khoảng thời gian dạng ISO 8601, ví dụ PT4H.', 'Give an ISO 8601 duration such as PT4H.'),
    ),
  badTimer: (id: string, text: string): Problem =>
    problem(
      'process.timer.unreadable',
      id,
      both(`Không đọc được thời gian “${text}” của “${id}”.`, `The time “${text}” of “${id}” cannot be read.`),
      both(
        'Dùng dạng ISO 8601, ví dụ PT4H, P1D, R3/PT1H, 2021-07-01T08:00:00+07:00.',
        'Use ISO 8601, such as PT4H, P1D, R3/PT1H, 2021-07-01T08:00:00+07:00.',
      ),
    ),
  badDuration: (id: string, text: string): Problem =>
    problem(
      'process.duration.unreadable',
      id,
      both(
        `Không đọc được thời hạn “${text}” của bước “${id}”.`,
        `The duration “${text}” of step “${id}” cannot be read.`,
      ),
      both('Dùng dạng PT4H, PT30M hoặc P1D (một ngày làm việc).', 'Use PT4H, PT30M or P1D (one working day).'),
    ),
  badAct: (id: string, act: string): Problem =>
    problem(
      'process.act.unknown',
      id,
      both(`Bước “${id}” có hành vi “${act}” không có trong danh mục.`, `Step “${id}” names the unknown act “${act}”.`),
    ),
  badOutcomes: (id: string): Problem =>
    problem(
      'process.outcomes.unreadable',
      id,
      both(`Không đọc được các kết quả của bước “${id}”.`, `The outcomes of step “${id}” cannot be read.`),
      both(
        'Viết dạng “eligible: Đủ điều kiện | not-eligible: Không đủ điều kiện”.',
        'Write “eligible: Eligible | not-eligible: Not eligible”.',
      ),
    ),
  noMessage: (id: string): Problem =>
    problem(
      'process.message.unnamed',
      id,
      both(`“${id}” không nêu thông điệp nào.`, `“${id}” does not name a message.`),
      both('Chọn thông điệp cho sự kiện này.', 'Choose a message for it.'),
    ),
  noSignal: (id: string): Problem =>
    problem('process.signal.unnamed', id, both(`“${id}” không nêu tín hiệu nào.`, `“${id}” does not name a signal.`)),
  noCondition: (id: string): Problem =>
    problem(
      'process.condition.empty',
      id,
      both(`Sự kiện điều kiện “${id}” chưa có điều kiện.`, `Conditional event “${id}” has no condition.`),
    ),
  foreignCondition: (id: string, text: string): Problem =>
    problem(
      'process.condition.foreign',
      id,
      both(
        `Điều kiện “${text}” của “${id}” không chuyển được sang FEEL.`,
        `The condition “${text}” of “${id}” cannot be turned into FEEL.`,
      ),
      both('Viết lại điều kiện bằng FEEL.', 'Write it again in FEEL.'),
    ),
  noCardinality: (id: string): Problem =>
    problem(
      'process.loop.no-cardinality',
      id,
      both(`Bước nhiều lần “${id}” không cho biết số lần.`, `Multi-instance activity “${id}” does not say how often.`),
      both('Nhập số lần hoặc danh sách.', 'Give a number or a list.'),
    ),
  unknownCalled: (id: string, called: string): Problem =>
    problem(
      'process.call-activity.unknown',
      id,
      both(
        `Bước “${id}” gọi quy trình “${called}” không có trong tệp.`,
        `“${id}” calls the process “${called}”, which is not in the file.`,
      ),
      both('Đưa quy trình được gọi vào cùng tệp.', 'Put the called process into the same file.'),
    ),
  linkPairs: (id: string, name: string): Problem =>
    problem(
      'process.link.unpaired',
      id,
      both(
        `Liên kết “${name}” ở “${id}” không có đúng một điểm đến.`,
        `Link “${name}” at “${id}” does not have exactly one target.`,
      ),
      both('Mỗi tên liên kết cần đúng một sự kiện đến.', 'Each link name needs exactly one catching event.'),
    ),
  misplaced: (id: string, what: string, where: Localized): Problem =>
    problem(
      'process.element.misplaced',
      id,
      both(`“${id}” (${what}) đặt sai chỗ: ${where.vi}`, `“${id}” (${what}) is misplaced: ${where.en ?? where.vi}`),
    ),
  noHandler: (id: string): Problem =>
    problem(
      'process.compensation.no-handler',
      id,
      both(`Sự kiện bù trừ “${id}” không nối với hoạt động bù trừ nào.`, `Compensation event “${id}” has no handler.`),
    ),
  ignoredCondition: (id: string): Problem =>
    problem(
      'process.condition.ignored',
      id,
      both(
        `Điều kiện trên luồng “${id}” bị bỏ qua vì luồng ra từ cổng song song.`,
        `The condition on “${id}” is ignored: it leaves a parallel gateway.`,
      ),
      both('Bỏ điều kiện, hoặc dùng cổng bao hàm.', 'Remove it, or use an inclusive gateway.'),
      'warning',
    ),
  noWork: (id: string): Problem =>
    problem(
      'process.service.no-connector',
      id,
      both(
        `Bước tự động “${id}” không nêu kết nối nào nên được đi qua ngay.`,
        `Service task “${id}” names no connector and is passed at once.`,
      ),
      undefined,
      'warning',
    ),
  emptyTable: (): Problem =>
    problem('process.table.empty', '/rows', both('Bảng các bước chưa có dòng nào.', 'The step table has no rows.')),
  notATable: (path: string): Problem =>
    problem(
      'process.table.unreadable',
      path,
      both('Tệp không đúng dạng bảng các bước.', 'This is not a step table.'),
      both(
        'Mỗi dòng cần step, name và who; xem định dạng motcua/step-table@1.',
        'Each row needs step, name and who; see the format motcua/step-table@1.',
      ),
    ),
  badStep: (step: string): Problem =>
    problem(
      'process.table.step-id',
      step,
      both(`Mã bước “${step}” không hợp lệ.`, `“${step}” is not a valid step id.`),
      both(
        'Bắt đầu bằng chữ cái, chỉ gồm chữ không dấu, số, “-” và “_”; không dùng “start” và “end”.',
        'Begin with a letter; letters, digits, “-” and “_” only; not “start” or “end”.',
      ),
    ),
  unknownStep: (step: string, target: string): Problem =>
    problem(
      'process.table.unknown-step',
      step,
      both(
        `Bước “${step}” dẫn tới “${target}” không có trong bảng.`,
        `Step “${step}” leads to “${target}”, which is not in the table.`,
      ),
    ),
  parallelNext: (step: string): Problem =>
    problem(
      'process.table.parallel-next',
      step,
      both(
        `Bước song song “${step}” không thể tự dẫn đi nơi khác.`,
        `Step “${step}” is done side by side with others and cannot lead elsewhere.`,
      ),
    ),
  notInTable: (element: string, kind: string): Problem =>
    problem(
      'process.table.not-expressible',
      element,
      both(
        `“${element}” (${kind}) không thể hiện được trong bảng các bước.`,
        `“${element}” (${kind}) cannot be written in a step table.`,
      ),
      both('Xem và sửa quy trình này bằng sơ đồ.', 'See and edit this process as a diagram.'),
    ),
  notActive: (): Problem => problem('process.not-active', '', both('Quy trình đã kết thúc.', 'The process is over.')),
  started: (): Problem =>
    problem('process.already-started', '', both('Quy trình đã bắt đầu.', 'The process has already started.')),
  inIncident: (elements: readonly string[]): Problem =>
    problem(
      'process.incident',
      elements[0] ?? '',
      both(
        `Quy trình đang dừng vì sự cố tại: ${elements.join(', ')}.`,
        `The process has stopped because of an incident at: ${elements.join(', ')}.`,
      ),
      both('Xử lý sự cố rồi cho chạy lại, hoặc dừng quy trình.', 'Mend the cause and retry, or cancel the process.'),
    ),
  noIncident: (): Problem =>
    problem('process.no-incident', '', both('Quy trình không có sự cố để chạy lại.', 'There is no incident to retry.')),
  startElement: (id: string): Problem =>
    problem(
      'process.start.unknown',
      id,
      both(`“${id}” không phải là sự kiện bắt đầu.`, `“${id}” is not a start event.`),
    ),
  startChoice: (): Problem =>
    problem(
      'process.start.ambiguous',
      '',
      both(
        'Quy trình chỉ bắt đầu bằng một sự kiện cụ thể; cần nêu sự kiện nào.',
        'The process starts by a particular event; say which.',
      ),
    ),
  notWaiting: (task: string): Problem =>
    problem(
      'process.task.not-waiting',
      task,
      both(`Bước “${task}” không ở trạng thái chờ xử lý.`, `Task “${task}” is not waiting.`),
    ),
  timerNotArmed: (timer: string): Problem =>
    problem(
      'process.timer.not-armed',
      timer,
      both(`Hẹn giờ “${timer}” không đang chạy.`, `Timer “${timer}” is not armed.`),
    ),
  messageNotAwaited: (name: string): Problem =>
    problem(
      'process.message.not-awaited',
      name,
      both(`Không có bước nào đang chờ thông điệp “${name}”.`, `Nothing waits for the message “${name}”.`),
    ),
  outcomeMissing: (task: string, outcomes: readonly string[]): Problem =>
    problem(
      'process.outcome.missing',
      task,
      both(`Bước “${task}” cần chọn một kết quả.`, `Task “${task}” needs an outcome.`),
      both(`Chọn một trong: ${outcomes.join(', ')}.`, `Choose one of: ${outcomes.join(', ')}.`),
    ),
  outcomeUnknown: (task: string, outcome: string, outcomes: readonly string[]): Problem =>
    problem(
      'process.outcome.unknown',
      task,
      both(`Bước “${task}” không có kết quả “${outcome}”.`, `Task “${task}” has no outcome “${outcome}”.`),
      outcomes.length > 0
        ? both(`Chọn một trong: ${outcomes.join(', ')}.`, `Choose one of: ${outcomes.join(', ')}.`)
        : both('Bước này không có kết quả để chọn.', 'This task has no outcomes to choose from.'),
    ),
} as const;
