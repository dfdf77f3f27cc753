import { jsonHash } from '#engine/definition/index.ts';
import { fail, ok, problem, type Result } from '#engine/result/index.ts';
import type { NewEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { chainProblems as problems } from './problems.ts';
import type { DossierEvent, DossierState } from './types.ts';

/** What the first event of a dossier is chained to. */
export const GENESIS = '0'.repeat(64);

const hashOf = ({ hash: _, ...event }: DossierEvent): string => jsonHash(event);

/**
 * Numbers and chains new events: each carries SHA-256 over the canonical JSON (RFC 8785) of itself
 * without its hash, and the hash of the one before.
 */
export const sealEvents = (
  events: readonly NewEvent[],
  after: { readonly dossier: string; readonly seq: number; readonly prevHash: string },
): readonly DossierEvent[] => {
  const sealed: DossierEvent[] = [];
  let prevHash = after.prevHash;
  events.forEach((event, index) => {
    const { type, data, actor, occurredAt, recordedAt } = event;
    const open: DossierEvent = {
      dossier: after.dossier,
      seq: after.seq + index + 1,
      type,
      data: data as unknown as Readonly<Record<string, unknown>>,
      actor,
      occurredAt,
      recordedAt,
      prevHash,
      hash: '',
    };
    const hash = hashOf(open);
    sealed.push({ ...open, hash });
    prevHash = hash;
  });
  return sealed;
};

/** Seals events onto a state and folds them in: what a command does before it is written. */
export const sealOnto = (
  state: DossierState | undefined,
  dossier: string,
  events: readonly NewEvent[],
): { readonly events: readonly DossierEvent[]; readonly state: DossierState | undefined } => {
  const sealed = sealEvents(events, { dossier, seq: state?.seq ?? 0, prevHash: state?.lastHash ?? GENESIS });
  return { events: sealed, state: sealed.reduce<DossierState | undefined>(evolve, state) };
};

/**
 * Is the chain whole: numbers from 1 without gap, one dossier, each event with its own hash and the
 * hash of the one before? Errors name the event: `dossier.chain.gap`, `.dossier`, `.broken`, `.altered`.
 */
export const verifyChain = (events: readonly DossierEvent[]): Result<{ readonly events: number }> => {
  let prevHash = GENESIS;
  for (const [index, event] of events.entries()) {
    const at = `/${index}`;
    if (event.seq !== index + 1) return fail(problem('dossier.chain.gap', at, problems.gap(index + 1, event.seq)));
    if (event.dossier !== events[0]?.dossier)
      return fail(problem('dossier.chain.dossier', at, problems.otherDossier(event.seq)));
    if (event.prevHash !== prevHash) return fail(problem('dossier.chain.broken', at, problems.broken(event.seq)));
    if (event.hash !== hashOf(event)) return fail(problem('dossier.chain.altered', at, problems.altered(event.seq)));
    prevHash = event.hash;
  }
  return ok({ events: events.length });
};

/** The state that the events tell, after their chain was checked. Needs nothing but the events. */
export const replay = (events: readonly DossierEvent[]): Result<DossierState> => {
  const chain = verifyChain(events);
  if (!chain.ok) return chain;
  if (events[0]?.type !== 'submitted') return fail(problem('dossier.chain.beginning', '/0', problems.beginning));
  const again = events.findIndex((event, index) => index > 0 && event.type === 'submitted');
  if (again > 0) return fail(problem('dossier.chain.beginning', `/${again}`, problems.beginning));
  const state = events.reduce<DossierState | undefined>(evolve, undefined);
  return state ? ok(state) : fail(problem('dossier.chain.beginning', '', problems.beginning));
};
