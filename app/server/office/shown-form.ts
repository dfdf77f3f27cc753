import type { AppLoadContext } from '@remix-run/node';
import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import { compileProcedureForm } from '#engine/form/index.ts';
import type { ShownForm } from '#app/forms/form-in-frame.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { listsOf } from '../intake/places.ts';

/** The form of a release, whether it is in force or not, as citizens get it. */
export const shownForm = async (
  context: AppLoadContext,
  { procedure, form: own }: Release,
  shared: SharedDefinitions,
  locale: Locale,
): Promise<ShownForm> => {
  const compiled = compileProcedureForm(procedure, own, shared);
  const form = compiled.ok ? compiled.value : undefined;
  const questions = form?.pages.flatMap((page) => page.questions) ?? [];
  return { ...(form ? { form } : {}), ...(await listsOf(context, questions, locale)) };
};
