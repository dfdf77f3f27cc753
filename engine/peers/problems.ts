import { problem, type Problem } from '#engine/result/index.ts';

/** What a message of another system is refused for: a stable code, the field, what to do. */

export const unknownPeer = (id: string): Problem =>
  problem(
    'peer.unknown',
    '/peer',
    { vi: `Chưa khai báo hệ thống "${id}".`, en: `The system "${id}" is not known here.` },
    { vi: 'Hãy khai báo trong tệp motcua/peers@1.', en: 'Add it to the motcua/peers@1 file.' },
  );

export const ownCode = (code: string): Problem =>
  problem(
    'peer.code.ours',
    '/MaHoSo',
    {
      vi: `Mã hồ sơ ${code} thuộc cách đánh mã của tỉnh; hệ thống khác không được dùng.`,
      en: `The code ${code} is of the province’s own scheme; another system may not use it.`,
    },
    { vi: 'Hãy gửi mã do hệ thống gửi cấp.', en: 'Send the code that the sending system gave.' },
  );

export const otherCode = (code: string, shapes: readonly string[]): Problem =>
  problem(
    'peer.code.shape',
    '/MaHoSo',
    {
      vi: `Mã hồ sơ ${code} không đúng dạng đã khai báo của hệ thống gửi (${shapes.join(', ')}).`,
      en: `The code ${code} has none of the shapes declared for the sender (${shapes.join(', ')}).`,
    },
    { vi: 'Hãy kiểm tra mã, hoặc khai báo thêm dạng mã.', en: 'Check the code, or declare its shape.' },
  );

export const otherProcedure = (code: string): Problem =>
  problem(
    'peer.procedure',
    '/MaTTHC',
    {
      vi: `Hệ thống gửi không được gửi hồ sơ của thủ tục ${code}.`,
      en: `The sender may not send dossiers of the procedure ${code}.`,
    },
    { vi: 'Hãy kiểm tra khai báo của hệ thống gửi.', en: 'Check what is declared for the sender.' },
  );

export const wrongTime = (given: string): Problem =>
  problem(
    'peer.time',
    '/NgayNopHoSo',
    { vi: `"${given}" không phải ngày giờ.`, en: `"${given}" is no day and time.` },
    { vi: 'Hãy ghi theo yyyyMMddHHmmss, giờ Việt Nam.', en: 'Write yyyyMMddHHmmss, Vietnamese time.' },
  );

export const paperTwice = (path: string, paper: string): Problem =>
  problem('peer.paper.twice', path, {
    vi: `Giấy tờ ${paper} có hai lần trong gói tin.`,
    en: `The paper ${paper} stands twice in the message.`,
  });

export const wrongHash = (path: string, name: string): Problem =>
  problem(
    'peer.file.hash',
    path,
    { vi: `Tệp "${name}" không khớp mã băm đã gửi.`, en: `The file "${name}" is not what its hash says.` },
    { vi: 'Hãy gửi lại tệp.', en: 'Send the file again.' },
  );

export const wrongKind = (path: string, name: string): Problem =>
  problem(
    'peer.file.kind',
    path,
    { vi: `Tệp "${name}" không phải PDF, JPEG hoặc PNG.`, en: `The file "${name}" is no PDF, JPEG or PNG.` },
    { vi: 'Hãy chuyển tệp sang PDF rồi gửi lại.', en: 'Turn it into a PDF and send it again.' },
  );
