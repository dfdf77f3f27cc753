import type { Logger } from 'pino';
import type { Service } from '#engine/service/index.ts';

export interface Worker {
  /** Resolves when the round under way is done; no other begins. */
  stop(): Promise<void>;
}

/** Timers that fell due and messages that must leave, looked at every second. A failed round is logged and tried again. */
export const startWorker = (service: Pick<Service, 'tick'>, log: Logger, everyMs = 1000): Worker => {
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const turn = (): void => {
    if (stopped) return;
    round = service
      .tick()
      .then(
        () => undefined,
        (error: unknown) => {
          log.error({ err: error }, 'a round of the worker failed');
        },
      )
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, everyMs);
      });
  };
  turn();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
};
