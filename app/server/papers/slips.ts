import { localDate } from '#engine/clock/index.ts';
import type { DossierEvent } from '#engine/dossier/index.ts';
import type { PaperContext } from './context.ts';
import { paperHead, placeOf, printedPerson, printedProcedure } from './context.ts';
import type {
  ApologyData,
  ControlSlipData,
  RefusalData,
  RegisterData,
  StopNoticeData,
  SupplementRequestData,
} from './types.ts';
import { placeAndDate, printedDate, printedMoment } from './words.ts';
import type { Unit } from '#engine/store/index.ts';

const about = (context: PaperContext) => ({
  person: printedPerson(context.state),
  procedure: printedProcedure(context),
});

const lastOf = (events: readonly DossierEvent[], type: DossierEvent['type']): DossierEvent | undefined =>
  events.filter((event) => event.type === type).at(-1);

/** Mẫu số 02; undefined when nothing was asked for. */
export const supplementRequestData = async (
  context: PaperContext,
  events: readonly DossierEvent[],
): Promise<SupplementRequestData | undefined> => {
  const { state, release, unit } = context;
  if (!state.supplement) return undefined;
  const counter = unit(state.receivingUnit);
  const asked = lastOf(events, 'supplement-asked');
  return {
    ...about(context),
    head: await paperHead(context, 'supplement-request'),
    papers: state.supplement.papers.map(({ paper, what }) => {
      const listed = release.release.procedure.checklist?.find((each) => each.id === paper);
      const count = (value: number | undefined) => (value ? String(value) : '');
      return {
        name: listed?.name.vi ?? paper,
        what,
        originals: count(listed?.originals),
        certified: count(listed?.certifiedCopies),
        copies: count(listed?.copies),
      };
    }),
    reason: state.supplement.reason,
    contact: `${counter?.name ?? state.receivingUnit}${counter?.phone ? `, số điện thoại ${counter.phone}` : ''}`,
    signer: asked?.actor.name ?? '',
  };
};

/** Mẫu số 03; undefined when the dossier was not refused. */
export const refusalData = async (
  context: PaperContext,
  events: readonly DossierEvent[],
): Promise<RefusalData | undefined> => {
  const refused = lastOf(events, 'refused');
  if (!refused) return undefined;
  const reason = refused.data['reason'];
  return {
    ...about(context),
    head: await paperHead(context, 'refusal'),
    reason: typeof reason === 'string' ? reason : (context.state.closedReason ?? ''),
    whereToGo: typeof refused.data['elsewhere'] === 'string' ? refused.data['elsewhere'] : '',
    signer: refused.actor.name,
  };
};

/** Mẫu số 04; undefined when there was no second appointment. */
export const apologyData = async (
  context: PaperContext,
  events: readonly DossierEvent[],
): Promise<ApologyData | undefined> => {
  const { state } = context;
  if (!state.extension) return undefined;
  return {
    ...about(context),
    head: await paperHead(context, 'apology', state.decidingUnit),
    receivedOn: printedDate(localDate(state.acceptedAt ?? state.submittedAt)),
    oldDue: printedMoment(state.extension.from),
    newDue: printedMoment(state.extension.to),
    reason: state.extension.reason,
    signer: lastOf(events, 'extended')?.actor.name ?? '',
  };
};

/** TT 03/2025, form 05; undefined when the dossier was not stopped. */
export const stopNoticeData = async (
  context: PaperContext,
  events: readonly DossierEvent[],
): Promise<StopNoticeData | undefined> => {
  const stopped = lastOf(events, 'stopped');
  if (!stopped) return undefined;
  return {
    ...about(context),
    head: await paperHead(context, 'stop-notice', context.state.decidingUnit),
    reason: context.state.closedReason ?? '',
    signer: stopped.actor.name,
  };
};

/** Steps as the control slip wants them, oldest first; made by the page from events and process. */
export interface Handover {
  readonly unit: string;
  readonly step: string;
  readonly receivedAt: string;
  readonly receivedBy?: string;
  readonly handedAt?: string;
  readonly handedBy?: string;
  /** When the step should have been done. */
  readonly dueAt?: string;
}

/** Mẫu số 05: a row for each hand-over; a step that is not finished yet has no result. */
export const controlSlipData = async (
  context: PaperContext,
  handovers: readonly Handover[],
): Promise<ControlSlipData> => {
  const name = (code: string) => context.unit(code)?.name ?? code;
  const coordinating = context.release.release.procedure.authority.coordinating ?? [];
  return {
    ...about(context),
    head: await paperHead(context, 'control-slip'),
    deciding: name(context.state.decidingUnit),
    coordinating: coordinating.length > 0 ? coordinating.map((each) => each.name.vi).join('; ') : 'không có',
    handovers: handovers.map((each) => ({
      unit: name(each.unit),
      receivedAt: printedMoment(each.receivedAt),
      receivedBy: each.receivedBy ?? '',
      handedAt: each.handedAt ? printedMoment(each.handedAt) : '',
      handedBy: each.handedBy ?? '',
      classification: classify(each),
      note: each.step,
    })),
  };
};

const classify = ({ handedAt, dueAt }: Handover): string => {
  if (!handedAt) return 'đang giải quyết';
  if (!dueAt) return '';
  if (handedAt > dueAt) return 'quá hạn';
  return localDate(handedAt) < localDate(dueAt) ? 'trước hạn' : 'đúng hạn';
};

/** Mẫu số 06: the register of one unit over some days. */
export const registerData = (
  given: {
    readonly unit: Unit;
    readonly from: string;
    readonly to: string;
    readonly issuedOn: string;
    readonly rows: RegisterData['rows'];
  },
  find: (code: string) => Unit | undefined,
): RegisterData => ({
  head: {
    parentAgency: given.unit.name,
    agency: 'Bộ phận Tiếp nhận và Trả kết quả',
    placeAndDate: placeAndDate(placeOf(given.unit, find), given.issuedOn),
    number: '',
    code: `Sổ theo dõi hồ sơ ${given.issuedOn.slice(0, 4)}`,
    verifyUrl: '',
  },
  period:
    given.from === given.to
      ? `Ngày ${printedDate(given.from)}`
      : `Từ ngày ${printedDate(given.from)} đến ngày ${printedDate(given.to)}`,
  rows: given.rows,
});
