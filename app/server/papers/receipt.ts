import { localDate } from '#engine/clock/index.ts';
import type { DossierEvent, DossierState, PaperReceived } from '#engine/dossier/index.ts';
import type { TimeLimitRow } from '#engine/definition/index.ts';
import type { PaperContext } from './context.ts';
import { numberOf, paperHead, printedPerson, printedProcedure } from './context.ts';
import type { ReceiptData, SubmissionSlipData } from './types.ts';
import { printedDelivery, printedDue, printedElsewhere } from './ways.ts';
import { printedCount, printedDate, printedDerivation, printedLimit, printedMoment, printedMoney } from './words.ts';

const handedIn = (paper: PaperReceived): boolean =>
  paper.originals > 0 || paper.copies > 0 || paper.digital || paper.files.length > 0 || paper.presented === true;

const paperName = ({ release }: PaperContext, id: string): string =>
  release.release.procedure.checklist?.find((each) => each.id === id)?.name.vi ?? id;

/** Where the electronic copy of a paper came from, when nobody handed it in anew. */
const printedOrigin = ({ reused = [] }: PaperReceived): string =>
  reused.length === 0
    ? ''
    : ` (${reused
        .map(({ dossier, receivedOn }) => `bản điện tử đã có tại hồ sơ ${dossier}, ngày ${printedDate(receivedOn)}`)
        .join('; ')})`;

const count = (value: number): string => (value > 0 ? String(value) : '');

/** The row that was applied at acceptance; before it, the most specific by case and channel. */
export const limitRow = ({ state, release }: PaperContext): Pick<TimeLimitRow, 'legal' | 'promised'> | undefined => {
  const ofGroup = state.together?.group?.limit;
  if (ofGroup) return ofGroup;
  const applied = release.release.procedure.timeLimits.find((row) => row.id === state.timeLimit);
  if (applied) return applied;
  const level = release.release.procedure.levels;
  const fits = (row: TimeLimitRow) =>
    (row.cases === undefined || (state.case !== undefined && row.cases.includes(state.case))) &&
    (row.channels === undefined || row.channels.includes(state.channel)) &&
    (row.levels === undefined || row.levels.some((each) => level.includes(each)));
  const specific = (row: TimeLimitRow) =>
    [row.cases, row.channels, row.levels].filter((part) => part !== undefined).length;
  return release.release.procedure.timeLimits.filter(fits).sort((a, b) => specific(b) - specific(a))[0];
};

const NO_FEES = 'không thu';

/** "25.000 đ, đã nộp bằng tiền mặt, biên lai số 0012845". */
export const printedFees = ({ fees, payments }: DossierState): string => {
  if (fees.length === 0) return NO_FEES;
  const how = { counter: 'tại quầy', bank: 'bằng chuyển khoản', online: 'trực tuyến' } as Readonly<
    Record<string, string>
  >;
  return fees
    .map((line) => {
      const amount = line.exemption ? `miễn (${line.exemption.vi})` : printedMoney(line.amount);
      const paid = payments.find((payment) => payment.fee === line.fee);
      const note = paid
        ? `, đã nộp ${how[paid.method] ?? paid.method}${paid.reference ? `, biên lai số ${paid.reference}` : ''}`
        : '';
      return `${line.name.vi}: ${amount}${note}`;
    })
    .join('; ');
};

export const printedCollection = ({ state, unit }: PaperContext): string => {
  const counter = unit(state.receivingUnit)?.name ?? state.receivingUnit;
  if (state.returnChannel === 'post')
    return `Bưu chính công ích${state.returnAddress ? `, gửi tới ${state.returnAddress}` : ''}`;
  return state.returnChannel === 'online' ? 'Bản điện tử, gửi trên Cổng dịch vụ công' : `Bộ phận Một cửa, ${counter}`;
};

/** Before the registers were numbered, the number of the code stood for it. */
const registerLine = ({ register, acceptedAt, submittedAt, code }: DossierState): string => {
  const year = register?.year ?? localDate(acceptedAt ?? submittedAt).slice(0, 4);
  return `Sổ theo dõi hồ sơ điện tử, Quyển số: 01/${String(year)}; Số thứ tự: ${String(register?.number ?? numberOf(code))}`;
};

const SHEETS = { file: 'Liên 1: Lưu', citizen: 'Liên 2: Giao người nộp hồ sơ' } as const;

