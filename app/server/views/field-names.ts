import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

/** Names of fields in the reader's language, by their Vietnamese ones (which addresses and the catalogue use). */
export const fieldNames = async (
  context: AppLoadContext,
  fields: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> => {
  if (locale === 'vi') return new Map(fields.map((field) => [field, field]));
  return new Map(
    await Promise.all(
      fields.map(async (field) => {
        // Any procedure of the field knows its other name.
        const { entries } = await context.service.catalogue.search({ field, limit: 1 });
        const [entry] = entries;
        const release = entry && (await context.service.store.releases.byNumber(entry.code, entry.number));
        return [field, release ? pick(release.procedure.field.name, locale) : field] as const;
      }),
    ),
  );
};
