import type { Localized } from '#engine/result/index.ts';

/** What a merged draft leaves open. */
export const openText = {
  undecided: (): Localized => ({
    vi: 'Xung đột giữa nội dung quốc gia và nội dung của tỉnh chưa được quyết định.',
    en: 'A conflict between the national content and the province’s is not decided.',
  }),
  dangling: (id: string): Localized => ({
    vi: `Dòng này dùng trường hợp “${id}” không còn nữa.`,
    en: `This row names the case “${id}”, which is no longer there.`,
  }),
  stillUsed: (row: string, use: string): Localized => ({
    vi: `“${row}” đã bỏ theo nội dung quốc gia nhưng “${use}” còn dùng. Hãy sửa trong phần thiết kế.`,
    en: `“${row}” was dropped with the national content, but “${use}” still uses it. Mend it in the studio.`,
  }),
  seeCondition: (row: string): Localized => ({
    vi: `Điều kiện bằng chữ của “${row}” đã đổi. Hãy xem biểu thức của tỉnh còn đúng không.`,
    en: `The words of the condition of “${row}” changed. See whether the province’s expression still holds.`,
  }),
  signed: (): Localized => ({
    vi: 'Nguồn không nói kết quả có phải là tệp ký số hay không.',
    en: 'The source does not say whether the result is a signed file.',
  }),
};
