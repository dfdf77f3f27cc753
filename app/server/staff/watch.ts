import type { AppLoadContext } from '@remix-run/node';
import type { Actor, DossierStatus } from '#engine/dossier/index.ts';
import type { TimeLeft } from '#engine/clock/index.ts';
import type { DossierRow } from '#engine/store/index.ts';
import { unitsByCode } from './units.ts';

const OPEN: readonly DossierStatus[] = ['processing', 'supplement', 'obligation', 'suspended'];
const PAGE = 500;
/** Reading every open dossier one by one ends here; statutory counts come from the report tables. */
const MOST = 20_000;

export interface WatchRow extends DossierRow {
  readonly time: TimeLeft;
}

export interface WatchUnit {
  readonly code: string;
  readonly name: string;
  readonly open: number;
  readonly states: Readonly<Record<TimeLeft['state'], number>>;
}

const ZERO: WatchUnit['states'] = { 'in-time': 0, soon: 0, late: 0, paused: 0, none: 0, closed: 0 };

/** Open dossiers the person may watch: the province office sees all, a head sees their unit and what lies under it. */
export const watched = async (context: AppLoadContext, actor: Actor): Promise<{ readonly total: number; readonly rows: readonly WatchRow[]; readonly units: readonly WatchUnit[] }> => {
  const { dossiers, store } = context.service;
  const units = await unitsByCode(context);
  const all = actor.roles.some((role) => role === 'office' || role === 'office-approver' || role === 'admin');
  const under = (code: string): boolean => {
    for (let at: string | undefined = code; at !== undefined; at = units.get(at)?.parent) if (at === actor.unit) return true;
    return false;
  };
  const rows: WatchRow[] = [];
  let total = 0;
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const page = await store.dossiers.list({ status: OPEN, order: 'due', limit: PAGE, offset });
    total = page.total;
    for (const row of page.rows) {
      if (!all && !under(row.receivingUnit) && !under(row.decidingUnit)) continue;
      rows.push({
        ...row,
        time: dossiers.timeLeft({ ...(row.promisedDue ? { promisedDue: row.promisedDue } : {}), status: row.status, receivingUnit: row.receivingUnit }),
      });
    }
    if (page.rows.length < PAGE) break;
  }
  const byUnit = new Map<string, WatchUnit>();
  for (const row of rows) {
    const before = byUnit.get(row.receivingUnit) ?? { code: row.receivingUnit, name: units.get(row.receivingUnit)?.name ?? row.receivingUnit, open: 0, states: ZERO };
    byUnit.set(row.receivingUnit, { ...before, open: before.open + 1, states: { ...before.states, [row.time.state]: before.states[row.time.state] + 1 } });
  }
  return { total, rows, units: [...byUnit.values()].sort((a, b) => b.states.late - a.states.late || b.states.soon - a.states.soon || b.open - a.open) };
};
