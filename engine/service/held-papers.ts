import { isDeepStrictEqual } from 'node:util';
import { localDate, type ClockPort } from '#engine/clock/index.ts';
import type { Paper } from '#engine/definition/index.ts';
import {
  heldCopies,
  holdsPapers,
  type Applicant,
  type HeldCopy,
  type PaperReceived,
  type ReusedCopy,
} from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import { say } from './messages.ts';
import type { ReleaseCache } from './releases.ts';

/** Of one person; organisations with more are served by their newest. */
const MOST_DOSSIERS = 50;

/** Papers that the province's one-stops hold of a person already (số hóa, tái sử dụng: NĐ 107/2021/NĐ-CP). */
export interface HeldPaperService {
  /** Copies held of exactly this number, of a person or of an organisation, that may stand for papers of the checklist; none without a number. */
  of(asked: {
    readonly idNumber: string;
    readonly kind: Applicant['kind'];
    readonly procedure: string;
    readonly papers: readonly Paper[];
  }): Promise<readonly HeldCopy[]>;
}

export const heldPaperService = (
  store: Pick<Store, 'dossiers'>,
  clock: ClockPort,
  releases: Pick<ReleaseCache, 'byHash'>,
): HeldPaperService => ({
  of: async ({ idNumber, kind, procedure, papers }) => {
    if (idNumber === '') return [];
    const states = (await store.dossiers.ofApplicant(idNumber, MOST_DOSSIERS)).filter(
      // Who acts for a company may have given their own number.
      (state) => state.applicant.kind === kind && holdsPapers(state),
    );
    const earlier = await Promise.all(
      states.map(async (state) => ({
        state,
        // Its history says when a file came; without files nobody asks.
        events: state.papers.some(({ files }) => files.length > 0) ? await store.dossiers.events(state.id) : [],
        release: await releases.byHash(state.releaseHash),
      })),
    );
    return heldCopies({ procedure, papers }, earlier, localDate(clock.now()));
  },
});

/**
 * Every copy that a submission says was used again is one held of its applicant, with the origin it truly has,
 * and its file is among the paper's. Whoever came in the applicant's place, the number is the applicant's.
 */
export const reuseProblems = async (
  held: HeldPaperService,
  given: {
    readonly procedure: string;
    readonly checklist: readonly Paper[];
    readonly applicant: Applicant;
    readonly papers: readonly PaperReceived[];
    /** What the dossier has already, checked when it came. */
    readonly before?: readonly PaperReceived[];
    /** The number was only said by who sends this: nothing is held of them. */
    readonly unknown?: boolean;
  },
): Promise<readonly Problem[]> => {
  const isNew = (paper: string, used: ReusedCopy): boolean =>
    !given.before?.some((each) => each.paper === paper && each.reused?.some((kept) => isDeepStrictEqual(kept, used)));
  if (!given.papers.some(({ paper, reused = [] }) => reused.some((used) => isNew(paper, used)))) return [];
  const copies = await held.of({
    idNumber: given.unknown ? '' : (given.applicant.idNumber ?? ''),
    kind: given.applicant.kind,
    procedure: given.procedure,
    papers: given.checklist,
  });
  return given.papers.flatMap(({ paper, files, reused = [] }, place) => {
    const isHeld = reused.every(
      (used) =>
        files.some(({ hash }) => hash === used.file) &&
        (!isNew(paper, used) || copies.some((copy) => copy.paper === paper && isDeepStrictEqual(copy.origin, used))),
    );
    if (isHeld) return [];
    const name = given.checklist.find(({ id }) => id === paper)?.name ?? { vi: paper };
    return [say.paperNotHeld(`/papers/${place}`, name)];
  });
};
