import type { Problem } from '#engine/result/index.ts';
import { both, told } from './both.ts';

/** What is wrong with events. `path` is the element's id. */
export const eventsSaid = {
  noTimer: (id: string): Problem =>
    told(
      'process.timer.empty',
      id,
      both(`Sự kiện hẹn giờ “${id}” chưa có thời gian.`, `Timer event “${id}” has no time.`),
      both('Nhập khoảng thời gian dạng ISO 8601, ví dụ PT4H.', 'Give an ISO 8601 duration such as PT4H.'),
    ),
  badTimer: (id: string, text: string): Problem =>
    told(
      'process.timer.unreadable',
      id,
      both(`Không đọc được thời gian “${text}” của “${id}”.`, `The time “${text}” of “${id}” cannot be read.`),
      both(
        'Dùng dạng ISO 8601, ví dụ PT4H, P1D, R3/PT1H, 2021-07-01T08:00:00+07:00.',
        'Use ISO 8601, such as PT4H, P1D, R3/PT1H, 2021-07-01T08:00:00+07:00.',
      ),
    ),
  noMessage: (id: string): Problem =>
    told(
      'process.message.unnamed',
      id,
      both(`“${id}” không nêu thông điệp nào.`, `“${id}” does not name a message.`),
      both('Chọn thông điệp cho sự kiện này.', 'Choose a message for it.'),
    ),
  noSignal: (id: string): Problem =>
    told(
      'process.signal.unnamed',
      id,
      both(`“${id}” không nêu tín hiệu nào.`, `“${id}” does not name a signal.`),
      both('Chọn tín hiệu cho sự kiện này.', 'Choose a signal for it.'),
    ),
  noCondition: (id: string): Problem =>
    told(
      'process.condition.empty',
      id,
      both(`Sự kiện điều kiện “${id}” chưa có điều kiện.`, `Conditional event “${id}” has no condition.`),
      both('Viết điều kiện bằng FEEL cho sự kiện này.', 'Write its condition in FEEL.'),
    ),
  linkPairs: (id: string, name: string): Problem =>
    told(
      'process.link.unpaired',
      id,
      both(
        `Liên kết “${name}” ở “${id}” không có đúng một điểm đến.`,
        `Link “${name}” at “${id}” does not have exactly one target.`,
      ),
      both('Mỗi tên liên kết cần đúng một sự kiện đến.', 'Each link name needs exactly one catching event.'),
    ),
  noHandler: (id: string): Problem =>
    told(
      'process.compensation.no-handler',
      id,
      both(`Sự kiện bù trừ “${id}” không nối với hoạt động bù trừ nào.`, `Compensation event “${id}” has no handler.`),
      both(
        'Nối sự kiện với hoạt động bù trừ bằng liên kết (association).',
        'Join it to the activity that undoes the work, by an association.',
      ),
    ),
} as const;
