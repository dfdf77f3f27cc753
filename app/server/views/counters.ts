import type { AppLoadContext } from '@remix-run/node';
import { localDate, type CalendarDefinition, type LocalDate } from '#engine/clock/index.ts';
import { fold } from '#engine/definition/index.ts';
import { sortKey, type Unit } from '#engine/store/index.ts';

interface Place {
  readonly code: string;
  readonly name: string;
}

/** Offices that take dossiers in, in their districts; a search finds them with or without marks. */
export const counterPlaces = async (context: AppLoadContext, text: string) => {
  const all = await context.service.units.all();
  const wanted = fold(text);
  const found = all.filter(
    (unit) => unit.counter && (wanted === '' || fold(`${unit.name} ${unit.code}`).includes(wanted)),
  );
  const nameOf = new Map(all.map(({ code, name }) => [code, name]));
  const groups = new Map<string, Unit[]>();
  for (const unit of found) {
    const group = unit.level === 'commune' ? (unit.parent ?? '') : '';
    groups.set(group, [...(groups.get(group) ?? []), unit]);
  }
  const inOrder = <Each extends { readonly name: string }>(list: readonly Each[]): readonly Each[] =>
    [...list].sort((a, b) => sortKey(a.name).localeCompare(sortKey(b.name)));
  const placeOf = ({ code, name }: Unit): Place => ({ code, name });
  return {
    count: found.length,
    searched: wanted !== '',
    main: inOrder(groups.get('') ?? []).map(placeOf),
    groups: inOrder(
      [...groups]
        .filter(([code]) => code !== '')
        .map(([code, units]) => ({ code, name: nameOf.get(code) ?? code, units })),
    ).map(({ code, name, units }) => ({ code, name, places: inOrder(units).map(placeOf) })),
  };
};

const hoursOn = (definition: CalendarDefinition | undefined, day: LocalDate) =>
  (definition?.hours.findLast((rule) => rule.from <= day) ?? definition?.hours[0])?.week.map((rule) => ({
    weekdays: rule.weekdays,
    sessions: rule.sessions.map(({ from, to }) => `${from}–${to}`),
    receptionOnly: rule.receptionOnly === true,
  })) ?? [];

/** What NĐ 61/2018 Điều 9 has made public of a one-stop: where, when, and who sits there, with who is in reserve. */
export const counterPlace = async (context: AppLoadContext, code: string) => {
  const { service, clock } = context;
  const unit = await service.units.byCode(code);
  if (!unit?.counter) return undefined;
  const today = localDate(clock.now());
  const definition = (await service.store.settings.get(`calendar.${unit.calendar}`)) as CalendarDefinition | undefined;
  const people = (await service.store.overview.peopleOf(code)).filter(
    ({ role, from, to }) => role === 'clerk' && from <= today && (to === undefined || to > today),
  );
  const parent = unit.parent === undefined ? undefined : await service.units.byCode(unit.parent);
  return {
    code,
    name: unit.name,
    parent: parent?.name ?? '',
    address: unit.address ?? '',
    phone: unit.phone ?? '',
    hours: hoursOn(definition, today),
    people: [...people]
      .sort(
        (a, b) =>
          Number(a.reserve ?? false) - Number(b.reserve ?? false) || sortKey(a.name).localeCompare(sortKey(b.name)),
      )
      .map(({ person, name, title, officePhone, reserve }) => ({
        person,
        name,
        title,
        phone: officePhone,
        reserve: reserve === true,
      })),
  };
};
