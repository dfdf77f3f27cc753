import { formatDate, moment, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { OneStopPeriod } from '#engine/definition/index.ts';
import { problem, type Localized, type Problem } from '#engine/result/index.ts';
import { commandNames, roleName, statusNames } from './names.ts';
import type { DossierCommand, DossierStatus } from './types.ts';

/** Every refusal of a dossier command: what is wrong, which article says so, what to do instead. */

const text = (vi: string, en: string): Localized => ({ vi, en });
const en = (given: Localized): string => given.en ?? given.vi;

export const problems = {
  noDossier: (): Problem =>
    problem(
      'dossier.missing',
      '',
      text('Chưa có hồ sơ này.', 'There is no such dossier yet.'),
      text('Hãy nộp hồ sơ trước.', 'Submit it first.'),
    ),
  exists: (): Problem =>
    problem('dossier.exists', '', text('Hồ sơ này đã được nộp.', 'This dossier has been submitted already.')),
  notStarted: (): Problem =>
    problem(
      'dossier.process.not-started',
      '',
      text('Quy trình của hồ sơ chưa bắt đầu.', 'The dossier’s process has not begun.'),
    ),
  noCode: (): Problem =>
    problem('dossier.code.missing', '', text('Chưa cấp mã số hồ sơ.', 'No dossier code was given.')),
  status: (command: DossierCommand['type'], status: DossierStatus): Problem => {
    const name = commandNames[command];
    const now = statusNames[status];
    return problem(
      'dossier.status',
      '',
      text(
        `Không thể ${name.vi} khi hồ sơ ở trạng thái "${now.vi}".`,
        `A dossier that is "${en(now)}" does not allow: ${en(name)}.`,
      ),
      text('Hãy tải lại hồ sơ để xem trạng thái hiện tại.', 'Reload the dossier to see where it stands.'),
    );
  },
  role: (command: DossierCommand['type'], roles: readonly string[], unit: string | undefined): Problem => {
    const who = roles.map(roleName);
    const at = unit === undefined ? '' : ` (${unit})`;
    return problem(
      'dossier.role',
      '',
      text(
        `Chỉ ${who.map(({ vi }) => vi).join(' hoặc ')}${at} được ${commandNames[command].vi}.`,
        `Only ${who.map(en).join(' or ')}${at} may do this: ${en(commandNames[command])}.`,
      ),
      text('Hãy chuyển cho người có thẩm quyền.', 'Pass it to somebody who may.'),
    );
  },
  paperAwaited: (paper: string, procedure: string): Problem =>
    problem(
      'dossier.linked.paper-awaited',
      `/papers/${paper}`,
      text(
        `Giấy tờ "${paper}" là kết quả của thủ tục ${procedure} trong cùng nhóm liên thông và chưa được chuyển đến.`,
        `The paper "${paper}" is the result of ${procedure} in the same group; it has not come yet.`,
      ),
      text(
        'Hãy chờ kết quả đó, hoặc trả hồ sơ bằng văn bản từ chối nếu kết quả đó không được cấp.',
        'Wait for it, or refuse in writing if it was not granted.',
      ),
    ),
  notAwaited: (paper: string): Problem =>
    problem(
      'dossier.linked.not-awaited',
      '/paper',
      text(
        `Hồ sơ này không chờ giấy tờ "${paper}" từ hồ sơ đó.`,
        `The dossier does not wait for the paper "${paper}" from that one.`,
      ),
    ),
  applicantOnly: (): Problem =>
    problem(
      'dossier.withdraw.applicant-only',
      '',
      text(
        'Chỉ người nộp hồ sơ, đã đăng nhập, mới được rút hồ sơ; cán bộ không được rút thay.',
        'Only the applicant, signed in, may withdraw a dossier; staff may not do it for them.',
      ),
      text(
        'Hãy mời Ông/Bà đăng nhập bằng số điện thoại đã khai để rút hồ sơ.',
        'Ask the applicant to sign in with the phone number they gave.',
      ),
    ),
  applicantOrClerk: (): Problem =>
    problem(
      'dossier.supply.applicant',
      '',
      text(
        'Chỉ người nộp hồ sơ hoặc cán bộ Bộ phận Một cửa nơi tiếp nhận được nộp bổ sung.',
        'Only the applicant or the receiving one-stop may hand in the supplement.',
      ),
    ),
  mandate: (to: string): Problem =>
    problem(
      'dossier.hand-out.mandate',
      '/mandate',
      text(
        `${to} không phải chủ hồ sơ hay người nộp, nên cần giấy ủy quyền để nhận kết quả (NĐ 61/2018/NĐ-CP, Điều 6 khoản 2).`,
        `${to} is neither the applicant nor who handed it in: an authorisation is needed to collect the result (Decree 61/2018, Article 6.2).`,
      ),
      text('Hãy ghi giấy ủy quyền mà người nhận mang theo.', 'Write down the authorisation paper they bring.'),
    ),
  transferredAlready: (decision: string): Problem =>
    problem(
      'dossier.transfer.done',
      '',
      text(
        `Hồ sơ đã được chuyển giao theo Quyết định ${decision}.`,
        `The dossier has been handed over by decision ${decision} already.`,
      ),
    ),
  sameDates: (): Problem =>
    problem(
      'dossier.recount.same',
      '',
      text('Lịch mới không làm thay đổi thời hạn của hồ sơ này.', 'The new calendar does not touch this dossier.'),
    ),
  validity: (): Problem =>
    problem(
      'dossier.result.validity',
      '/validTo',
      text('Ngày hết hiệu lực của kết quả phải từ ngày ký trở đi.', 'A result cannot expire before it is signed.'),
      text(
        'Hãy nhập lại theo ngày/tháng/năm, hoặc để trống nếu không có thời hạn.',
        'Type the day again, or leave it empty.',
      ),
    ),
  opinionUnit: (unit: string): Problem =>
    problem(
      'dossier.opinion.unit',
      '/unit',
      text(
        `Không có đơn vị ${unit}, hoặc đó là chính đơn vị đang giải quyết.`,
        `No unit ${unit}, or it is the one that decides.`,
      ),
      text('Hãy chọn một đơn vị khác.', 'Choose another unit.'),
    ),
  opinionDate: (): Problem =>
    problem(
      'dossier.opinion.date',
      '/until',
      text(
        'Hạn trả lời ý kiến phải là một ngày làm việc từ hôm nay trở đi.',
        'The limit must be a working day, today or later.',
      ),
      text('Hãy chọn ngày khác.', 'Choose another day.'),
    ),
  opinionGone: (): Problem =>
    problem(
      'dossier.opinion.gone',
      '/opinion',
      text(
        'Ý kiến này không còn chờ trả lời ở đơn vị của Ông/Bà.',
        'This opinion is not awaited from your unit any more.',
      ),
      text('Hãy tải lại hồ sơ.', 'Reload the dossier.'),
    ),
  proposalGone: (): Problem =>
    problem(
      'dossier.proposal.gone',
      '/proposal',
      text('Đề nghị này không còn chờ xác nhận.', 'This proposal does not wait any more.'),
      text('Hãy tải lại hồ sơ.', 'Reload the dossier.'),
    ),
  proposalOwn: (): Problem =>
    problem(
      'dossier.proposal.own',
      '',
      text(
        'Người đề nghị không được tự xác nhận; cần người thứ hai.',
        'Who proposes does not confirm: a second person is needed.',
      ),
      text('Hãy nhờ một người khác có thẩm quyền xác nhận.', 'Ask somebody else who may.'),
    ),
  proposalWho: (who: string): Problem =>
    problem(
      'dossier.proposal.who',
      '',
      text(`Việc này phải do ${who} thực hiện.`, 'Somebody else has to do this.'),
      text('Hãy chuyển cho người có thẩm quyền.', 'Pass it to somebody who may.'),
    ),
  notHanging: (): Problem =>
    problem(
      'dossier.repair.sound',
      '',
      text('Quy trình của hồ sơ không bị lỗi, không cần chạy lại.', 'The process does not stand on an error.'),
    ),
  future: (at: Instant): Problem => {
    const when = moment(at);
    return problem(
      'dossier.time.future',
      '/occurredAt',
      text(`Thời điểm ${when.vi} chưa đến.`, `${en(when)} has not come yet.`),
      text('Hãy ghi thời điểm đã xảy ra.', 'Give the time at which it happened.'),
    );
  },
  beforeLast: (at: Instant, last: Instant): Problem => {
    const when = moment(at);
    const before = moment(last);
    return problem(
      'dossier.time.order',
      '/occurredAt',
      text(
        `Thời điểm ${when.vi} trước việc đã ghi gần nhất (${before.vi}).`,
        `${en(when)} is before the last entry (${en(before)}).`,
      ),
      text('Hãy kiểm tra lại thời điểm.', 'Check the time.'),
    );
  },
  notInstant: (): Problem =>
    problem('dossier.time.format', '/occurredAt', text('Thời điểm không đọc được.', 'The time cannot be read.')),
  text: (path: string, what: Localized): Problem =>
    problem(
      'dossier.text.missing',
      path,
      text(`Chưa ghi ${what.vi}.`, `${en(what)} is missing.`),
      text(`Hãy ghi rõ ${what.vi}.`, `Please give: ${en(what)}.`),
    ),
  channel: (channel: Localized): Problem =>
    problem(
      'dossier.channel.not-offered',
      '/channel',
      text(
        `Thủ tục này không tiếp nhận qua hình thức: ${channel.vi}.`,
        `This procedure is not taken in this way: ${en(channel)}.`,
      ),
    ),
  kioskNotOffered: (): Problem =>
    problem(
      'dossier.kiosk.not-offered',
      '/delivery',
      text(
        'Hồ sơ nộp qua ki-ốt thông minh chỉ được ghi nhận tại quầy, từ ngày quy định cho phép.',
        'Handing in at a kiosk can be noted at the counter only, from the day on which the rules offer it.',
      ),
      text('Hãy chọn cách nộp khác.', 'Choose another way of handing in.'),
    ),
  deliveryChannel: (): Problem =>
    problem(
      'dossier.delivery.channel',
      '/delivery',
      text('Số bưu gửi và ngày đến chỉ ghi cho hồ sơ gửi qua bưu chính.', 'Only what comes by post has a postal item.'),
      text('Hãy chọn cách nộp là bưu chính.', 'Choose the post as the way of handing in.'),
    ),
  deliveryDay: (): Problem =>
    problem(
      'dossier.delivery.day',
      '/delivery/arrivedOn',
      text('Ngày hồ sơ đến bằng bưu chính chưa đúng.', 'The day on which the post brought it is not right.'),
      text(
        'Hãy ghi theo ngày/tháng/năm; ngày đến không thể sau ngày nhập hồ sơ.',
        'Write day/month/year; it cannot be later than today.',
      ),
    ),
  nonTerritorialNotOffered: (): Problem =>
    problem(
      'dossier.non-territorial.not-offered',
      '/competentUnit',
      text(
        'Vào ngày này quy định chưa cho phép tiếp nhận thay đơn vị khác (phi địa giới hành chính).',
        'On this day the rules do not allow a counter to take in for another unit.',
      ),
      text('Hãy hướng dẫn nộp tại đơn vị có thẩm quyền.', 'Direct the applicant to the competent unit.'),
    ),
  nonTerritorialOnline: (): Problem =>
    problem(
      'dossier.non-territorial.online',
      '/competentUnit',
      text(
        'Hồ sơ trực tuyến gửi thẳng đến đơn vị có thẩm quyền, không qua đơn vị khác.',
        'On line a dossier goes straight to the competent unit, through no other.',
      ),
    ),
  awaitsArrival: (): Problem =>
    problem(
      'dossier.awaits-arrival',
      '',
      text('Hồ sơ đang được chuyển đến cơ quan có thẩm quyền.', 'The dossier is on its way to the competent unit.'),
      text(
        'Khi đơn vị đó ghi nhận đã nhận hồ sơ thì mới xử lý tiếp được.',
        'Work goes on once that unit has recorded that it received it.',
      ),
    ),
  caseMissing: (): Problem =>
    problem(
      'dossier.case.missing',
      '/case',
      text('Chưa chọn trường hợp.', 'No case was chosen.'),
      text('Hãy chọn trường hợp của Ông/Bà.', 'Choose your case.'),
    ),
  caseUnknown: (id: string): Problem =>
    problem(
      'dossier.case.unknown',
      '/case',
      text(`Thủ tục không có trường hợp "${id}".`, `The procedure has no case "${id}".`),
    ),
  caseDoesNotApply: (name: Localized): Problem =>
    problem(
      'dossier.case.does-not-apply',
      '/case',
      text(
        `Trường hợp "${name.vi}" không phù hợp với nội dung đã khai.`,
        `The case "${en(name)}" does not fit the answers.`,
      ),
      text('Hãy chọn trường hợp khác hoặc sửa nội dung khai.', 'Choose another case, or change the answers.'),
    ),
  unitUnknown: (rule: string): Problem =>
    problem(
      'dossier.unit.unresolved',
      '/receivingUnit',
      text(`Không xác định được cơ quan theo quy tắc "${rule}".`, `No unit answers the rule "${rule}".`),
      text('Hãy báo quản trị kiểm tra danh mục cơ quan.', 'Ask the administrator to check the units.'),
    ),
  paperUnknown: (path: string, paper: string): Problem =>
    problem(
      'dossier.paper.not-on-checklist',
      path,
      text(
        `Giấy tờ "${paper}" không có trong thành phần hồ sơ đã công bố (NĐ 63/2010/NĐ-CP, Điều 21 khoản 2; NĐ 61/2018/NĐ-CP, Điều 5).`,
        `The paper "${paper}" is not on the published checklist (Decree 63/2010, Article 21.2; Decree 61/2018, Article 5).`,
      ),
      text('Chỉ được yêu cầu giấy tờ đã công bố.', 'Only published papers may be asked for.'),
    ),
  paperTwice: (path: string, name: Localized): Problem =>
    problem(
      'dossier.paper.twice',
      path,
      text(`Giấy tờ "${name.vi}" được ghi hai lần.`, `The paper "${en(name)}" is listed twice.`),
    ),
  paperMissing: (paper: string, name: Localized): Problem =>
    problem(
      'dossier.paper.missing',
      `/papers/${paper}`,
      text(`Còn thiếu giấy tờ: ${name.vi}.`, `A paper is missing: ${en(name)}.`),
      text('Hãy nộp đủ giấy tờ, hoặc lập phiếu yêu cầu bổ sung.', 'Hand it in, or issue a request to supplement.'),
    ),
  alternativesMissing: (names: readonly Localized[]): Problem =>
    problem(
      'dossier.paper.missing',
      '/papers',
      text(
        `Cần một trong các giấy tờ: ${names.map(({ vi }) => vi).join('; ')}.`,
        `One of these papers is needed: ${names.map(en).join('; ')}.`,
      ),
      text('Hãy nộp một trong các giấy tờ này.', 'Hand in one of them.'),
    ),
  paperNotSupplied: (name: Localized): Problem =>
    problem(
      'dossier.supplement.incomplete',
      '/papers',
      text(`Chưa bổ sung: ${name.vi}.`, `Not supplied yet: ${en(name)}.`),
      text('Hãy nộp đủ các giấy tờ đã được yêu cầu trong một lần.', 'Hand in all that was asked for at once.'),
    ),
  noPapersAsked: (): Problem =>
    problem(
      'dossier.supplement.nothing',
      '/papers',
      text('Chưa nêu giấy tờ cần bổ sung.', 'No paper was named.'),
      text('Hãy nêu đầy đủ, một lần, mọi giấy tờ cần bổ sung.', 'Name all of them, at once.'),
    ),
  supplementOnce: ({ basis, supplement }: OneStopPeriod): Problem =>
    problem(
      'dossier.supplement.once',
      '',
      text(
        `Hồ sơ đã được yêu cầu bổ sung; không được yêu cầu lần nữa (${basis}, ${supplement.article}).`,
        `A supplement was asked for; it may not be asked for again (${basis}, ${supplement.article}).`,
      ),
      text('Hãy giải quyết, hoặc từ chối có lý do.', 'Settle the dossier, or refuse it with reasons.'),
    ),
  supplementLate: (until: Instant, { basis, supplement }: OneStopPeriod): Problem => {
    const at = moment(until);
    return problem(
      'dossier.supplement.late',
      '',
      text(
        `Đã quá ${String(supplement.withinWorkingDays ?? 0).padStart(2, '0')} ngày làm việc kể từ khi tiếp nhận (${at.vi}), không được yêu cầu bổ sung (${basis}, ${supplement.article}).`,
        `More than ${String(supplement.withinWorkingDays ?? 0)} working days have passed since acceptance (${en(at)}); no supplement may be asked for (${basis}, ${supplement.article}).`,
      ),
      text('Hãy giải quyết, hoặc từ chối có lý do.', 'Settle the dossier, or refuse it with reasons.'),
    );
  },
  extendOnce: ({ basis, extension }: OneStopPeriod): Problem =>
    problem(
      'dossier.extend.once',
      '',
      text(
        `Hồ sơ đã được hẹn lại; không được hẹn lại thêm lần nữa (${basis}, ${extension.article}).`,
        `A new date was set; it may not be set again (${basis}, ${extension.article}).`,
      ),
    ),
  extendLate: (due: Instant, { basis, extension }: OneStopPeriod): Problem => {
    const at = moment(due);
    return problem(
      'dossier.extend.late',
      '',
      text(
        `Văn bản xin lỗi phải gửi chậm nhất ${String(extension.daysBefore).padStart(2, '0')} ngày trước khi hết hạn (${at.vi}) (${basis}, ${extension.article}).`,
        `The apology must be sent at least ${String(extension.daysBefore)} days before the due date (${en(at)}) (${basis}, ${extension.article}).`,
      ),
    );
  },
  noDue: (): Problem =>
    problem(
      'dossier.extend.no-due',
      '',
      text('Hồ sơ không có ngày hẹn trả để hẹn lại.', 'The dossier has no date that could be moved.'),
    ),
  extendNotLater: (due: Instant): Problem => {
    const at = moment(due);
    return problem(
      'dossier.extend.not-later',
      '/newDue',
      text(`Ngày hẹn lại phải sau ngày hẹn cũ (${at.vi}).`, `The new date must be after the old one (${en(at)}).`),
    );
  },
  extendDayOff: (date: LocalDate): Problem =>
    problem(
      'dossier.extend.day-off',
      '/newDue',
      text(`Ngày ${formatDate(date)} là ngày nghỉ.`, `${formatDate(date)} is a day off.`),
      text('Hãy hẹn vào ngày làm việc.', 'Choose a working day.'),
    ),
  extendNoDate: (): Problem =>
    problem(
      'dossier.extend.date',
      '/newDue',
      text('Ngày hẹn lại không có trong lịch.', 'The new date does not exist.'),
    ),
  extendTooFar: (until: Instant): Problem => {
    const at = moment(until);
    return problem(
      'dossier.extend.too-far',
      '/newDue',
      text(`Thủ tục chỉ cho phép gia hạn đến ${at.vi}.`, `The procedure allows an extension until ${en(at)} only.`),
    );
  },
  taskUnknown: (task: string): Problem =>
    problem(
      'dossier.task.not-open',
      '/task',
      text(`Bước "${task}" không còn chờ xử lý.`, `The task "${task}" is not waiting any more.`),
      text('Hãy tải lại hồ sơ.', 'Reload the dossier.'),
    ),
  taskTaken: (by: string): Problem =>
    problem(
      'dossier.task.assigned',
      '/task',
      text(`Bước này đang do ${by} xử lý.`, `${by} is working on this task.`),
      text('Hãy đề nghị lãnh đạo phân công lại.', 'Ask the leader to reassign it.'),
    ),
  taskMine: (): Problem =>
    problem('dossier.task.mine', '/task', text('Ông/Bà đang xử lý bước này.', 'You are working on this task already.')),
  assigneeRole: (name: string, role: string): Problem =>
    problem(
      'dossier.assign.role',
      '/to',
      text(
        `${name} không giữ vai trò ${roleName(role).vi} tại cơ quan này.`,
        `${name} does not hold the role ${en(roleName(role))} at this unit.`,
      ),
      text('Hãy chọn người khác.', 'Choose somebody else.'),
    ),
  outcomeMissing: (known: readonly Localized[]): Problem =>
    problem(
      'dossier.outcome.missing',
      '/outcome',
      text('Chưa chọn kết quả của bước.', 'No outcome was chosen.'),
      text(
        `Hãy chọn một trong: ${known.map(({ vi }) => vi).join('; ')}.`,
        `Choose one of: ${known.map(en).join('; ')}.`,
      ),
    ),
  outcomeUnknown: (outcome: string, known: readonly Localized[]): Problem =>
    problem(
      'dossier.outcome.unknown',
      '/outcome',
      text(`Bước này không có kết quả "${outcome}".`, `The task has no outcome "${outcome}".`),
      text(
        `Hãy chọn một trong: ${known.map(({ vi }) => vi).join('; ')}.`,
        `Choose one of: ${known.map(en).join('; ')}.`,
      ),
    ),
  otherAct: (command: DossierCommand['type']): Problem => {
    const name = commandNames[command];
    return problem(
      'dossier.task.other-act',
      '/task',
      text(`Bước này kết thúc bằng việc ${name.vi}.`, `This task is finished by another act: ${en(name)}.`),
    );
  },
  notThatAct: (command: DossierCommand['type']): Problem => {
    const name = commandNames[command];
    return problem(
      'dossier.task.other-act',
      '/task',
      text(`Bước này không phải bước để ${name.vi}.`, `This is not the task for: ${en(name)}.`),
    );
  },
  requires: (what: Localized): Problem =>
    problem(
      'dossier.requires',
      '/task',
      text(
        `Chưa có ${what.vi}, nên chưa thể kết thúc bước này.`,
        `${en(what)} is missing, so the task cannot be finished.`,
      ),
    ),
  sameTwoPersons: (name: string): Problem =>
    problem(
      'dossier.two-persons',
      '',
      text(
        `${name} đã thẩm định hoặc trình hồ sơ này nên không được ký kết quả.`,
        `${name} examined or submitted this dossier and may not sign its result.`,
      ),
      text('Hãy chuyển cho người khác ký.', 'Have somebody else sign it.'),
    ),
  resultUnknown: (id: string): Problem =>
    problem(
      'dossier.result.unknown',
      '/result',
      text(`Thủ tục không có kết quả "${id}".`, `The procedure has no result "${id}".`),
    ),
  refusalHere: (): Problem =>
    problem(
      'dossier.result.refusal-here',
      '/refusal',
      text('Bước này ký văn bản từ chối, không ký kết quả.', 'A refusal is signed in this step, not a result.'),
    ),
  noResult: (): Problem =>
    problem(
      'dossier.result.missing',
      '',
      text(
        'Chưa có tệp kết quả hoặc văn bản từ chối, nên chưa thể kết thúc hồ sơ (NĐ 61/2018/NĐ-CP, Điều 20 khoản 5).',
        'There is no result file or refusal, so the dossier cannot be finished (Decree 61/2018, Article 20.5).',
      ),
      text('Hãy đính kèm kết quả đã ký.', 'Attach the signed result.'),
    ),
  stepsOpen: (names: readonly string[]): Problem =>
    problem(
      'dossier.finish.steps-open',
      '',
      text(`Còn bước chưa xong: ${names.join('; ')}.`, `Tasks are still open: ${names.join('; ')}.`),
    ),
  feeUnknown: (fee: string): Problem =>
    problem(
      'dossier.fee.unknown',
      '/fee',
      text(`Khoản thu "${fee}" không có trong mức phí, lệ phí đã công bố.`, `The fee "${fee}" is not published.`),
    ),
  amount: (): Problem =>
    problem(
      'dossier.amount',
      '/amount',
      text('Số tiền phải là số nguyên đồng, lớn hơn 0.', 'The amount must be a whole number of đồng above 0.'),
    ),
  signalNotAwaited: (name: string): Problem =>
    problem(
      'dossier.signal.not-awaited',
      '/name',
      text(`Hồ sơ không chờ tín hiệu "${name}".`, `The dossier does not wait for the signal "${name}".`),
    ),
  noTarget: (): Problem =>
    problem(
      'dossier.convert.no-release',
      '/release',
      text('Chưa nêu bản quy định để chuyển hồ sơ sang.', 'No release to convert to was given.'),
      text('Hãy chuyển hồ sơ từ quyết định công bố.', 'Convert it from the decision that publishes the release.'),
    ),
  otherProcedure: (code: string): Problem =>
    problem(
      'dossier.convert.other-procedure',
      '/release',
      text(
        `Bản quy định này là của thủ tục ${code}, không phải thủ tục của hồ sơ.`,
        `That release is one of ${code}, another procedure.`,
      ),
      text('Hồ sơ tiếp tục theo quy định khi tiếp nhận.', 'The dossier goes on as it was taken in.'),
    ),
  sameRelease: (number: number): Problem =>
    problem(
      'dossier.convert.same-release',
      '/release',
      text(`Hồ sơ đã theo bản quy định số ${number}.`, `The dossier is on release ${number} already.`),
    ),
  askedPaperGone: (paper: string): Problem =>
    problem(
      'dossier.convert.paper-asked',
      `/papers/${paper}`,
      text(
        'Giấy tờ đang yêu cầu bổ sung không còn trong thành phần hồ sơ theo quy định mới.',
        'A paper asked for as a supplement is not on the new checklist.',
      ),
    ),
  feeRises: (before: number, after: number): Problem =>
    problem(
      'dossier.convert.fee-rises',
      '/fees',
      text(
        `Phí, lệ phí tăng từ ${before.toLocaleString('vi-VN')} đ lên ${after.toLocaleString('vi-VN')} đ; hồ sơ đã nộp không phải nộp thêm.`,
        `The fee would rise from ${before} to ${after} đồng; a dossier that was handed in owes no more.`,
      ),
    ),
  resultGone: (name: string): Problem =>
    problem(
      'dossier.convert.result-gone',
      '/results',
      text(
        `Kết quả "${name}" đã có không còn là kết quả theo quy định mới.`,
        `The result "${name}" is none of the new release.`,
      ),
    ),
  lateAtOnce: (due: Instant): Problem =>
    problem(
      'dossier.convert.late-at-once',
      '/promised',
      text(
        `Theo thời hạn mới, hồ sơ đã quá hạn từ ${moment(due).vi}; hiện hồ sơ còn trong hạn.`,
        `Under the new limit the dossier would have been due at ${moment(due).en}; it is in time now.`,
      ),
    ),
  placeDiffers: (steps: readonly string[]): Problem =>
    problem(
      'dossier.convert.place-differs',
      '/process',
      text(
        `Theo quy trình mới, với các bước đã làm, hồ sơ phải đang ở ${steps.map((step) => `"${step}"`).join(', ') || 'bước khác'}.`,
        `In the new process, after the same steps, the dossier would be at ${steps.join(', ') || 'another step'}.`,
      ),
    ),
  askPeriod: (): Problem =>
    problem(
      'dossier.convert.ask-period',
      '/until',
      text('Thời hạn trả lời đã qua.', 'The time to answer has passed already.'),
    ),
  noQuestion: (): Problem =>
    problem(
      'dossier.convert.no-question',
      '',
      text(
        'Không có câu hỏi nào đang chờ trả lời về quy định mới.',
        'No question about a new release waits for an answer.',
      ),
      text('Tải lại hồ sơ để xem tình trạng hiện nay.', 'Reload the dossier to see where it stands.'),
    ),
  questionOpen: (): Problem =>
    problem(
      'dossier.convert.question-open',
      '',
      text('Hồ sơ đang chờ người nộp trả lời một câu hỏi khác.', 'Another question to the applicant is open.'),
    ),
  conversionMovedOn: (): Problem =>
    problem(
      'dossier.convert.moved-on',
      '',
      text(
        'Sau khi chuyển, hồ sơ đã được xử lý tiếp (hoặc chưa từng chuyển) nên không trả về như cũ được.',
        'Something has happened to the dossier since (or it was never converted), so the conversion cannot be taken back.',
      ),
      text(
        'Hãy chuyển hồ sơ về bản quy định cũ như một lần chuyển mới.',
        'Convert it to the old release as a conversion of its own.',
      ),
    ),
  timerGone: (token: string): Problem =>
    problem(
      'dossier.timer.gone',
      '/token',
      text(`Hẹn giờ "${token}" không còn chờ.`, `The timer "${token}" is not waiting any more.`),
    ),
  timerEarly: (due: Instant): Problem => {
    const at = moment(due);
    return problem(
      'dossier.timer.early',
      '/token',
      text(`Hẹn giờ đến ${at.vi} mới chạy.`, `The timer runs at ${en(at)}, not before.`),
    );
  },
} as const;

export const chainProblems = {
  gap: (expected: number, got: number): Localized =>
    text(`Thiếu sự kiện số ${expected} (gặp số ${got}).`, `Event ${expected} is missing (found ${got}).`),
  otherDossier: (seq: number): Localized =>
    text(`Sự kiện số ${seq} thuộc hồ sơ khác.`, `Event ${seq} belongs to another dossier.`),
  broken: (seq: number): Localized =>
    text(`Sự kiện số ${seq} không nối với sự kiện trước.`, `Event ${seq} is not chained to the one before.`),
  altered: (seq: number): Localized =>
    text(`Nội dung sự kiện số ${seq} đã bị sửa.`, `The content of event ${seq} was altered.`),
  beginning: text(
    'Lịch sử hồ sơ phải bắt đầu bằng đúng một lần nộp.',
    'A dossier’s history must begin with exactly one submission.',
  ),
} as const;
