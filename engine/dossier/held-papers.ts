import { localDate, type LocalDate } from '#engine/clock/index.ts';
import type { Paper } from '#engine/definition/index.ts';
import type { KnownEvent } from './events.ts';
import type { PreparedRelease } from './prepared.ts';
import type { DossierEvent, DossierState, DossierStatus, FileRef, PaperReceived, ReusedCopy } from './types.ts';

/** A dossier of the same person, with its history and the release whose names its papers have. */
export interface EarlierDossier {
  readonly state: DossierState;
  readonly events: readonly DossierEvent[];
  readonly release: Pick<PreparedRelease, 'release'>;
}

/** A copy that the one-stop holds and that may stand for a paper of the checklist. */
export interface HeldCopy {
  /** Checklist id of the paper it may stand for. */
  readonly paper: string;
  readonly file: FileRef;
  readonly origin: ReusedCopy;
}

/** Not taken in, given back, or turned away: what came with it is not held as received. */
const NOT_HELD: ReadonlySet<DossierStatus> = new Set(['submitted', 'refused', 'withdrawn', 'stopped']);
const SETTLED: ReadonlySet<DossierStatus> = new Set(['finished', 'returned']);

/** Does the one-stop hold anything of it, as received or as a result? */
export const holdsPapers = ({ status, acceptedAt }: DossierState): boolean =>
  acceptedAt !== undefined && !NOT_HELD.has(status);

/** A form is filled in for one dossier; only what others issued can serve again. */
const servesAgain = ({ template, filledOnline }: Paper): boolean => template === undefined && filledOnline !== true;

const spelled = ({ vi }: { readonly vi: string }): string =>
  vi
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;,]+$/u, '')
    .trimStart();

const receivedIn = (event: KnownEvent): readonly PaperReceived[] => {
  switch (event.type) {
    case 'submitted':
    case 'accepted':
    case 'supplement-supplied':
      return event.data.papers;
    default:
      return [];
  }
};

/** The day on which this file of the paper first came. */
const receivedOn = (events: readonly DossierEvent[], paper: string, hash: string): LocalDate | undefined => {
  const event = events.find((each) =>
    receivedIn(each as unknown as KnownEvent).some(
      (given) => given.paper === paper && given.files.some((file) => file.hash === hash),
    ),
  );
  return event && localDate(event.occurredAt);
};

interface Held {
  readonly procedure: string;
  /** Checklist id; absent of a result. */
  readonly paper?: string;
  readonly name: string;
  readonly file: FileRef;
  readonly origin: ReusedCopy;
}

/**
 * What was handed in. Not what another dossier gave or was used again: that is held where it first came, as long as
 * it is there. Not what was found wanting and has not been brought anew.
 */
const heldPapers = ({ state, events, release }: EarlierDossier): readonly Held[] => {
  const wanting = state.supplement && state.supplement.suppliedAt === undefined ? state.supplement.papers : [];
  return state.papers.flatMap(({ paper, files, broughtFrom, reused }) => {
    const listed = release.release.procedure.checklist?.find(({ id }) => id === paper);
    if (!listed || !servesAgain(listed) || broughtFrom !== undefined) return [];
    if (wanting.some((each) => each.paper === paper)) return [];
    return files.flatMap((file) => {
      const day = receivedOn(events, paper, file.hash);
      if (day === undefined || reused?.some((each) => each.file === file.hash)) return [];
      const origin = { file: file.hash, dossier: state.code, receivedOn: day };
      return [{ procedure: state.procedure, paper, name: spelled(listed.name), file, origin }];
    });
  });
};

/** What was granted and given; of a corrected result only what took its place. */
const heldResults = ({ state, release }: EarlierDossier): readonly Held[] => {
  const { finishedAt, results, code, procedure, status } = state;
  if (finishedAt === undefined || !SETTLED.has(status)) return [];
  return results
    .filter(({ refusal }) => !refusal)
    .map((result) => {
      const listed = release.release.procedure.results?.find(({ id }) => id === result.result);
      return {
        procedure,
        name: spelled(listed?.name ?? { vi: result.name }),
        file: result.file,
        origin: {
          file: result.file.hash,
          dossier: code,
          receivedOn: localDate(finishedAt),
          ...(result.code === undefined ? {} : { result: result.code }),
          ...(result.validTo === undefined ? {} : { validTo: result.validTo }),
        },
      };
    });
};

/**
 * Copies that may stand for papers of a checklist, so that nobody is asked again for what the one-stop holds
 * (NĐ 107/2021/NĐ-CP; NĐ 118/2025/NĐ-CP). `earlier`: dossiers of that very person, newest first. A paper is
 * the same by its published name, and within one procedure by its id too; a result by its name alone. Forms, and
 * results that no longer hold on `today`, are never among them.
 */
export const heldCopies = (
  asked: { readonly procedure: string; readonly papers: readonly Paper[] },
  earlier: readonly EarlierDossier[],
  today: LocalDate,
): readonly HeldCopy[] => {
  const held = earlier
    .filter(({ state }) => holdsPapers(state))
    .flatMap((each) => [...heldResults(each), ...heldPapers(each)])
    .filter(({ origin }) => origin.validTo === undefined || origin.validTo >= today);
  return asked.papers.filter(servesAgain).flatMap((paper) => {
    const name = spelled(paper.name);
    const fitting = held.filter(
      (each) => each.name === name || (each.procedure === asked.procedure && each.paper === paper.id),
    );
    const once = new Map(fitting.toReversed().map((each) => [each.file.hash, each]));
    return fitting
      .filter((each) => once.get(each.file.hash) === each)
      .map(({ file, origin }) => ({ paper: paper.id, file, origin }));
  });
};
