import type { AppLoadContext } from '@remix-run/node';
import type { Actor, HeldCopy, PaperReceived } from '#engine/dossier/index.ts';
import type { Draft } from '#engine/store/index.ts';
import type { IntakePerson } from './intake-applicant.ts';
import { lookupOf, noteDisclosures } from './person-lookup.ts';

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
