import type { AppLoadContext } from '@remix-run/node';
import type { FileRef, HeldCopy, PaperReceived, ReusedCopy } from '#engine/dossier/index.ts';
import type { EffectivePaper } from '#engine/form/browser.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { applicantOf } from './applicant.ts';
import { acceptAttribute, type FileKind } from '../file-kinds.ts';
import type { LoadedDraft } from './load-draft.ts';
import { HELD_FIELD, heldValue, withCopies } from './reused-papers.ts';
import { takePoint } from '../rate-limits.ts';
import { receiveForm, type FileRule, type Received } from '../uploads.ts';

const USUAL: readonly FileKind[] = ['pdf', 'jpg', 'png', 'heic'];
const TEN_MB = 10_485_760;
const FIELD = 'tep-';

const rule = ({ paper }: EffectivePaper): FileRule => ({
  accept: paper.accept ?? USUAL,
  maxBytes: paper.maxBytes ?? TEN_MB,
});

/**
 * What is held of the person signed in, by the number of their account where it is known to be theirs: anybody may
 * say a number. Of an organisation only its counter knows who acts for it.
 */
export const ownHeld = async (
  { service }: Pick<AppLoadContext, 'service'>,
  { visitor, view, form }: Pick<LoadedDraft, 'visitor' | 'view' | 'form'>,
): Promise<readonly HeldCopy[]> => {
  const { procedure } = view.release.release;
  const { kind, idNumber = '' } = applicantOf({ visitor, form });
  return kind === 'citizen' && visitor.idVerified
    ? service.held.of({ idNumber, kind, procedure: procedure.code, papers: procedure.checklist ?? [] })
    : [];
};

/** One paper on the upload page. */
export interface UploadView {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  readonly need: 'needed' | 'one' | 'optional' | 'database' | 'show' | 'filled';
  readonly group: string | null;
  readonly database: string | null;
  readonly files: readonly FileRef[];
  /** Of the files, those that were not uploaded anew. */
  readonly reused: readonly ReusedCopy[];
  /** The applicant's own copies that are held already and not taken over yet. */
  readonly held: readonly { readonly value: string; readonly file: string; readonly origin: ReusedCopy }[];
  readonly accept: string;
  readonly kinds: string;
  readonly maxBytes: number;
}

/** The papers asked for, with what was uploaded already. */
export const uploadViews = (
  papers: readonly EffectivePaper[],
  received: readonly PaperReceived[],
  locale: Locale,
  held: readonly HeldCopy[] = [],
): readonly UploadView[] =>
  papers.map((each) => {
    const { paper, required } = each;
    const words = textsFor(locale).citizen.procedure;
    const given = received.find((one) => one.paper === paper.id);
    const files = given?.files ?? [];
    const { accept, maxBytes } = rule(each);
    const need = paper.filledOnline
      ? 'filled'
      : paper.substitutableBy
        ? 'database'
        : paper.kind === 'present'
          ? 'show'
          : !required
            ? 'optional'
            : paper.oneOf === undefined
              ? 'needed'
              : 'one';
    return {
      id: paper.id,
      name: pick(paper.name, locale),
      count: [
        paper.originals ? words.originals(paper.originals) : '',
        paper.copies ? words.copies(paper.copies) : '',
        paper.certifiedCopies ? words.certified(paper.certifiedCopies) : '',
      ]
        .filter(Boolean)
        .join(', '),
      need,
      group: paper.oneOf ?? null,
      database: paper.substitutableBy ? pick(paper.substitutableBy.database, locale) : null,
      files,
      reused: given?.reused ?? [],
      held: held
        .filter((copy) => copy.paper === paper.id && !files.some(({ hash }) => hash === copy.file.hash))
        .map((copy) => ({ value: heldValue(copy), file: copy.file.name, origin: copy.origin })),
      accept: acceptAttribute(accept),
      kinds: accept.map((kind) => kind.toUpperCase()).join(', '),
      maxBytes,
    };
  });

const withFiles = (
  papers: readonly PaperReceived[],
  paper: string,
  change: (files: readonly FileRef[]) => readonly FileRef[],
): readonly PaperReceived[] => {
  const before = papers.find((each) => each.paper === paper);
  const files = change(before?.files ?? []);
  const others = papers.filter((each) => each.paper !== paper);
  const { reused: earlier = [], ...rest } = before ?? {};
  const reused = earlier.filter(({ file }) => files.some(({ hash }) => hash === file));
  return files.length === 0
    ? others
    : [
        ...others,
        { paper, originals: 0, copies: 0, digital: true, ...rest, files, ...(reused.length > 0 ? { reused } : {}) },
      ];
};

export interface PostedPapers {
  readonly received: Received;
  readonly papers: readonly PaperReceived[];
  /** Refused files; `path` is the id of the paper. */
  readonly problems: readonly Problem[];
  readonly removed: boolean;
}

/** Reads the posted upload page: new files added to their papers, one file taken away by its button. */
export const readPostedPapers = async (
  request: Request,
  context: AppLoadContext,
  given: {
    readonly owner: string;
    readonly asked: readonly EffectivePaper[];
    readonly before: readonly PaperReceived[];
    readonly held?: readonly HeldCopy[];
  },
): Promise<PostedPapers> => {
  const allowed = new Map(given.asked.map((each) => [FIELD + each.paper.id, rule(each)]));
  const free = await takePoint(context.limits.upload, given.owner);
  if (!free) throw new Response(null, { status: 429, statusText: 'Too Many Requests' });
  const received = await receiveForm(request, context, { owner: given.owner, rule: (field) => allowed.get(field) });
  let papers = given.before;
  for (const [field, files] of received.files) {
    papers = withFiles(papers, field.slice(FIELD.length), (before) => [
      ...before.filter((old) => !files.some((file) => file.hash === old.hash)),
      ...files,
    ]);
  }
  const chosen = received.data.get(HELD_FIELD);
  papers = withCopies(
    papers,
    (given.held ?? []).filter((copy) => heldValue(copy) === chosen),
  );
  const removal = received.data.get('xoa');
  const [paper, hash] = typeof removal === 'string' ? removal.split(':') : [];
  if (paper !== undefined && hash !== undefined)
    papers = withFiles(papers, paper, (before) => before.filter((file) => file.hash !== hash));
  return {
    received,
    papers,
    problems: received.problems.map((problem) => ({
      ...problem,
      path: problem.path.startsWith(FIELD) ? problem.path.slice(FIELD.length) : '',
    })),
    removed: paper !== undefined,
  };
};
