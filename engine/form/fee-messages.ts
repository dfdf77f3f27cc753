import type { Localized } from '#engine/result/index.ts';

/** Sentences about what is to be paid. */
export const feeMessages = {
  unknown: (name: string): Localized => ({
    vi: `Chưa tính được số tiền của “${name}”.`,
    en: `The amount of “${name}” cannot be worked out yet.`,
  }),
  answerFirst: (): Localized => ({
    vi: 'Hãy trả lời các câu hỏi mà mức thu phụ thuộc vào.',
    en: 'Answer the questions the amount depends on.',
  }),
  ambiguous: (name: string, rows: readonly number[]): Localized => ({
    vi: `Biểu mức thu của “${name}” có nhiều dòng cùng đúng: ${rows.map((row) => row + 1).join(', ')}.`,
    en: `Several rows of the schedule of “${name}” apply: ${rows.map((row) => row + 1).join(', ')}.`,
  }),
  mendSchedule: (): Localized => ({
    vi: 'Đề nghị cơ quan công bố sửa biểu mức thu.',
    en: 'The publishing office must correct the schedule.',
  }),
} as const;
