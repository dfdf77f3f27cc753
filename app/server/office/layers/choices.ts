import { readWritten, type Choice } from '#engine/layers/index.ts';
import { problem, type Localized, type Problem } from '#engine/result/index.ts';
import type { Choices, LayersView } from '#engine/service/index.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';

/** What a person typed and ticked, as it goes back into the form when something is missing. */
export type Typed = Readonly<Record<string, { readonly take: string; readonly words: string }>>;

export const choiceName = (path: string): string => `chon:${path}`;
export const wordsName = (path: string): string => `viet:${path}`;

/** Reads the form of conflicts. `places`: what each is called, for the problems. */
export const readChoices = (
  fields: FormData,
  view: LayersView,
  places: ReadonlyMap<string, string>,
): { readonly choices: Choices; readonly problems: readonly Problem[]; readonly typed: Typed } => {
  const choices = new Map<string, Choice>();
  const problems: Problem[] = [];
  const typed: Record<string, { readonly take: string; readonly words: string }> = {};
  for (const entry of view.merge.entries) {
    if (!entry.conflict) continue;
    const { path } = entry;
    const take = String(fields.get(choiceName(path)) ?? '');
    const words = String(fields.get(wordsName(path)) ?? '').slice(0, 20_000);
    typed[path] = { take, words };
    const place = places.get(path) ?? path;
    if (take === 'ours' || take === 'theirs') choices.set(path, { take });
    else if (take === 'write') {
      const value = readWritten(entry, words);
      if (value === undefined) problems.push(said('cannot-read', path, (texts) => texts.cannotRead(place)));
      else choices.set(path, { take, value });
    } else problems.push(said('undecided', path, (texts) => texts.mustChoose(place)));
  }
  return { choices, problems, typed };
};

const said = (
  code: string,
  path: string,
  of: (texts: ReturnType<typeof officeTextsFor>['layers']) => string,
): Problem => {
  const message: Localized = { vi: of(officeTextsFor('vi').layers), en: of(officeTextsFor('en').layers) };
  return problem(`layers.${code}`, path, message);
};
