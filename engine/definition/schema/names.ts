import type { Localized } from '#engine/result/index.ts';

/** What the law or the format calls a part; the last part of a path that has a name is used. */
const names: Readonly<Record<string, Localized>> = {
  format: { vi: 'định dạng', en: 'format' },
  code: { vi: 'mã thủ tục', en: 'procedure code' },
  name: { vi: 'tên', en: 'name' },
  vi: { vi: 'văn bản tiếng Việt', en: 'the Vietnamese text' },
  en: { vi: 'văn bản tiếng Anh', en: 'the English text' },
  field: { vi: 'lĩnh vực', en: 'field' },
  levels: { vi: 'cấp thực hiện', en: 'levels' },
  authority: { vi: 'cơ quan giải quyết', en: 'authority' },
  deciding: { vi: 'cơ quan quyết định', en: 'deciding authority' },
  receiving: { vi: 'nơi tiếp nhận', en: 'receiving places' },
  coordinating: { vi: 'cơ quan phối hợp', en: 'coordinating authorities' },
  applicants: { vi: 'đối tượng thực hiện', en: 'applicants' },
  channels: { vi: 'cách thức thực hiện', en: 'channels' },
  onlineLevel: { vi: 'mức độ dịch vụ công trực tuyến', en: 'online level' },
  cases: { vi: 'trường hợp', en: 'cases' },
  timeLimits: { vi: 'thời hạn giải quyết', en: 'time limits' },
  legal: { vi: 'thời hạn theo quy định', en: 'legal time limit' },
  promised: { vi: 'thời hạn cam kết', en: 'promised time limit' },
  fees: { vi: 'phí, lệ phí', en: 'fees' },
  amount: { vi: 'mức thu', en: 'amount' },
  due: { vi: 'thời điểm nộp', en: 'when it is due' },
  checklist: { vi: 'thành phần hồ sơ', en: 'checklist' },
  sets: { vi: 'số lượng hồ sơ', en: 'sets' },
  results: { vi: 'kết quả thực hiện', en: 'results' },
  conditions: { vi: 'yêu cầu, điều kiện', en: 'conditions' },
  publicSteps: { vi: 'trình tự thực hiện', en: 'public steps' },
  legalBasis: { vi: 'căn cứ pháp lý', en: 'legal basis' },
  replaces: { vi: 'thủ tục được thay thế', en: 'procedures replaced' },
  none: { vi: 'phần không quy định', en: 'parts said to be none' },
  pages: { vi: 'các trang của biểu mẫu', en: 'pages of the form' },
  questions: { vi: 'câu hỏi', en: 'questions' },
  options: { vi: 'các lựa chọn', en: 'options' },
  label: { vi: 'nhãn', en: 'label' },
  title: { vi: 'tiêu đề', en: 'title' },
  kind: { vi: 'loại', en: 'kind' },
  type: { vi: 'kiểu', en: 'type' },
  id: { vi: 'mã định danh (id)', en: 'id' },
  when: { vi: 'điều kiện', en: 'condition' },
  required: { vi: 'tính bắt buộc', en: 'whether it is required' },
  number: { vi: 'số', en: 'number' },
  signedOn: { vi: 'ngày ký', en: 'date of signature' },
  signer: { vi: 'người ký', en: 'signer' },
  effectiveFrom: { vi: 'ngày có hiệu lực', en: 'date of effect' },
  items: { vi: 'danh sách thủ tục của quyết định', en: 'items of the decision' },
  action: { vi: 'hình thức công bố', en: 'action' },
  release: { vi: 'số phiên bản', en: 'release number' },
  releases: { vi: 'các phiên bản kèm theo', en: 'releases brought along' },
  decision: { vi: 'quyết định', en: 'decision' },
  procedure: { vi: 'nội dung thủ tục', en: 'procedure' },
  entries: { vi: 'các mục của danh mục', en: 'entries' },
  inFlight: { vi: 'cách xử lý hồ sơ đang giải quyết', en: 'what becomes of running dossiers' },
  unit: { vi: 'đơn vị', en: 'unit' },
  value: { vi: 'giá trị', en: 'value' },
};

/** "thời hạn giải quyết (timeLimits), mục 2": a place in words, with the path's own name. */
export const nameOf = (path: string): Localized => {
  const tokens = path.split('/').slice(1);
  if (tokens.length === 0) return { vi: 'tệp này', en: 'this file' };
  const last = tokens.at(-1) ?? '';
  if (/^\d+$/.test(last)) {
    const list = nameOf(`/${tokens.slice(0, -1).join('/')}`);
    const position = Number(last) + 1;
    return { vi: `${list.vi}, mục ${position}`, en: `${list.en ?? list.vi}, item ${position}` };
  }
  const known = names[last];
  return known
    ? { vi: `${known.vi} (${last})`, en: known.en === last ? last : `${known.en ?? known.vi} (${last})` }
    : { vi: `"${last}"`, en: `"${last}"` };
};
