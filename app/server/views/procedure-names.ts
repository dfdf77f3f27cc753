import type { AppLoadContext } from '@remix-run/node';
import type { CatalogueEntry } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

/** Names of procedures by code, in the reader's language: the catalogue itself keeps the Vietnamese one. */
export const procedureNames = async (
  context: AppLoadContext,
  entries: readonly Pick<CatalogueEntry, 'code' | 'number' | 'name'>[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    locale === 'vi'
      ? entries.map(({ code, name }) => [code, name])
      : await Promise.all(
          entries.map(async ({ code, number, name }) => {
            const release = await context.service.store.releases.byNumber(code, number);
            return [code, release ? pick(release.procedure.name, locale) : name] as const;
          }),
        ),
  );

/** The same for codes in force or not: each under its latest name. */
export const latestNames = async (
  context: AppLoadContext,
  codes: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> => {
  const entries = await Promise.all(
    [...new Set(codes)].map(async (code) => (await context.service.catalogue.history(code)).at(-1)),
  );
  return procedureNames(
    context,
    entries.flatMap((entry) => entry ?? []),
    locale,
  );
};
