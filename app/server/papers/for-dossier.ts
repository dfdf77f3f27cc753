import { localDate } from '#engine/clock/index.ts';
import { replay, type DossierEvent, type DossierState } from '#engine/dossier/index.ts';
import type { Service } from '#engine/service/index.ts';
import type { PaperContext } from './context.ts';
import { handoversOf } from './handovers.ts';
import { labelData } from './label.ts';
import { groupReceiptData, receiptData, submissionSlipData } from './receipt.ts';
import { formOn, papersManifest } from './manifest.ts';
import { renderPaper } from './render.ts';
import { apologyData, controlSlipData, refusalData, stopNoticeData, supplementRequestData } from './slips.ts';
import type { LabelData, PaperKind, ReceiptData } from './types.ts';

/** The papers of one dossier (the register is of a unit, the annex of a decision). */
export type DossierPaper = Exclude<PaperKind, 'register' | 'annex'>;

/** The event a paper belongs to: it keeps that day's form and date however often it is printed. */
const issuing = {
  receipt: 'accepted',
  'supplement-request': 'supplement-asked',
  refusal: 'refused',
  apology: 'extended',
  'stop-notice': 'stopped',
  'submission-slip': 'submitted',
  label: 'accepted',
} as const;

const contextOf = async (
  service: Service,
  state: DossierState,
  events: readonly DossierEvent[],
  origin: string,
  issuedAt: string,
): Promise<PaperContext> => {
  await service.units.all();
  const day = localDate(issuedAt);
  return {
    state: placedAsOf(state, events, issuedAt),
    release: await service.catalogue.release(state.releaseHash),
    unit: (code) => service.units.on(code, day),
    origin,
    issuedAt,
  };
};

/** A paper names the offices of its own day, whoever has taken the dossier over since. */
const placedAsOf = (state: DossierState, events: readonly DossierEvent[], at: string): DossierState => {
  const later = events.findIndex(({ type, occurredAt }) => type === 'transferred' && occurredAt > at);
  if (later < 0) return state;
  const then = replay(events.slice(0, later));
  return then.ok ? { ...state, receivingUnit: then.value.receivingUnit, decidingUnit: then.value.decidingUnit } : state;
};

export interface PaperOptions {
  /** `https://host` that the QR leads to. */
  readonly origin: string;
  /** The receipt's sheets; the citizen's alone unless said. */
  readonly sheets?: readonly ('file' | 'citizen')[];
}

/**
 * One paper of a dossier as PDF; undefined when there is none: no receipt before acceptance, no
 * apology without a second appointment, no stop notice before the circular that brought it.
 */
export const dossierPaper = async (
  service: Service,
  state: DossierState,
  kind: DossierPaper,
  { origin, sheets = ['citizen'] }: PaperOptions,
): Promise<Uint8Array | undefined> => {
  const events = await service.dossiers.events(state.id);
  const now = service.clock.now();
  const issued: DossierEvent | undefined =
    kind === 'control-slip' ? undefined : events.filter((event) => event.type === issuing[kind]).at(-1);
  if (kind !== 'control-slip' && !issued) return undefined;
  const context = await contextOf(service, state, events, origin, issued?.occurredAt ?? now);
  const at = context.issuedAt;
  switch (kind) {
    case 'receipt':
      return renderPaper(kind, await receiptOf(service, context, events, { origin, sheets }), at);
    case 'label':
      return renderPaper(kind, await labelData(context), at);
    case 'submission-slip':
      return renderPaper(kind, await submissionSlipData(context), at);
    case 'control-slip':
      return renderPaper(kind, await controlSlipData(context, handoversOf(state, events, context.release.graph)), at);
    case 'supplement-request': {
      const data = await supplementRequestData(context, events);
      return data && renderPaper(kind, data, at);
    }
    case 'refusal': {
      const data = await refusalData(context, events);
      return data && renderPaper(kind, data, at);
    }
    case 'apology': {
      const data = await apologyData(context, events);
      return data && renderPaper(kind, data, at);
    }
    case 'stop-notice': {
      if (!formOn(await papersManifest(), kind, localDate(at))) return undefined;
      const data = await stopNoticeData(context, events);
      return data && renderPaper(kind, data, at);
    }
  }
};

/** The dossier's own receipt, or that of its whole group, which is one and the leading dossier's. */
const receiptOf = async (
  service: Service,
  context: PaperContext,
  events: readonly DossierEvent[],
  { origin, sheets = ['citizen'] }: PaperOptions,
): Promise<ReceiptData> => {
  const { together } = context.state;
  if (!together?.group) return receiptData(context, events, sheets);
  const members = await Promise.all(
    together.dossiers.map(async ({ id }) => {
      const state = id === context.state.id ? context.state : await service.dossiers.byId(id);
      return state && contextOf(service, state, await service.dossiers.events(id), origin, context.issuedAt);
    }),
  );
  const known = members.filter((member) => member !== undefined);
  const lead = known.find(({ state }) => state.id === together.group?.lead);
  if (!lead) return receiptData(context, events, sheets);
  return groupReceiptData(lead, await service.dossiers.events(lead.state.id), known, sheets);
};

/**
 * The receipts of a visit in one file: of linked procedures the one, of others one after the other. Undefined
 * for a dossier that came alone.
 */
export const visitReceipts = async (
  service: Service,
  state: DossierState,
  { origin, sheets = ['citizen'] }: PaperOptions,
): Promise<Uint8Array | undefined> => {
  if (!state.together) return undefined;
  if (state.together.group) return dossierPaper(service, state, 'receipt', { origin, sheets });
  const receipts: ReceiptData[] = [];
  let issuedAt: string | undefined;
  for (const { id } of state.together.dossiers) {
    const one = await service.dossiers.byId(id);
    const events = await service.dossiers.events(id);
    const accepted = events.findLast((event) => event.type === 'accepted');
    if (!one || !accepted) continue;
    issuedAt ??= accepted.occurredAt;
    receipts.push(await receiptData(await contextOf(service, one, events, origin, issuedAt), events, sheets));
  }
  const [first, ...more] = receipts;
  return first && issuedAt !== undefined ? renderPaper('receipt', { ...first, more }, issuedAt) : undefined;
};

/** The labels of a visit, one a page; undefined for a dossier that came alone. */
export const visitLabels = async (
  service: Service,
  { together }: DossierState,
  { origin }: PaperOptions,
): Promise<Uint8Array | undefined> => {
  const labels: LabelData[] = [];
  for (const { id } of together?.dossiers ?? []) {
    const state = await service.dossiers.byId(id);
    if (state?.acceptedAt === undefined) continue;
    const events = await service.dossiers.events(id);
    labels.push(await labelData(await contextOf(service, state, events, origin, state.acceptedAt)));
  }
  const [first, ...more] = labels;
  return first && renderPaper('label', { ...first, more }, service.clock.now());
};

/** What the citizen holds: the receipt once the dossier is accepted, until then the slip of the submission. */
export const receiptPdf = async (service: Service, state: DossierState, options: PaperOptions): Promise<Uint8Array> => {
  const paper =
    (await dossierPaper(service, state, 'receipt', options)) ??
    (await dossierPaper(service, state, 'submission-slip', options));
  if (!paper) throw new Error(`dossier ${state.id} has neither a receipt nor a submission`);
  return paper;
};
