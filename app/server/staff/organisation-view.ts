import type { DecisionReport } from '#engine/service/index.ts';

/** Rows of a table on the page; the rest is counted. */
const SHOWN = 100;

/** The rehearsal of a reorganisation as a page shows it; null for any other decision. */
export const organisationView = ({ decision, organisation: told }: DecisionReport) =>
  told
    ? {
        rollsBack: decision.organisation?.rollsBack ?? '',
        unitsBefore: told.unitsBefore,
        unitsAfter: told.unitsAfter,
        people: told.people,
        assignments: told.assignments,
        inForce: told.catalogue.inForce,
        open: told.dossiers.open,
        handedOver: told.dossiers.handedOver,
        changes: told.changes.map(({ kind, from, into, heir }) => ({
          kind,
          from,
          into,
          heir: heir ? [heir] : into.slice(0, 1),
        })),
        reused: told.reused,
        dossiers: { rows: told.dossiers.moves.slice(0, SHOWN), total: told.dossiers.moves.length },
        moved: { rows: told.catalogue.moved.slice(0, SHOWN), total: told.catalogue.moved.length },
        unstaffed: told.unstaffed,
      }
    : null;

export type OrganisationView = NonNullable<ReturnType<typeof organisationView>>;
