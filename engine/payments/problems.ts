import { problem, type Problem } from '#engine/result/index.ts';

/** What a payment is refused for. */

export const notOwed = (): Problem =>
  problem(
    'payment.not-owed',
    '/fee',
    { vi: 'Hồ sơ này hiện không còn khoản phải nộp đó.', en: 'Nothing of this kind is owed for the dossier now.' },
    { vi: 'Hãy tải lại trang để xem khoản còn phải nộp.', en: 'Load the page again to see what is owed.' },
  );

export const noPlatform = (): Problem =>
  problem(
    'payment.no-platform',
    '',
    { vi: 'Tỉnh chưa mở nộp tiền trực tuyến.', en: 'On-line payment is not open here yet.' },
    { vi: 'Hãy nộp tại Bộ phận Một cửa hoặc qua ngân hàng.', en: 'Pay at the one-stop or through a bank.' },
  );

export const unavailable = (): Problem =>
  problem(
    'payment.unavailable',
    '',
    {
      vi: 'Nền tảng thanh toán chưa trả lời, nên chưa mở được trang nộp tiền. Chưa có khoản tiền nào bị trừ.',
      en: 'The payment platform did not answer. No money was taken.',
    },
    {
      vi: 'Hãy thử lại sau ít phút, hoặc nộp tại Bộ phận Một cửa.',
      en: 'Try again in some minutes, or pay at the one-stop.',
    },
  );

export const otherPlatform = (id: string): Problem =>
  problem(
    'payment.platform',
    '/platform',
    {
      vi: `"${id}" không phải nền tảng thanh toán đã khai báo.`,
      en: `"${id}" is not the payment platform declared here.`,
    },
    { vi: 'Hãy khai báo ở mục "payment" của tệp motcua/peers@1.', en: 'Declare it as "payment" of motcua/peers@1.' },
  );

export const lookup = (code: string): Problem =>
  problem(
    'payment.lookup',
    '/MaTraCuuTT',
    { vi: `Mã tra cứu ${code} không phải của hệ thống này.`, en: `The look-up code ${code} is not of this system.` },
    {
      vi: 'Hãy gửi lại đúng mã đã nhận khi mở khoản thanh toán.',
      en: 'Send the code that was given with the request.',
    },
  );
