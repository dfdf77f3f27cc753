import { formatDate, localDate, moment, type Instant } from '#engine/clock/index.ts';
import type { DossierEvent, DossierState, UnitMove } from '#engine/dossier/index.ts';
import { statusMessage } from '#engine/peers/index.ts';
import type { OutboxMessage } from '#engine/store/index.ts';
import type { Peer } from '#engine/outbox/index.ts';
import type { Store } from '#engine/store/index.ts';
import { linkedMessage } from './linked/results.ts';

/** Changes of which the applicant is told (NĐ 61/2018 Điều 17, 19, 20), and what is said. */
const sentence = (event: DossierEvent, state: DossierState): string | undefined => {
  const text = (name: string) => String(event.data[name] ?? '');
  const due = state.promised?.due;
  switch (event.type) {
    case 'submitted':
      return `Hồ sơ ${state.code} đã được gửi đến bộ phận một cửa. Ông/Bà sẽ được báo khi hồ sơ được tiếp nhận.`;
    case 'accepted':
      if (state.nonTerritorial?.clockStart === 'arrival' && due === undefined)
        return `Hồ sơ ${state.code} đã được tiếp nhận và được chuyển đến cơ quan có thẩm quyền. Thời hạn tính từ khi cơ quan đó nhận được hồ sơ; Ông/Bà sẽ được báo ngày hẹn trả kết quả.`;
      return due === undefined
        ? `Hồ sơ ${state.code} đã được tiếp nhận.`
        : `Hồ sơ ${state.code} đã được tiếp nhận, hẹn trả kết quả ${moment(due).vi}.`;
    case 'arrived':
      return due === undefined
        ? `Cơ quan có thẩm quyền đã nhận được hồ sơ ${state.code}.`
        : `Cơ quan có thẩm quyền đã nhận được hồ sơ ${state.code}, hẹn trả kết quả ${moment(due).vi}.`;
    case 'refused':
      return `Hồ sơ ${state.code} không được tiếp nhận. Lý do: ${text('reason')}${text('elsewhere') === '' ? '' : `. Nơi nhận hồ sơ: ${text('elsewhere')}`}`;
    case 'supplement-asked':
      return `Hồ sơ ${state.code} cần bổ sung giấy tờ. Lý do: ${text('reason')}`;
    case 'payment-asked':
      return `Hồ sơ ${state.code} cần thực hiện nghĩa vụ tài chính: ${Number(event.data['amount']).toLocaleString('vi-VN')} đồng.`;
    case 'extended':
      return `Cơ quan giải quyết xin lỗi Ông/Bà vì hồ sơ ${state.code} không trả được đúng hẹn; ngày hẹn mới là ${due === undefined ? '' : formatDate(localDate(due))}. Lý do: ${text('reason')}`;
    case 'conversion-asked':
      return `Quy định về thủ tục của hồ sơ ${state.code} đã thay đổi. Ông/Bà có thể chọn giải quyết theo quy định mới, trả lời trước ${state.question ? moment(state.question.until).vi : ''}. Lý do: ${text('reason')}`;
    case 'converted':
      return `Hồ sơ ${state.code} được giải quyết theo quy định mới (bản số ${state.releaseNumber}). Lý do: ${text('reason')}`;
    case 'conversion-reverted':
      return `Hồ sơ ${state.code} trở lại giải quyết theo quy định cũ (bản số ${state.releaseNumber}). Lý do: ${text('reason')}`;
    case 'transferred': {
      const moves = event.data['moves'] as readonly UnitMove[];
      const counter = moves.find(({ to }) => to === state.receivingUnit);
      return counter === undefined
        ? undefined
        : `Do sắp xếp đơn vị, hồ sơ ${state.code} được chuyển từ ${counter.fromName} sang ${counter.toName}. Mã hồ sơ và ngày hẹn giữ nguyên; Ông/Bà không phải làm gì thêm.`;
    }
    case 'suspended':
      return `Việc giải quyết hồ sơ ${state.code} tạm dừng. Lý do: ${text('ground')}`;
    case 'resumed':
      return `Hồ sơ ${state.code} được tiếp tục giải quyết.`;
    case 'stopped':
      return `Hồ sơ ${state.code} dừng giải quyết. Lý do: ${text('reason')}`;
    case 'finished':
      // NĐ 61/2018 Điều 20: whoever was promised a later date is told that they need not wait for it.
      return state.outcome?.classification === 'early' && due !== undefined
        ? `Hồ sơ ${state.code} đã có kết quả sớm hơn hẹn (hẹn trả ${moment(due).vi}). Mời Ông/Bà nhận kết quả.`
        : `Hồ sơ ${state.code} đã có kết quả. Mời Ông/Bà nhận kết quả.`;
    case 'handed-out':
      return `Kết quả của hồ sơ ${state.code} đã được trả cho ${text('to')}.`;
    default:
      return undefined;
  }
};

/** What leaves because of new events: a notice for each change the applicant should know, a call for each service asked. */
export const messagesFor = (state: DossierState, events: readonly DossierEvent[]): readonly OutboxMessage[] => [
  ...events.flatMap((event) => [...noticeFor(state, event), ...callsOf(event), ...linkedMessage(state, event)]),
  ...statusFor(state, events),
];

/** What the system that took a dossier in is told of it. */
const statusFor = (state: DossierState, events: readonly DossierEvent[]): readonly OutboxMessage[] => {
  const last = events.at(-1);
  const told = state.origin && last ? statusMessage(state, events) : undefined;
  return told && state.origin && last
    ? [
        {
          id: `${state.id}:${last.seq}:portal-status`,
          dossier: state.id,
          kind: 'portal-status',
          payload: { peer: state.origin.peer, message: told },
        },
      ]
    : [];
};

const noticeFor = (state: DossierState, event: DossierEvent): readonly OutboxMessage[] => {
  const account = state.applicant.account;
  const text = account === undefined ? undefined : sentence(event, state);
  return text === undefined
    ? []
    : [
        {
          id: `${event.dossier}:${event.seq}:notice`,
          dossier: event.dossier,
          kind: 'notice',
          payload: { account, text, at: event.recordedAt },
        },
      ];
};

const callsOf = (event: DossierEvent): readonly OutboxMessage[] => {
  const calls = event.type === 'process-advanced' ? event.data['calls'] : undefined;
  if (!Array.isArray(calls)) return [];
  return (calls as readonly Readonly<Record<string, unknown>>[]).flatMap((call, place) =>
    call['type'] === 'service' || call['type'] === 'signal'
      ? [
          {
            id: `${event.dossier}:${event.seq}:${call['type']}:${place}`,
            dossier: event.dossier,
            kind: call['type'],
            payload: call,
          },
        ]
      : [],
  );
};

/** Puts notices on the applicant's page. */
export const noticePeer = (store: Pick<Store, 'outbox'>): Peer => ({
  deliver: (message, now: Instant) =>
    store.outbox.addNotice({
      id: message.id,
      account: String(message.payload['account']),
      dossier: message.dossier,
      at: typeof message.payload['at'] === 'string' ? message.payload['at'] : now,
      text: String(message.payload['text']),
    }),
});
