import { both, error } from '../describe.ts';
import { fails, flow, passes, usual } from '../example.ts';
import { withoutUnknown } from '../unknown.ts';
import type { Check } from '../subject.ts';

/** The process can be read and carried out: no element that is not supported, every condition typed. */
export const processCompiles: Check = {
  name: 'process',
  part: 'process',
  proves: both(
    'Quy trình đọc được và chạy được; mọi điều kiện đúng kiểu.',
    'The process can be read and carried out; every condition is typed.',
  ),
  findings: {
    'process.xml.doctype': error('Tệp quy trình khai báo DOCTYPE.', 'The file declares a DOCTYPE.'),
    'process.xml.too-large': error('Tệp quy trình quá lớn.', 'The file is too large.'),
    'process.too-many-elements': error('Quy trình có quá nhiều phần tử.', 'The process has too many elements.'),
    'process.too-deep': error('Quy trình lồng quá sâu.', 'The process is nested too deep.'),
    'process.reference.missing': error('Một tham chiếu không trỏ tới đâu.', 'A reference leads nowhere.'),
    'process.xml.warning': error('Có chỗ của tệp không đọc được.', 'Part of the file cannot be read.'),
    'process.*': error('Điều khác mà phần đọc quy trình nêu.', 'Whatever else the reader of processes says.'),
    'expression.*': error('Điều kiện viết sai.', 'A condition is wrong.'),
  },
  examples: [
    passes('Quy trình thường', 'A plain process', { process: usual }),
    fails(
      ['process.reference.missing', 'process.xml.warning'],
      'Luồng đến một bước không có',
      'A flow to a step that is not there',
      {
        process: `${usual}${flow('sign', 'nowhere')}`,
      },
    ),
  ],
  run: ({ process }) => withoutUnknown(process.problems),
};