/** Mẫu số 01. `sheets`: both at the counter, the citizen's alone online. Needs an accepted dossier. */
export const receiptData = async (
  context: PaperContext,
  events: readonly DossierEvent[],
  sheets: readonly (keyof typeof SHEETS)[],
): Promise<ReceiptData> => {
  const { state, release } = context;
  const acceptance = events.find((event) => event.type === 'accepted');
  const received = state.acceptedAt ?? state.submittedAt;
  const row = limitRow(context);
  return {
    head: await paperHead(context, 'receipt'),
    person: printedPerson(state),
    procedure: printedProcedure(context),
    copies: sheets.map((sheet) => SHEETS[sheet]),
    papers: state.papers.filter(handedIn).map((paper) => ({
      name: `${paperName(context, paper.paper)}${paper.presented ? ' (xuất trình)' : ''}${printedOrigin(paper)}`,
      originals: count(paper.originals),
      copies: count(paper.copies),
      digital: paper.digital || paper.files.length > 0 ? 'x' : '',
    })),
    supplement: state.supplement?.suppliedAt
      ? state.supplement.papers.map((each) => paperName(context, each.paper)).join('; ')
      : '',
    sets: `${printedCount(release.release.procedure.sets ?? 1)} bộ`,
    limit: row ? printedLimit(row.legal) : 'không quy định',
    receivedAt: printedMoment(received),
    delivery: printedDelivery(context),
    elsewhere: printedElsewhere(context),
    dueAt: printedDue(context),
    derivation: printedDerivation(state.promised),
    provisional: state.promised?.provisional
      ? 'Ngày hẹn là tạm tính: lịch nghỉ của năm liên quan chưa được công bố.'
      : '',
    collectAt: printedCollection(context),
    fees: printedFees(state),
    register: registerLine(state),
    receiver: acceptance?.actor.name ?? '',
    linked: [],
    more: [],
  };
};

const latest = (first: DossierState, second: DossierState): DossierState =>
  (second.promised?.due ?? '') > (first.promised?.due ?? '') ? second : first;

/**
 * The one receipt of a group of linked procedures (TT 01/2018/TT-VPCP Điều 4): the leading dossier's, with a
 * line for each member, the papers of all, and the date by which the last of them is settled.
 */
export const groupReceiptData = async (
  lead: PaperContext,
  events: readonly DossierEvent[],
  members: readonly PaperContext[],
  sheets: readonly (keyof typeof SHEETS)[],
): Promise<ReceiptData> => {
  const own = await receiptData(lead, events, sheets);
  const last = members.map(({ state }) => state).reduce(latest, lead.state);
  const of = ({ state, release }: PaperContext) =>
    state.id === lead.state.id ? '' : ` (${release.release.procedure.name.vi})`;
  const printed = await Promise.all(members.map((member) => receiptData(member, events, sheets)));
  return {
    ...own,
    procedure: { name: lead.state.together?.group?.name.vi ?? own.procedure.name, case: '' },
    papers: members.flatMap((member, index) =>
      (printed[index]?.papers ?? []).map((paper) => ({ ...paper, name: `${paper.name}${of(member)}` })),
    ),
    limit: 'theo từng thủ tục trong bảng trên',
    dueAt: last.promised?.due ? printedMoment(last.promised.due) : own.dueAt,
    derivation: printedDerivation(last.promised),
    provisional: printed.find(({ provisional }) => provisional !== '')?.provisional ?? '',
    fees: [...new Set(printed.map(({ fees }) => fees))].filter((line) => line !== NO_FEES).join('; ') || NO_FEES,
    linked: members.map(({ state, release, unit }, index) => ({
      procedure: release.release.procedure.name.vi,
      code: state.code,
      agency: unit(state.decidingUnit)?.name ?? state.decidingUnit,
      dueAt: printed[index]?.dueAt ?? '',
      leads: state.id === lead.state.id,
    })),
  };
};

/** The slip of an online submission: not yet the receipt, and says so. */
export const submissionSlipData = async (context: PaperContext): Promise<SubmissionSlipData> => {
  const { state, unit } = context;
  return {
    head: await paperHead(context, 'submission-slip'),
    person: printedPerson(state),
    procedure: printedProcedure(context),
    subtitle: 'Giữ phiếu này để theo dõi hồ sơ',
    receivingUnit: unit(state.receivingUnit)?.name ?? state.receivingUnit,
    submittedAt: printedMoment(state.submittedAt),
    papers: state.papers.filter(handedIn).map((paper) => ({
      name: paperName(context, paper.paper),
      files: paper.files.map((file) => file.name).join(', '),
    })),
    fees: printedFees(state),
    collectAt: printedCollection(context),
  };
};
