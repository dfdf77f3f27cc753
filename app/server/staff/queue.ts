import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { Ticket } from '#engine/store/index.ts';

/** Kinds of service a visitor chooses among. */
export const SERVICES = ['submit', 'collect', 'advice'] as const;
export type QueueService = (typeof SERVICES)[number];

export const serviceOf = (text: string): QueueService | undefined => SERVICES.find((each) => each === text);

const today = (context: AppLoadContext): string => localDate(context.clock.now());

export const ticketsToday = (context: AppLoadContext, unit: string): Promise<readonly Ticket[]> =>
  context.service.store.queue.ofDay(unit, today(context));

/** A unit with a counter, or 404. */
export const counterUnit = async (context: AppLoadContext, code: string) => {
  const unit = await context.service.units.byCode(code);
  if (!unit?.counter) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return unit;
};

export const takeNumber = async (context: AppLoadContext, unit: string, service: QueueService): Promise<Ticket> =>
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
  const service = serviceOf(given.service);
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
