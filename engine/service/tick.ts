import type { ClockPort } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { runOutbox, type Peers } from '#engine/outbox/index.ts';
import type { Store } from '#engine/store/index.ts';
import type { DossierService, Service } from './types.ts';

const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] };
const BATCH = 200;

/** Due timers, then messages, until nothing is due. Two that run at once do nothing twice: timers by key, messages by lease. */
export const ticker = (
  store: Store,
  clock: ClockPort,
  dossiers: DossierService,
  jobs: readonly { work(): Promise<unknown> }[],
  peers: Peers,
): Service['tick'] => {
  const fireTimers = async (): Promise<number> => {
    let fired = 0;
    // A timer that was refused stays in the table; it is not asked again in this round.
    const seen = new Set<string>();
    for (;;) {
      const due = await store.dossiers.dueTimers(clock.now(), BATCH + seen.size);
      const fresh = due.filter((timer) => !seen.has(`${timer.dossier} ${timer.token} ${timer.due}`));
      if (fresh.length === 0) return fired;
      const results = await dossiers.executeAll(
        fresh.map((timer) => {
          const name = `${timer.dossier} ${timer.token} ${timer.due}`;
          seen.add(name);
          return {
            dossier: timer.dossier,
            command: { type: 'fire-timer', token: timer.token },
            actor: SYSTEM,
            key: `timer:${name}`,
          };
        }),
      );
      fired += results.filter((result) => result.ok).length;
    }
  };
  let running: ReturnType<Service['tick']> | undefined;
  const once = async () => {
    const timers = await fireTimers();
    for (const job of jobs) await job.work();
    return { timers, messages: await runOutbox(store, peers, clock.now()) };
  };
  return async () => {
    running ??= once().finally(() => {
      running = undefined;
    });
    return running;
  };
};
