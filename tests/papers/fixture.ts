import { execFileSync } from 'node:child_process';
import type { DossierEvent, DossierState, PreparedRelease } from '#engine/dossier/index.ts';
import type { Unit } from '#engine/store/index.ts';
import type { PaperContext } from '#app/server/papers/index.ts';

/** A dossier at a district's counter, as the papers print it. */
export const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Words of the PDF in reading order, on one line. */
export const wordsOf = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString('utf8').replace(/\s+/g, ' ').normalize('NFC');

export const units: readonly Unit[] = [
  {
    code: 'H02',
    name: 'UBND tỉnh Bắc Giang',
    level: 'province',
    kind: 'office',
    identCode: '000.00.00.H02',
    counter: false,
    calendar: 'vietnam',
    validFrom: '2020-01-01',
  },
  {
    code: 'H02.213',
    name: 'UBND thành phố Bắc Giang',
    level: 'district',
    parent: 'H02',
    kind: 'district',
    identCode: '000.00.16.H02',
    phone: '0204 3854 000',
    counter: true,
    calendar: 'vietnam',
    validFrom: '2020-01-01',
  },
];
export const unit = (code: string) => units.find((each) => each.code === code);

export const state = {
  id: 'd-1',
  seq: 3,
  lastHash: 'h3',
  lastAt: '2021-05-06T02:42:00.000Z',
  code: '000.00.16.H02-210506-0027',
  procedure: '1.004859',
  releaseNumber: 1,
  releaseHash: 'x',
  status: 'processing',
  channel: 'counter',
  case: 'correct',
  receivingUnit: 'H02.213',
  decidingUnit: 'H02.213',
  applicant: {
    kind: 'citizen',
    name: 'Trần Thị Hòa',
    idNumber: '024178006731',
    phone: '0912 407 386',
    address: 'số 18, tổ dân phố Giáp Hải, phường Dĩnh Kế',
  },
  answers: {},
  papers: [
    { paper: 'declaration', originals: 1, copies: 0, digital: false, files: [] },
    {
      paper: 'birth',
      originals: 0,
      copies: 2,
      digital: true,
      files: [{ hash: 'h', name: 'khai-sinh.pdf', type: 'application/pdf', bytes: 10 }],
    },
    { paper: 'identity', originals: 0, copies: 0, digital: false, files: [], presented: true },
    { paper: 'absent', originals: 0, copies: 0, digital: false, files: [] },
  ],
  fees: [{ fee: 'charge', name: { vi: 'Lệ phí hộ tịch' }, amount: 25000, due: 'submission' }],
  payments: [{ fee: 'charge', amount: 25000, method: 'counter', reference: '0012845', at: '2021-05-06T02:40:00.000Z' }],
  returnChannel: 'counter',
  submittedAt: '2021-05-06T02:42:00.000Z',
  acceptedAt: '2021-05-06T02:42:00.000Z',
  register: { unit: 'H02.213', year: 2021, number: 17 },
  promised: {
    due: '2021-05-13T10:00:00.000Z',
    provisional: false,
    summary: { vi: '5 ngày làm việc' },
    lines: [
      {
        from: '2021-05-06',
        to: '2021-05-06',
        kind: 'start',
        reason: { vi: 'Nhận đủ hồ sơ, ngày nhận không tính' },
        count: 0,
        total: 0,
      },
      { from: '2021-05-07', to: '2021-05-07', kind: 'counted', reason: { vi: 'Ngày làm việc' }, count: 1, total: 1 },
      { from: '2021-05-08', to: '2021-05-09', kind: 'skipped', reason: { vi: 'Nghỉ cuối tuần' }, count: 0, total: 1 },
      { from: '2021-05-10', to: '2021-05-13', kind: 'counted', reason: { vi: '4 ngày làm việc' }, count: 4, total: 5 },
      { from: '2021-05-13', to: '2021-05-13', kind: 'due', reason: { vi: 'Hết giờ làm việc' }, count: 0, total: 5 },
    ],
  },
  pauses: [],
  tasks: [],
  timers: [],
  results: [],
  done: [],
  visited: [],
} as const satisfies DossierState;

const procedure = {
  format: 'motcua/procedure@1',
  code: '1.004859',
  name: { vi: 'Thay đổi, cải chính hộ tịch, xác định lại dân tộc' },
  field: { code: 'civil-status', name: { vi: 'Hộ tịch' } },
  levels: ['district'],
  authority: { deciding: { name: { vi: 'UBND cấp huyện' }, unit: 'receiving' }, receiving: [{ level: 'district' }] },
  applicants: ['citizen'],
  channels: ['counter', 'online'],
  cases: [{ id: 'correct', name: { vi: 'cải chính hộ tịch' } }],
  timeLimits: [
    { id: 'all', legal: { value: 8, unit: 'working-day' } },
    { id: 'correct', cases: ['correct'], legal: { value: 5, unit: 'working-day' } },
  ],
  checklist: [
    { id: 'declaration', name: { vi: 'Tờ khai theo mẫu' }, kind: 'submit', originals: 1 },
    { id: 'birth', name: { vi: 'Bản sao giấy khai sinh' }, kind: 'submit', copies: 2, certifiedCopies: 1 },
    { id: 'identity', name: { vi: 'Giấy tờ tùy thân' }, kind: 'present' },
    { id: 'absent', name: { vi: 'Giấy tờ không nộp' }, kind: 'submit' },
  ],
  sets: 1,
  legalBasis: [{ number: '60/2014/QH13' }],
};
const release = {
  release: { code: '1.004859', number: 1, hash: 'x', procedure, templates: {} },
} as unknown as PreparedRelease;

export const event = (type: DossierEvent['type'], data: DossierEvent['data'] = {}): DossierEvent => ({
  dossier: 'd-1',
  seq: 1,
  type,
  data,
  actor: { kind: 'staff', id: 's', name: 'Hoàng Thị Liên', unit: 'H02.213' },
  occurredAt: '2021-05-06T02:42:00.000Z',
  recordedAt: '2021-05-06T02:42:00.000Z',
  prevHash: '',
  hash: '',
});

export const context = (change: Partial<DossierState> = {}, issuedAt = '2021-05-06T02:42:00.000Z'): PaperContext => ({
  state: { ...state, ...change },
  release,
  unit,
  origin: 'https://motcua.example',
  issuedAt,
});

export const accepted = [event('accepted')];
