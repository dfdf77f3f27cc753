import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import {
  loadForm,
  loadRelease,
  type Procedure,
  type Release,
  type SharedDefinitions,
} from '#engine/definition/index.ts';
import { compileForm, compileProcedureForm, formEnvironment, type CompiledForm } from '#engine/form/index.ts';
import type { TypeEnvironment } from '#engine/expression/browser.ts';
import type { Problem, Result } from '#engine/result/index.ts';
import { recordOf, textOf, type Json, type StudioContent } from '#engine/studio/index.ts';
import type { ListEntry } from '#app/forms/form-context.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { listsOf } from '#app/server/intake/places.ts';
import { examineInThread } from './examine.ts';

/** The draft's form as the real renderer needs it, and the names that its conditions may use. */
export interface StudioPreview {
  /** Absent while the form does not compile. */
  readonly form?: CompiledForm;
  readonly environment: TypeEnvironment;
  readonly lists: Readonly<Record<string, readonly ListEntry[]>>;
  readonly places: readonly ListEntry[];
}

/** The number that a draft of this procedure will have when it is published. */
export const nextNumber = async (context: AppLoadContext, code: string): Promise<number> =>
  Math.max(0, ...(await context.service.store.releases.numbers(code)).map(({ number }) => number)) + 1;

/** The draft as a release, or what its formats say against it. */
export const releaseOf = (content: StudioContent, number: number): Result<Release> => {
  const templates = recordOf(content['templates']);
  return loadRelease({
    code: textOf(content.procedure['code']),
    number,
    procedureJson: content.procedure,
    ...(content['form'] === undefined ? {} : { formJson: content['form'] }),
    ...(typeof content['process'] === 'string' ? { processXml: content['process'] } : {}),
    templates: Object.fromEntries(Object.entries(templates).map(([name, text]) => [name, textOf(text)])),
  });
};

/** Empty pages, which the format refuses, are no reason to show nothing of the others. */
const withoutEmptyPages = (form: Json): Json => {
  const record = recordOf(form);
  const pages = record['pages'];
  if (!Array.isArray(pages)) return form;
  const full = (pages as readonly Json[]).filter((page) => {
    const { questions } = recordOf(page);
    return Array.isArray(questions) && questions.length > 0;
  });
  return { ...record, pages: full };
};

const compiled = (
  content: StudioContent,
  release: Result<Release>,
  shared: SharedDefinitions,
): CompiledForm | undefined => {
  if (content['form'] === undefined) {
    if (!release.ok) return undefined;
    const generated = compileProcedureForm(release.value.procedure, undefined, shared);
    return generated.ok ? generated.value : undefined;
  }
  const form = loadForm(withoutEmptyPages(content['form']));
  if (!form.ok) return undefined;
  const ready = compileForm(form.value, shared);
  return ready.ok ? ready.value : undefined;
};

/** Cheap enough for every save. */
export const previewOf = async (
  context: AppLoadContext,
  content: StudioContent,
  locale: Locale,
): Promise<StudioPreview> => {
  const shared = await context.service.store.releases.shared();
  const release = releaseOf(content, 1);
  const form = compiled(content, release, shared);
  const questions = form?.pages.flatMap((page) => page.questions) ?? [];
  // Only its cases and channels are read, which may be there before the rest is.
  const procedure = content.procedure as unknown as Procedure;
  return {
    ...(form ? { form } : {}),
    environment: form ? formEnvironment(form, procedure) : {},
    ...(await listsOf(context, questions, locale)),
  };
};

/** What stands in the way of publishing: the formats first; then everything that is checked before publishing. */
export const findingsFor = async (
  context: AppLoadContext,
  content: StudioContent,
): Promise<{ readonly problems: readonly Problem[]; readonly release?: Release }> => {
  const code = textOf(content.procedure['code']);
  const release = releaseOf(content, await nextNumber(context, code));
  if (!release.ok) return { problems: release.problems };
  const { store, units } = context.service;
  const prior = await context.service.catalogue.inForce(code);
  const problems = await examineInThread(release.value, await store.releases.shared(), {
    asOf: localDate(context.clock.now()),
    ...(prior ? { prior: prior.release.release } : {}),
    units: (await units.all()).map(({ code: unit, level, parent, counter }) => ({
      code: unit,
      level,
      ...(parent === undefined ? {} : { parent }),
      counter,
    })),
  });
  return { problems, release: release.value };
};
