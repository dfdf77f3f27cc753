import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { findingParts } from '#engine/verify/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { FindingFilter } from './filter.ts';
import { findingsOf } from './finding.ts';
import { findingList } from './list.ts';

const EVERYTHING = 20_000;

/** What is known of the whole catalogue in force, through the filter. */
export const catalogueFindings = async (context: AppLoadContext, filter: FindingFilter, locale: Locale) => {
  const { catalogue, store, verification } = context.service;
  const rows = await verification.findings();
  const all = rows.flatMap(({ entry, verification: found }) =>
    found ? findingsOf({ code: entry.code, name: entry.name, field: entry.field, problems: found.problems }) : [],
  );
  const taken = filter.unit
    ? new Set(
        (await catalogue.search({ unit: filter.unit, limit: EVERYTHING, offset: 0 })).entries.map(({ code }) => code),
      )
    : undefined;
  const units = (await store.units.all(localDate(context.clock.now()))).filter(({ counter }) => counter);
  const { page: _page, text, ...conditions } = filter;
  return {
    list: findingList(all, filter, locale, taken ? { taken } : {}),
    parts: findingParts,
    fields: [...new Set(rows.map(({ entry }) => entry.field))].sort((one, other) => one.localeCompare(other, 'vi')),
    units: units.map(({ code, name }) => ({ code, name })),
    filtered: text !== '' || Object.keys(conditions).length > 0,
  };
};
