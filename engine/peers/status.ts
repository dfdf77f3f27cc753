import { localDate, localTime, type Instant } from '#engine/clock/index.ts';
import { nationalStatus, nationalStatusName, type DossierEvent, type DossierState } from '#engine/dossier/index.ts';

/** `motcua/dossier-status@1`: what the sender of a dossier is told; by its code, status and time it is the same message. */
export interface StatusMessage {
  readonly format: 'motcua/dossier-status@1';
  readonly MaHoSo: string;
  readonly TrangThaiHoSo: string;
  readonly TenTrangThai: string;
  /** yyyyMMddHHmmss of Vietnam. */
  readonly ThoiDiem: string;
  readonly NgayHenTra?: string;
  readonly LyDo?: string;
  readonly DanhSachGiayToKetQua?: readonly { readonly TenGiayTo: string; readonly MaGiayToKetQua: string }[];
}

/** Events with which the national status may change; the first work after acceptance is one too. */
const TELLING: ReadonlySet<DossierEvent['type']> = new Set<DossierEvent['type']>([
  'accepted',
  'arrived',
  'refused',
  'supplement-asked',
  'supplement-supplied',
  'payment-asked',
  'payment-recorded',
  'extended',
  'suspended',
  'resumed',
  'withdrawn',
  'stopped',
  'finished',
  'handed-out',
]);

const stamp = (instant: Instant): string =>
  `${localDate(instant).replaceAll('-', '')}${localTime(instant).replace(':', '')}${instant.slice(17, 19)}`;

/** What is told after these events; undefined: nothing that the sender asks about has changed. */
export const statusMessage = (state: DossierState, events: readonly DossierEvent[]): StatusMessage | undefined => {
  const telling = events.findLast(
    ({ type, occurredAt }) => TELLING.has(type) || (state.workStartedAt === occurredAt && /^(task|result)-/.test(type)),
  );
  if (!telling) return undefined;
  const status = nationalStatus(state);
  const due = state.promised?.due;
  const reason = telling.data['reason'] ?? telling.data['ground'];
  return {
    format: 'motcua/dossier-status@1',
    MaHoSo: state.code,
    TrangThaiHoSo: String(status),
    TenTrangThai: nationalStatusName(status).vi,
    ThoiDiem: stamp(telling.occurredAt),
    ...(due === undefined ? {} : { NgayHenTra: stamp(due) }),
    ...(typeof reason === 'string' ? { LyDo: reason } : {}),
    ...(status >= 9
      ? {
          DanhSachGiayToKetQua: state.results.map(({ name, code }) => ({
            TenGiayTo: name,
            MaGiayToKetQua: code ?? '',
          })),
        }
      : {}),
  };
};
