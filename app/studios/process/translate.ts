/** What bpmn-js itself says, in Vietnamese. What is not here is never shown by the parts that we use. */
const words: Readonly<Record<string, string>> = {
  'Activate hand tool': 'Kéo khung',
  'Activate lasso tool': 'Chọn vùng',
  'Append {type}': 'Thêm {type}',
  'Connect to other element': 'Nối tới phần tử khác',
  Delete: 'Xóa',
  Remove: 'Xóa',
  Element: 'Phần tử',
  'element required': 'cần chọn phần tử',
  'no parent for {element} in {parent}': 'không đặt được {element} trong {parent}',
  'no shape type specified': 'chưa chọn loại hình',
  'no process or collaboration to display': 'tệp không có quy trình để vẽ',
  'no diagram to display': 'tệp không có sơ đồ để vẽ',
  'already rendered {element}': 'đã vẽ {element}',
  'failed to import {element}': 'không đọc được {element}',
  'unknown di {di} for element {semantic}': 'không rõ hình {di} của {semantic}',
  'unrecognized flowElement {element} in context {context}': 'không rõ phần tử {element} trong {context}',
  'unsupported bpmnElement for {plane}: {rootElement}': 'không vẽ được {rootElement}',
  'out of bounds release': 'thả ra ngoài khung',
  Task: 'Bước',
  'User Task': 'Bước',
  'Start Event': 'Bắt đầu',
  'End Event': 'Kết thúc',
  'Exclusive Gateway': 'Điểm rẽ',
  'Parallel Gateway': 'Làm song song',
  Participant: 'Cơ quan',
  Lane: 'Làn',
  'Sequence Flow': 'Đường nối',
  Close: 'Đóng',
  Undo: 'Hoàn tác',
  Redo: 'Làm lại',
  'Toggle search': 'Tìm',
  'Search in diagram': 'Tìm trong sơ đồ',
};

/** As diagram-js wants it: a text with `{names}` put in. */
export const translate = (text: string, given: Readonly<Record<string, string>> = {}): string =>
  (words[text] ?? text).replace(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole);
