import type { Localized } from '#engine/result/index.ts';

/** What the soundness check says; `at` is the element's name, or its id. */
export const said = {
  unreachable: (at: string): Localized => ({
    vi: `Không có đường nào dẫn tới “${at}”.`,
    en: `Nothing leads to “${at}”.`,
  }),
  noEnd: (at: string): Localized => ({
    vi: `Từ “${at}” không có đường nào tới kết thúc.`,
    en: `From “${at}” no way leads to an end.`,
  }),
  missingDefault: (at: string): Localized => ({
    vi: `Cổng “${at}” chỉ có luồng ra kèm điều kiện; khi không điều kiện nào đúng, quy trình dừng.`,
    en: `Gateway “${at}” has conditional flows only; when none is true the process stops.`,
  }),
  noTrigger: (at: string): Localized => ({
    vi: `Sự kiện “${at}” không nêu điều gì khởi phát nên không bao giờ xảy ra.`,
    en: `Event “${at}” does not say what triggers it, so it never happens.`,
  }),
  uncaughtError: (at: string): Localized => ({
    vi: `Lỗi phát ra ở “${at}” không được xử lý ở đâu.`,
    en: `The error thrown at “${at}” is caught nowhere.`,
  }),
  noCancelBoundary: (at: string): Localized => ({
    vi: `Giao dịch chứa “${at}” không có sự kiện biên huỷ.`,
    en: `The transaction of “${at}” has no cancel boundary event.`,
  }),
  rejoins: (at: string): Localized => ({
    vi: `Nhánh của sự kiện không ngắt “${at}” nhập lại luồng chính; phần sau sẽ chạy hai lần.`,
    en: `The branch of the non-interrupting event “${at}” joins the main flow again; what follows would run twice.`,
  }),
  unsafe: (at: string): Localized => ({
    vi: `“${at}” có thể được thực hiện hai lần cùng lúc.`,
    en: `“${at}” can be reached twice at the same time.`,
  }),
  deadlock: (at: string): Localized => ({
    vi: `Quy trình có thể dừng mãi tại “${at}”.`,
    en: `The process can wait for ever at “${at}”.`,
  }),
  trap: (at: string): Localized => ({
    vi: `Từ “${at}” quy trình có thể quay vòng mãi, không tới kết thúc.`,
    en: `From “${at}” the process can go round for ever and never end.`,
  }),
  dead: (at: string): Localized => ({ vi: `“${at}” không bao giờ được thực hiện.`, en: `“${at}” can never happen.` }),
  cannotEnd: (at: string): Localized => ({
    vi: `Nếu chuyển, hồ sơ sẽ dừng mãi ở “${at}”: từ chỗ đang đứng, quy trình mới không thể kết thúc đúng.`,
    en: `Moved there, the instance would wait for ever at “${at}”: from where it stands the new process cannot end properly.`,
  }),
  cannotEndRemedy: (): Localized => ({
    vi: 'Để hồ sơ theo quy trình cũ cho tới khi qua đoạn thay đổi.',
    en: 'Leave the instance on its old process until it has passed the part that changes.',
  }),
  tooLarge: (at: string): Localized => ({
    vi: `Phần “${at}” có quá nhiều trạng thái để kiểm tra hết.`,
    en: `“${at}” has too many states to look at all of them.`,
  }),
} as const;
