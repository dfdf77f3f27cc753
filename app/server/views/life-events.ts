import type { AppLoadContext } from '@remix-run/node';
import { conform, lifeEventsSchema, type LifeEvent, type LifeEvents } from '#engine/definition/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { procedureNames } from './procedure-names.ts';

/** Setting that holds the occasions, as `definitions/life-events.json` has them. */
export const LIFE_EVENTS = 'home.life-events';

export interface LifeEventView {
  readonly id: string;
  readonly icon: LifeEvent['icon'];
  readonly name: string;
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
}

/** Occasions with those of their procedures that are in force now; an occasion without any is left out. */
export const lifeEvents = async (context: AppLoadContext, locale: Locale): Promise<readonly LifeEventView[]> => {
  const setting = await context.service.store.settings.get(LIFE_EVENTS);
  const read = conform<LifeEvents>(lifeEventsSchema, setting);
  if (!read.ok) return [];
  const { events } = read.value;
  const now = context.clock.now();
  const codes = [...new Set(events.flatMap((event) => event.procedures))];
  const inForce = await Promise.all(codes.map((code) => context.service.store.catalogue.inForce(code, now)));
  const names = await procedureNames(
    context,
    inForce.flatMap((entry) => entry ?? []),
    locale,
  );
  return events
    .map(({ id, icon, name, procedures }) => ({
      id,
      icon,
      name: pick(name, locale),
      procedures: procedures.flatMap((code) => {
        const found = names.get(code);
        return found === undefined ? [] : [{ code, name: found }];
      }),
    }))
    .filter((event) => event.procedures.length > 0);
};
