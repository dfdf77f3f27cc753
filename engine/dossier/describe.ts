import { formatDate, localDate, localTime, type Deadline } from '#engine/clock/index.ts';
import { unreachable, type Localized } from '#engine/result/index.ts';
import type { KnownEvent } from './events.ts';
import type { PreparedRelease } from './prepared.ts';
import type { DossierEvent, TwoPersonAct } from './types.ts';

const text = (vi: string, en: string): Localized => ({ vi, en });

const money = (amount: number): string => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đ`;

const appointment = (promised: Deadline | undefined): Localized => {
  if (promised?.due === undefined) return text('', '');
  const at = `${localTime(promised.due)} ngày ${formatDate(localDate(promised.due))}`;
  const on = `${localTime(promised.due)} on ${formatDate(localDate(promised.due))}`;
  return text(`, hẹn trả kết quả ${at}`, `, result promised for ${on}`);
};

const outcomeName = (
  element: string,
  outcome: string | undefined,
  prepared: PreparedRelease | undefined,
): Localized => {
  if (outcome === undefined) return text('', '');
  const index = prepared?.graph.nodeOf[element];
  const settings = index === undefined ? undefined : prepared?.graph.nodes[index]?.settings;
  const name = settings?.outcomes.find(({ id }) => id === outcome)?.name ?? { vi: outcome };
  return text(`: ${name.vi}`, `: ${name.en ?? name.vi}`);
};

const nameOf = (
  list: readonly { readonly id: string; readonly name: Localized }[] | undefined,
  id: string,
): Localized => list?.find((each) => each.id === id)?.name ?? { vi: id };

/** One sentence for the dossier's history. With the release, papers, fees and outcomes have their names. */
export const describeEvent = (stored: DossierEvent, prepared?: PreparedRelease): Localized => {
  const event = stored as unknown as KnownEvent;
  const procedure = prepared?.release.procedure;
  switch (event.type) {
    case 'submitted':
      return text(`Nộp hồ sơ, mã số ${event.data.code}`, `Submitted, code ${event.data.code}`);
    case 'accepted': {
      const until = appointment(event.data.promised);
      return text(`Tiếp nhận hồ sơ${until.vi}`, `Accepted${until.en ?? ''}`);
    }
    case 'arrived': {
      const until = appointment(event.data.promised);
      return text(
        `Cơ quan có thẩm quyền đã nhận được hồ sơ${until.vi}`,
        `Received by the competent unit${until.en ?? ''}`,
      );
    }
    case 'refused':
      return text(`Từ chối tiếp nhận hồ sơ: ${event.data.reason}`, `Not accepted: ${event.data.reason}`);
    case 'task-claimed':
      return text(`Nhận xử lý bước "${event.data.name}"`, `Took up "${event.data.name}"`);
    case 'task-assigned':
      return text(
        `Giao bước "${event.data.name}" cho ${event.data.to.name}`,
        `Assigned "${event.data.name}" to ${event.data.to.name}`,
      );
    case 'task-completed': {
      const outcome = outcomeName(event.data.element, event.data.outcome, prepared);
      return text(
        `Hoàn thành bước "${event.data.name}"${outcome.vi}`,
        `Finished "${event.data.name}"${outcome.en ?? ''}`,
      );
    }
    case 'result-signed':
      return event.data.result.refusal
        ? text('Ký văn bản từ chối giải quyết hồ sơ', 'Signed the refusal')
        : text(`Ký kết quả: ${event.data.result.name}`, `Signed the result: ${event.data.result.name}`);
    case 'result-attached':
      return text(`Đính kèm kết quả: ${event.data.result.name}`, `Attached the result: ${event.data.result.name}`);
    case 'supplement-asked': {
      const names = event.data.papers.map(({ paper }) => nameOf(procedure?.checklist, paper));
      return text(
        `Yêu cầu bổ sung hồ sơ (${names.map(({ vi }) => vi).join('; ')}): ${event.data.reason}`,
        `Asked for a supplement (${names.map(({ vi, en }) => en ?? vi).join('; ')}): ${event.data.reason}`,
      );
    }
    case 'supplement-supplied': {
      if (event.data.promised === undefined) return text('Nhận đủ bổ sung', 'Supplement complete');
      const until = appointment(event.data.promised);
      return text(
        `Nhận đủ bổ sung, tính lại thời hạn từ đầu${until.vi}`,
        `Supplement complete, the time limit begins anew${until.en ?? ''}`,
      );
    }
    case 'payment-asked': {
      const name = nameOf(procedure?.fees, event.data.fee);
      return text(
        `Yêu cầu nộp ${name.vi}: ${money(event.data.amount)}`,
        `Asked to pay ${name.en ?? name.vi}: ${money(event.data.amount)}`,
      );
    }
    case 'payment-recorded': {
      const name = nameOf(procedure?.fees, event.data.fee);
      const until = event.data.settles ? appointment(event.data.promised) : text('', '');
      return text(
        `Đã nộp ${name.vi}: ${money(event.data.amount)}${until.vi}`,
        `Paid ${name.en ?? name.vi}: ${money(event.data.amount)}${until.en ?? ''}`,
      );
    }
    case 'extended': {
      const until = appointment(event.data.promised);
      return text(
        `Xin lỗi và hẹn lại${until.vi}: ${event.data.reason}`,
        `Apology and new date${until.en ?? ''}: ${event.data.reason}`,
      );
    }
    case 'suspended':
      return text(`Tạm dừng giải quyết: ${event.data.ground}`, `Suspended: ${event.data.ground}`);
    case 'resumed':
      return text('Tiếp tục giải quyết', 'Resumed');
    case 'withdrawn':
      return event.data.reason === undefined
        ? text('Người nộp rút hồ sơ', 'Withdrawn by the applicant')
        : text(`Người nộp rút hồ sơ: ${event.data.reason}`, `Withdrawn by the applicant: ${event.data.reason}`);
    case 'finished':
      return closed(event.data.outcome?.classification);
    case 'handed-out':
      return event.data.mandate === undefined
        ? text(`Trả kết quả cho ${event.data.to}`, `Result handed out to ${event.data.to}`)
        : text(
            `Trả kết quả cho ${event.data.to} theo giấy ủy quyền: ${event.data.mandate}`,
            `Result handed out to ${event.data.to}, by authorisation: ${event.data.mandate}`,
          );
    case 'stopped':
      return text(`Dừng giải quyết hồ sơ: ${event.data.reason}`, `Stopped: ${event.data.reason}`);
    case 'converted': {
      const { from, releaseNumber: to, reason } = event.data;
      return text(
        `Chuyển từ bản quy định số ${from.releaseNumber} sang bản số ${to}: ${reason}`,
        `Converted from release ${from.releaseNumber} to release ${to}: ${reason}`,
      );
    }
    case 'conversion-reverted': {
      const { releaseNumber: to, reason } = event.data;
      return text(`Trả về bản quy định số ${to}: ${reason}`, `Conversion taken back, release ${to} again: ${reason}`);
    }
    case 'conversion-asked': {
      const { releaseNumber, reason } = event.data;
      return text(
        `Hỏi ý kiến người nộp về việc chuyển sang bản quy định số ${releaseNumber}: ${reason}`,
        `Applicant asked about release ${releaseNumber}: ${reason}`,
      );
    }
    case 'conversion-answered': {
      const { choice, silent } = event.data;
      const chosen =
        choice === 'convert' ? text('chuyển sang quy định mới', 'convert') : text('giữ quy định cũ', 'keep');
      return silent
        ? text(`Hết thời hạn hỏi ý kiến: ${chosen.vi}`, `Nobody answered in time: ${chosen.en ?? ''}`)
        : text(`Người nộp chọn ${chosen.vi}`, `The applicant chose: ${chosen.en ?? ''}`);
    }
    case 'commented':
      return text(`Trao đổi: ${event.data.text}`, `Comment: ${event.data.text}`);
    case 'opinion-asked': {
      const { unit, question, due } = event.data;
      const day = formatDate(localDate(due));
      return text(
        `Lấy ý kiến ${unit}, trả lời trước ${day}: ${question}`,
        `Asked the opinion of ${unit} by ${day}: ${question}`,
      );
    }
    case 'paper-brought': {
      const { vi, en = vi } = nameOf(procedure?.checklist, event.data.paper.paper);
      return text(
        `Kết quả của hồ sơ liên thông ${event.data.fromCode} được chuyển vào làm giấy tờ: ${vi}`,
        `The result of the linked dossier ${event.data.fromCode} was put in as: ${en}`,
      );
    }
    case 'opinion-given':
      return text(`Trả lời ý kiến: ${event.data.answer}`, `Gave the opinion: ${event.data.answer}`);
    case 'proposed':
      return describeAct(event.data.act, 'Đề nghị', 'Proposed');
    case 'confirmed':
      return describeAct(
        event.data.act,
        `Xác nhận đề nghị của ${event.data.by.name}`,
        `Confirmed for ${event.data.by.name}`,
      );
    case 'rejected':
      return text(`Không đồng ý đề nghị: ${event.data.reason}`, `Rejected the proposal: ${event.data.reason}`);
    case 'result-corrected':
      return text(
        `Thay kết quả có sai sót: ${event.data.result.name}`,
        `Corrected the result: ${event.data.result.name}`,
      );
    case 'recounted': {
      const day = (at: string | undefined) => (at === undefined ? '' : formatDate(localDate(at)));
      const { reason, from, legal } = event.data;
      return text(
        `Lịch làm việc thay đổi (${reason}): hạn theo quy định từ ${day(from)} thành ${day(legal.due)}, ngày hẹn trả giữ nguyên`,
        `The calendar changed (${reason}): the date of the law moves from ${day(from)} to ${day(legal.due)}, the promise stays`,
      );
    }
    case 'transferred': {
      const said = event.data.moves.map(({ fromName, toName }) => `${fromName} → ${toName}`).join(', ');
      return text(
        `Chuyển giao hồ sơ theo Quyết định ${event.data.decision}: ${said}`,
        `Handed over by decision ${event.data.decision}: ${said}`,
      );
    }
    case 'process-advanced':
      return advanced(event.data.opened.map(({ name }) => name));
    default:
      return unreachable(event);
  }
};

/** One sentence for what two persons do. */
export const describeAct = (act: TwoPersonAct, vi: string, en: string): Localized => {
  switch (act.type) {
    case 'late-entry': {
      const at = `${localTime(act.occurredAt)} ${formatDate(localDate(act.occurredAt))}`;
      return text(
        `${vi}: ghi việc đã làm lúc ${at}, minh chứng: ${act.evidence}`,
        `${en}: enter what happened at ${at}, evidence: ${act.evidence}`,
      );
    }
    case 'correct-result':
      return text(`${vi}: sửa sai sót của kết quả (${act.reason})`, `${en}: correct the result (${act.reason})`);
    case 'repair':
      return text(`${vi}: chạy lại bước bị lỗi (${act.reason})`, `${en}: try the failed step again (${act.reason})`);
  }
};

const closed = (classification: 'early' | 'on-time' | 'late' | undefined): Localized => {
  switch (classification) {
    case 'early':
      return text('Xử lý xong trước hạn', 'Settled early');
    case 'on-time':
      return text('Xử lý xong đúng hạn', 'Settled on time');
    case 'late':
      return text('Xử lý xong, quá hạn', 'Settled late');
    case undefined:
      return text('Xử lý xong', 'Settled');
  }
};

const advanced = (names: readonly string[]): Localized =>
  names.length === 0
    ? text('Quy trình chuyển bước', 'The process moved on')
    : text(`Chuyển đến bước: ${names.join('; ')}`, `Moved on to: ${names.join('; ')}`);
