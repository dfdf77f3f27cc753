import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { Ticket } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

/** Kinds of service a visitor chooses among, as the reader is told them. */
export const queueKinds = async ({ service }: AppLoadContext, locale: Locale) =>
  (await service.queueKinds.all()).map(({ id, name: { vi, en } }) => ({
    id,
    name: pick({ vi, ...(en ? { en } : {}) }, locale),
  }));

/** The id, where there is such a kind. */
export const kindOf = async ({ service }: AppLoadContext, text: string): Promise<string | undefined> =>
  (await service.queueKinds.all()).find(({ id }) => id === text)?.id;

const today = (context: AppLoadContext): string => localDate(context.clock.now());

export const ticketsToday = (context: AppLoadContext, unit: string): Promise<readonly Ticket[]> =>
  context.service.store.queue.ofDay(unit, today(context));

/** A unit with a counter, or 404. */
export const counterUnit = async (context: AppLoadContext, code: string) => {
  const unit = await context.service.units.byCode(code);
  if (!unit?.counter) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return unit;
};

export const takeNumber = async (context: AppLoadContext, unit: string, service: string): Promise<Ticket> =>
  context.service.store.queue.take(unit, today(context), service, context.clock.now());

/** What the clerk pressed: next, again (a number), skip. */
export const callNumber = async (
  context: AppLoadContext,
  given: {
    readonly unit: string;
    readonly clerk: string;
    readonly desk: string;
    readonly work: string;
    readonly service: string;
    readonly number: number;
  },
): Promise<Ticket | undefined> => {
  const { queue } = context.service.store;
  const { unit, clerk, desk, work, number } = given;
  const call = { unit, clerk, desk, day: today(context), at: context.clock.now() };
  if (work === 'goi-lai') return queue.callAgain({ ...call, number });
  if (work === 'bo-qua') {
    await queue.skip(unit, call.day, clerk);
    return undefined;
  }
  const service = await kindOf(context, given.service);
  return queue.callNext({ ...call, ...(service ? { service } : {}) });
};

/** What everybody may see: the numbers called last and where to, and how many wait. */
export const shownNumbers = (tickets: readonly Ticket[], most = 6) => ({
  called: tickets
    .filter(({ state }) => state === 'called')
    .sort((one, other) => (other.calledAt ?? '').localeCompare(one.calledAt ?? '') || other.number - one.number)
    .slice(0, most)
    .map(({ number, desk, calls }) => ({ number, desk: desk ?? '', calls })),
  waiting: tickets.filter(({ state }) => state === 'waiting').length,
});

/** The number a clerk serves now. */
export const servedBy = async (context: AppLoadContext, unit: string, clerk: string) =>
  (await ticketsToday(context, unit)).find((ticket) => ticket.state === 'called' && ticket.clerk === clerk);

export type NextPerson =
  | { readonly is: 'called'; readonly number: number }
  /** Somebody waits, but this clerk has not said at which desk. */
  | { readonly is: 'desk-unknown' }
  | { readonly is: 'nobody' };

/** Who the clerk takes next: the lowest waiting number, to the desk that the clerk called to last today. */
export const nextPerson = async (context: AppLoadContext, unit: string, clerk: string): Promise<NextPerson> => {
  const tickets = await ticketsToday(context, unit);
  const desk = tickets
    .filter((ticket) => ticket.clerk === clerk && ticket.desk !== undefined)
    .sort((one, other) => (other.calledAt ?? '').localeCompare(one.calledAt ?? ''))[0]?.desk;
  if (desk === undefined) return { is: tickets.some(({ state }) => state === 'waiting') ? 'desk-unknown' : 'nobody' };
  // Also where nobody waits: whom the clerk served until now is done.
  const called = await callNumber(context, { unit, clerk, desk, work: 'tiep', service: '', number: 0 });
  return called ? { is: 'called', number: called.number } : { is: 'nobody' };
};
