import type { AppLoadContext } from '@remix-run/node';
import { unitsByCode } from './units.ts';

const MOST = 200;

/** What other counters took in for this unit and it has not recorded as received, oldest first. */
export const arrivingRows = async (context: AppLoadContext, unit: string) => {
  const { store, dossiers } = context.service;
  const { rows } = await store.dossiers.list({ awaitedBy: unit, limit: MOST, offset: 0 });
  const units = await unitsByCode(context);
  const now = context.clock.now();
  const states = await Promise.all(rows.map((row) => dossiers.byId(row.id)));
  return rows
    .map(({ id, code, procedureName, applicant, receivingUnit, acceptedAt }, place) => {
      const sendBy = states[place]?.nonTerritorial?.sendBy;
      return {
        id,
        code,
        procedureName,
        applicant,
        from: units.get(receivingUnit)?.name ?? receivingUnit,
        acceptedAt,
        sendBy,
        late: sendBy !== undefined && sendBy < now,
      };
    })
    .reverse();
};
