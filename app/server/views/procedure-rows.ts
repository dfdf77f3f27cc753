import type { AppLoadContext } from '@remix-run/node';
import type { CatalogueEntry } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { channelsLine, feeLine, limitLine } from './limits.ts';

/** One procedure in a list. */
export interface ProcedureRow {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels: string;
  readonly time: string;
  readonly fee: string;
  readonly channels: string;
}

/** Catalogue entries with what their releases say about time, fee and ways of filing. */
export const procedureRows = async (
  context: AppLoadContext,
  entries: readonly CatalogueEntry[],
  locale: Locale,
): Promise<readonly ProcedureRow[]> => {
  const { common } = textsFor(locale);
  return Promise.all(
    entries.map(async (entry) => {
      const procedure = (await context.service.store.releases.byNumber(entry.code, entry.number))?.procedure;
      return {
        code: entry.code,
        name: procedure ? pick(procedure.name, locale) : entry.name,
        field: procedure ? pick(procedure.field.name, locale) : entry.field,
        levels: entry.levels.map((level) => common.levels[level]).join(', '),
        time: procedure ? limitLine(procedure, locale).text : '',
        fee: procedure ? feeLine(procedure, locale) : '',
        channels: procedure ? channelsLine(procedure, locale) : '',
      };
    }),
  );
};
