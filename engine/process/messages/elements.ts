import type { Problem } from '#engine/result/index.ts';
import { both, told, type InBoth } from './both.ts';

/** What is wrong with activities, flows and what hangs on them. `path` is the element's id. */
export const elementsSaid = {
  unsupported: (id: string, kind: string, remedy?: InBoth): Problem =>
    told(
      'process.element.unsupported',
      id,
      both(
        `Phần tử “${id}” thuộc loại “${kind}” chưa được hỗ trợ.`,
        `Element “${id}” is a “${kind}”, which is not supported.`,
      ),
      remedy ?? both('Thay bằng phần tử được hỗ trợ.', 'Replace it by a supported element.'),
    ),
  dangling: (id: string, attribute: string): Problem =>
    told(
      'process.reference.missing',
      id,
      both(`“${attribute}” của “${id}” không trỏ tới phần tử nào.`, `“${attribute}” of “${id}” points to nothing.`),
      both('Nối lại hoặc xoá phần tử này.', 'Connect it again or delete it.'),
    ),
  crossScope: (id: string): Problem =>
    told(
      'process.flow.crosses-scope',
      id,
      both(
        `Luồng “${id}” đi xuyên qua ranh giới quy trình con.`,
        `Sequence flow “${id}” crosses the border of a sub-process.`,
      ),
      both('Nối luồng tới chính quy trình con.', 'Connect it to the sub-process itself.'),
    ),
  misplaced: (id: string, what: string, where: InBoth): Problem =>
    told(
      'process.element.misplaced',
      id,
      both(`“${id}” (${what}) đặt sai chỗ: ${where.vi}`, `“${id}” (${what}) is misplaced: ${where.en}`),
      both(
        'Chuyển phần tử tới đúng chỗ, hoặc dùng loại phần tử khác.',
        'Move it to its place, or use another kind of element.',
      ),
    ),
  foreignCondition: (id: string, text: string): Problem =>
    told(
      'process.condition.foreign',
      id,
      both(
        `Điều kiện “${text}” của “${id}” không chuyển được sang FEEL.`,
        `The condition “${text}” of “${id}” cannot be turned into FEEL.`,
      ),
      both('Viết lại điều kiện bằng FEEL.', 'Write it again in FEEL.'),
    ),
  ignoredCondition: (id: string): Problem =>
    told(
      'process.condition.ignored',
      id,
      both(
        `Điều kiện trên luồng “${id}” bị bỏ qua vì luồng ra từ cổng song song.`,
        `The condition on “${id}” is ignored: it leaves a parallel gateway.`,
      ),
      both('Bỏ điều kiện, hoặc dùng cổng bao hàm.', 'Remove it, or use an inclusive gateway.'),
      'warning',
    ),
  badMaximum: (id: string, maximum: number): Problem =>
    told(
      'process.loop.maximum',
      id,
      both(`Bước “${id}” lặp tối đa ${maximum} lần.`, `“${id}” repeats at most ${maximum} times.`),
      both('Dùng số từ 0 trở lên, hoặc bỏ giới hạn.', 'Use 0 or more, or no limit.'),
      'warning',
    ),
  noCardinality: (id: string): Problem =>
    told(
      'process.loop.no-cardinality',
      id,
      both(`Bước nhiều lần “${id}” không cho biết số lần.`, `Multi-instance activity “${id}” does not say how often.`),
      both('Nhập số lần hoặc danh sách.', 'Give a number or a list.'),
    ),
  calledClash: (id: string): Problem =>
    told(
      'process.call-activity.same-id',
      id,
      both(
        `Quy trình gọi và quy trình được gọi đều có phần tử “${id}”.`,
        `Caller and called process both have an element “${id}”.`,
      ),
      both('Đổi mã của một trong hai phần tử.', 'Give one of the two another id.'),
    ),
  unknownCalled: (id: string, called: string): Problem =>
    told(
      'process.call-activity.unknown',
      id,
      both(
        `Bước “${id}” gọi “${called}”, không phải quy trình trong tệp hay bản phát hành đã có.`,
        `“${id}” calls “${called}”, which is neither a process of the file nor a known release.`,
      ),
      both(
        'Đưa quy trình được gọi vào cùng tệp, hoặc ghi MÃ_THỦ_TỤC@SỐ_BẢN của một bản phát hành đã có.',
        'Put the called process into the same file, or write CODE@NUMBER of a release that exists.',
      ),
    ),
  badDuration: (id: string, text: string): Problem =>
    told(
      'process.duration.unreadable',
      id,
      both(
        `Không đọc được thời hạn “${text}” của bước “${id}”.`,
        `The duration “${text}” of step “${id}” cannot be read.`,
      ),
      both('Dùng dạng PT4H, PT30M hoặc P1D (một ngày làm việc).', 'Use PT4H, PT30M or P1D (one working day).'),
    ),
  badAct: (id: string, act: string): Problem =>
    told(
      'process.act.unknown',
      id,
      both(`Bước “${id}” có hành vi “${act}” không có trong danh mục.`, `Step “${id}” names the unknown act “${act}”.`),
      both(
        'Chọn lại hành vi của bước trong danh mục, hoặc bỏ trống.',
        'Choose the act from the list, or leave it out.',
      ),
    ),
  badOutcomes: (id: string): Problem =>
    told(
      'process.outcomes.unreadable',
      id,
      both(`Không đọc được các kết quả của bước “${id}”.`, `The outcomes of step “${id}” cannot be read.`),
      both(
        'Viết dạng “eligible: Đủ điều kiện | not-eligible: Không đủ điều kiện”.',
        'Write “eligible: Eligible | not-eligible: Not eligible”.',
      ),
    ),
  noWork: (id: string): Problem =>
    told(
      'process.service.no-connector',
      id,
      both(
        `Bước tự động “${id}” không nêu kết nối nào nên được đi qua ngay.`,
        `Service task “${id}” names no connector and is passed at once.`,
      ),
      both(
        'Chọn kết nối cho bước tự động (mc:connector), hoặc dùng bước “task”.',
        'Choose a connector (mc:connector), or use a plain task.',
      ),
      'warning',
    ),
} as const;
