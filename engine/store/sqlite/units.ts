import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { ok } from '#engine/result/index.ts';
import { storeProblems } from '../messages.ts';
import type { Unit, UnitStore } from '../port.ts';
import type { Orm } from './connection.ts';
import { units } from './tables/people.ts';
import { isStorable } from '../text.ts';
import { FOREVER_DAY } from './time.ts';
import { Refusal, type Writer } from './writer.ts';

/** Units by code and validity; `validTo` is the first day on which the row no longer holds. */
export const unitStore = (orm: Orm, writer: Writer): UnitStore => {
  const on = (day: string) => and(lte(units.validFrom, day), gt(units.validTo, day));
  const parse = (row: { body: string }) => JSON.parse(row.body) as Unit;
  return {
    put: async (given) => {
      const done = await writer.attempt(
        () => {
          for (const unit of [...given].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
            const body = JSON.stringify(unit);
            if (!isStorable(body)) throw new Refusal(storeProblems.text(`/units/${unit.code}`));
            orm
              .insert(units)
              .values({ code: unit.code, validFrom: unit.validFrom, validTo: unit.validTo ?? FOREVER_DAY, body })
              .onConflictDoUpdate({
                target: [units.code, units.validFrom],
                set: { validTo: sql`excluded.valid_to`, body: sql`excluded.body` },
              })
              .run();
          }
        },
        (rule) => (rule === 'units.overlap' ? storeProblems.unitOverlap() : undefined),
      );
      return done.ok ? ok(undefined) : done;
    },
    all: async (day) =>
      orm.select({ body: units.body }).from(units).where(on(day)).orderBy(units.code).all().map(parse),
    byCode: async (code, day) => {
      const row = orm
        .select({ body: units.body })
        .from(units)
        .where(and(eq(units.code, code), on(day)))
        .get();
      return row && parse(row);
    },
  };
};
