import type { AppLoadContext } from '@remix-run/node';
import type { Actor, HeldCopy, PaperReceived, ReusedCopy } from '#engine/dossier/index.ts';
import type { Draft } from '#engine/store/index.ts';
import type { IntakePerson } from './intake-applicant.ts';
import { lookupOf, noteDisclosures } from './person-lookup.ts';

/** The boxes that take a copy over: `da-co` = `<paper>:<hash of the file>`. */
export const HELD_FIELD = 'da-co';
export const heldValue = ({ paper, file }: HeldCopy): string => `${paper}:${file.hash}`;

/**
 * What is held of the applicant for this application's checklist. Only once the number was looked up, which is
 * noted; whoever came in the applicant's place has no part in it.
 */
export const heldFor = async (
  { service }: Pick<AppLoadContext, 'service'>,
  draft: Pick<Draft, 'procedure'>,
  person: IntakePerson,
): Promise<readonly HeldCopy[]> => {
  if (!lookupOf(person)) return [];
  const { release } = (await service.catalogue.inForce(draft.procedure)) ?? {};
  return service.held.of({
    idNumber: person.idNumber,
    kind: person.kind,
    procedure: draft.procedure,
    papers: release?.release.procedure.checklist ?? [],
  });
};

/** The papers as they were handed in at the desk: what was taken over left out. */
export const withoutReused = (papers: readonly PaperReceived[]): readonly PaperReceived[] =>
  papers.flatMap((paper) => {
    const { reused, ...rest } = paper;
    if (reused === undefined) return [paper];
    const files = paper.files.filter(({ hash }) => !reused.some(({ file }) => file === hash));
    const anything = files.length > 0 || paper.originals > 0 || paper.copies > 0 || paper.presented === true;
    return anything ? [{ ...rest, files, digital: files.length > 0 }] : [];
  });

/** Puts copies in the place of what would be scanned; a file that was scanned anyway is not one of them. */
export const withCopies = (papers: readonly PaperReceived[], copies: readonly HeldCopy[]): readonly PaperReceived[] => {
  const without = papers.filter(({ paper }) => !copies.some((copy) => copy.paper === paper));
  const taken = [...new Set(copies.map(({ paper }) => paper))].map((paper): PaperReceived => {
    const before = papers.find((each) => each.paper === paper) ?? {
      paper,
      originals: 0,
      copies: 0,
      digital: true,
      files: [],
    };
    const more = copies.filter(
      (copy) => copy.paper === paper && !before.files.some(({ hash }) => hash === copy.file.hash),
    );
    if (more.length === 0) return before;
    const reused: readonly ReusedCopy[] = [...(before.reused ?? []), ...more.map(({ origin }) => origin)];
    return { ...before, digital: true, files: [...before.files, ...more.map(({ file }) => file)], reused };
  });
  return [...without, ...taken];
};

const isReused = (papers: readonly PaperReceived[], { paper, file }: HeldCopy): boolean =>
  papers.some((each) => each.paper === paper && each.reused?.some((used) => used.file === file.hash));

/** Notes which copies are read from now on for this application that were not before. */
export const noteTakenOver = (
  context: Pick<AppLoadContext, 'service' | 'clock'>,
  actor: Actor,
  draft: Draft,
  subject: string,
  copies: readonly HeldCopy[],
): Promise<void> =>
  noteDisclosures(
    context,
    actor,
    draft,
    subject,
    copies
      .filter((copy) => !isReused(draft.papers, copy))
      .map(({ file, origin }) => ({ what: 'paper-reused', outcome: `${origin.dossier}: ${file.name}` })),
  );
