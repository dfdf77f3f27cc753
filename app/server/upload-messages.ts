import type { Localized } from '#engine/result/index.ts';
import { formatBytes } from '#app/i18n/format.ts';

const kinds = (accept: readonly string[]): string => accept.map((kind) => kind.toUpperCase()).join(', ');

export const uploadMessages = {
  tooLarge: (name: string, limit: number): Localized => ({
    vi: `Tệp ${name} lớn hơn ${formatBytes(limit)}. Hãy chụp lại với độ phân giải thấp hơn, hoặc chia thành nhiều tệp.`,
    en: `The file ${name} is larger than ${formatBytes(limit)}. Take the picture at a lower resolution, or send several files.`,
  }),
  empty: (name: string): Localized => ({
    vi: `Tệp ${name} không có nội dung. Hãy chọn tệp khác.`,
    en: `The file ${name} is empty. Choose another file.`,
  }),
  wrongKind: (name: string, accept: readonly string[]): Localized => ({
    vi: `Tệp ${name} không mở được hoặc không đúng loại. Hãy chụp lại, hoặc chọn tệp ${kinds(accept)}.`,
    en: `The file ${name} cannot be opened or is of the wrong kind. Take the picture again, or choose a file of these kinds: ${kinds(accept)}.`,
  }),
  unreadable: {
    vi: 'Nội dung gửi lên bị đứt giữa chừng hoặc quá lớn. Hãy gửi từng tệp một.',
    en: 'What was sent broke off or is too large. Send one file at a time.',
  } satisfies Localized,
};
