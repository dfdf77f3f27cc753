import { problem, type Problem } from '#engine/result/index.ts';

export const cannotRead = (file: string, error: unknown): Problem => {
  const reason = error instanceof Error ? error.message : String(error);
  return problem(
    'file.unreadable',
    file,
    { vi: `Không đọc được tệp ${file}.`, en: `Cannot read ${file}: ${reason}` },
    { vi: 'Hãy kiểm tra tên tệp và quyền truy cập.', en: 'Check its name and who may read it.' },
  );
};

export const fileTooLarge = (file: string, size: number, longest: number): Problem =>
  problem(
    'file.too-large',
    file,
    {
      vi: `Tệp ${file} có ${size} byte, vượt quá mức ${longest} byte.`,
      en: `${file} has ${size} bytes; at most ${longest} are read.`,
    },
    { vi: 'Hãy chia nhỏ nội dung.', en: 'Split its content.' },
  );

export const notUtf8 = (file: string): Problem =>
  problem(
    'file.not-utf8',
    file,
    { vi: `Tệp ${file} không dùng bảng mã UTF-8.`, en: `${file} is not UTF-8.` },
    { vi: 'Hãy lưu lại tệp với bảng mã UTF-8.', en: 'Save it as UTF-8.' },
  );

export const notARelease = (folder: string): Problem =>
  problem(
    'release.folder.shape',
    folder,
    { vi: `Thư mục ${folder} không phải một phiên bản thủ tục.`, en: `${folder} is not the folder of a release.` },
    {
      vi: 'Cần thư mục dạng <mã thủ tục>/<số phiên bản> có procedure.json.',
      en: 'It must look like <code>/<number> and hold procedure.json.',
    },
  );

export const strangeFile = (file: string): Problem =>
  problem(
    'release.folder.unknown-file',
    file,
    {
      vi: `Tệp ${file} không thuộc phiên bản và không được đọc.`,
      en: `${file} is no part of a release and is not read.`,
    },
    {
      vi: 'Các tệp được đọc: procedure.json, form.json, process.bpmn, templates/*.typ.',
      en: 'What is read: procedure.json, form.json, process.bpmn, templates/*.typ.',
    },
    'warning',
  );

export const unknownPerson = (given: string): Problem =>
  problem(
    'person.unknown',
    given,
    {
      vi: `Không có cán bộ nào có mã hoặc tên đăng nhập "${given}".`,
      en: `Nobody has the id or sign-in name "${given}".`,
    },
    {
      vi: 'Hãy dùng tên đăng nhập của cán bộ đã có trong hệ thống.',
      en: 'Use the sign-in name of somebody known here.',
    },
  );

export const samePerson = (name: string): Problem =>
  problem(
    'decision.approval.same-person',
    '',
    {
      vi: `${name} vừa trình vừa duyệt: người duyệt phải là người khác.`,
      en: `${name} is author and approver: two people are needed.`,
    },
    { vi: 'Hãy ghi --author và --approver là hai người khác nhau.', en: 'Give --author and --approver as two people.' },
  );

export const peopleNeeded = (): Problem =>
  problem(
    'decision.approval.people-needed',
    '',
    { vi: 'Chưa ghi người trình (--author) và người duyệt (--approver).', en: 'No --author and --approver given.' },
    {
      vi: 'Ghi tên đăng nhập của hai cán bộ khác nhau, người duyệt có vai trò duyệt công bố.',
      en: 'Name two people by sign-in name; the approver must hold the approving role.',
    },
  );

export const nothingInForce = (code: string): Problem =>
  problem(
    'catalogue.none',
    code,
    { vi: `Không có thủ tục ${code} trong danh mục.`, en: `The catalogue has no procedure ${code}.` },
    { vi: 'Hãy kiểm tra mã thủ tục.', en: 'Check the code.' },
  );

export const unknownDossier = (code: string): Problem =>
  problem(
    'dossier.unknown',
    code,
    { vi: `Không có hồ sơ ${code}.`, en: `There is no dossier ${code}.` },
    { vi: 'Hãy kiểm tra mã hồ sơ.', en: 'Check the code.' },
  );

export const noStore = (file: string): Problem =>
  problem(
    'store.missing',
    file,
    { vi: `Chưa có cơ sở dữ liệu ở ${file}.`, en: `There is no database at ${file}.` },
    { vi: 'Hãy chạy "npm start" một lần, hoặc ghi --data.', en: 'Run "npm start" once, or give --data.' },
  );

export const releaseMissing = (code: string, number: number, looked: string): Problem =>
  problem(
    'decision.item.unknown-release',
    `${code}/${number}`,
    { vi: `Không tìm thấy phiên bản ${number} của thủ tục ${code}.`, en: `Release ${number} of ${code} is not found.` },
    {
      vi: `Hãy đặt nó vào ${looked}, hoặc gửi kèm trong gói.`,
      en: `Put it under ${looked}, or bring it in a package.`,
    },
  );

export const backupExists = (file: string): Problem =>
  problem(
    'backup.exists',
    file,
    { vi: `Tệp ${file} đã có, không ghi đè.`, en: `${file} is there already and is not overwritten.` },
    { vi: 'Hãy chọn tên khác.', en: 'Choose another name.' },
  );

export const restoreOccupied = (file: string): Problem =>
  problem(
    'restore.occupied',
    file,
    {
      vi: `Đã có cơ sở dữ liệu ở ${file}, không ghi đè.`,
      en: `There is a database at ${file}; it is not overwritten.`,
    },
    {
      vi: 'Hãy dừng máy chủ, dời cơ sở dữ liệu cũ đi rồi khôi phục.',
      en: 'Stop the server, move the old database away, then restore.',
    },
  );

export const notABackup = (file: string, reason: string): Problem =>
  problem(
    'restore.unusable',
    file,
    { vi: `Tệp ${file} không phải bản sao lưu dùng được.`, en: `${file} is not a usable backup: ${reason}` },
    { vi: 'Hãy chọn một bản sao lưu khác.', en: 'Choose another backup.' },
  );

export const badInstant = (given: string): Problem =>
  problem(
    'instant.unreadable',
    given,
    {
      vi: `"${given}" không phải ngày (2021-07-01) hoặc thời điểm (2021-07-01T08:00:00+07:00).`,
      en: `"${given}" is neither a day (2021-07-01) nor an instant (2021-07-01T08:00:00+07:00).`,
    },
    { vi: 'Hãy ghi theo một trong hai dạng đó.', en: 'Write it in one of these forms.' },
  );
