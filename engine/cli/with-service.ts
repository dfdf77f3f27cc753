import type { Service } from '#engine/service/index.ts';
import { report, type ExitCode, type Output } from './command.ts';
import { openStore } from './store.ts';

/** Opens the store for one command, and closes it whatever happens. */
export const withService = async (
  flags: { readonly data?: string; readonly now?: string },
  io: Output,
  work: (service: Service) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const opened = await openStore(flags);
  if (!opened.ok) return report(io, opened.problems);
  try {
    return await work(opened.value.service);
  } finally {
    await opened.value.close();
  }
};
