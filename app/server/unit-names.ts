import type { AppLoadContext } from '@remix-run/node';
import { localDate, type Instant } from '#engine/clock/index.ts';
import type { DossierState } from '#engine/dossier/index.ts';

/** Nothing more happens to these: their offices are those of the day on which they ended. */
const OVER: ReadonlySet<DossierState['status']> = new Set(['returned', 'refused', 'withdrawn', 'stopped']);

/** The name of a unit at an instant: the same code may have been another unit's before a reorganisation (domain 7.3). */
export type UnitNameAt = (code: string, at?: Instant) => string;

/** Names as a dossier's reader needs them: without an instant, of today, or of its last day where it is over. */
export const unitNames = async (
  context: Pick<AppLoadContext, 'service' | 'clock'>,
  { status, lastAt }: Pick<DossierState, 'status' | 'lastAt'>,
): Promise<UnitNameAt> => {
  const { units } = context.service;
  await units.all();
  const now = OVER.has(status) ? lastAt : context.clock.now();
  return (code, at = now) => units.on(code, localDate(at))?.name ?? code;
};
