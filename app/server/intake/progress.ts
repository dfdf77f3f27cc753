import { missingPapers, type EffectivePage, type EffectivePaper } from '#engine/form/browser.ts';
import type { PaperReceived } from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { LoadedDraft } from './load-draft.ts';

export type TaskState = 'done' | 'doing' | 'todo' | 'wrong';

/** Problems of one page: those whose first step is one of its questions. */
export const problemsOfPage = (
  page: EffectivePage,
  problems: readonly Problem[],
  foreign: boolean,
): readonly Problem[] => {
  if (foreign) return problems;
  const own = new Set(page.questionIds);
  return problems.filter((problem) => own.has(problem.path.split('/')[1] ?? ''));
};

/** Has somebody begun to answer it? */
const begun = (page: EffectivePage, answers: Readonly<Record<string, unknown>>): boolean =>
  page.questionIds.some((id) => answers[id] !== undefined);

/** Not to be uploaded: an office finds it in a database, or the answers stand for it. */
const given = ({ paper }: EffectivePaper): boolean =>
  paper.substitutableBy !== undefined || paper.filledOnline === true;

const received = (papers: readonly PaperReceived[]): readonly string[] =>
  papers.filter((paper) => paper.files.length > 0 || paper.digital).map((paper) => paper.paper);

/** Groups of papers still missing, each to be settled by any one of its papers. */
export const stillMissing = ({ draft, view }: Pick<LoadedDraft, 'draft' | 'view'>) => {
  const asked = view.papers.filter((each) => given(each) || each.paper.kind === 'submit');
  const there = asked.filter(given).map(({ paper }) => paper.id);
  return missingPapers(asked, new Set([...received(draft.papers), ...there]));
};

export interface Progress {
  readonly pages: readonly { readonly page: EffectivePage; readonly state: TaskState; readonly open: number }[];
  readonly papers: { readonly state: TaskState; readonly missing: number; readonly none: boolean };
  readonly returning: TaskState;
  readonly done: number;
  readonly all: number;
  readonly ready: boolean;
}

/** Name under which `pagesDone` remembers that the papers were looked through. */
export const PAPERS_DONE = '_giay-to';

/** Where each part of an application stands. */
export const progressOf = (loaded: Pick<LoadedDraft, 'draft' | 'view' | 'form'>): Progress => {
  const { draft, view, form } = loaded;
  const foreign = view.release.form.kind === 'json-schema';
  const pages = form.pages.map((page) => {
    const open = problemsOfPage(page, view.problems, foreign).length;
    const seen = draft.pagesDone.includes(page.id);
    const state: TaskState =
      open === 0
        ? seen
          ? 'done'
          : begun(page, form.answers)
            ? 'doing'
            : 'todo'
        : seen
          ? 'wrong'
          : begun(page, form.answers)
            ? 'doing'
            : 'todo';
    return { page, state, open };
  });
  const missing = stillMissing(loaded).length;
  const none = view.papers.length === 0;
  const looked = draft.pagesDone.includes(PAPERS_DONE);
  const papers = {
    missing,
    none,
    state: (missing === 0 && (none || looked) ? 'done' : draft.papers.length > 0 ? 'doing' : 'todo') as TaskState,
  };
  const returning: TaskState = draft.returnChannel ? 'done' : 'todo';
  const states = [...pages.map((each) => each.state), papers.state, returning];
  const done = states.filter((state) => state === 'done').length;
  return { pages, papers, returning, done, all: states.length, ready: done === states.length };
};

/** Where to go after a part is done: the next one that is not, in order. */
export const nextStep = (base: string, progress: Progress, after?: string): string => {
  const at = progress.pages.findIndex((each) => each.page.id === after);
  const following = [...progress.pages.slice(at + 1), ...progress.pages.slice(0, Math.max(at, 0))].find(
    (each) => each.state !== 'done',
  );
  if (following) return `${base}/trang/${following.page.id}`;
  if (progress.papers.state !== 'done') return `${base}/giay-to`;
  if (progress.returning !== 'done') return `${base}/nhan-ket-qua`;
  return `${base}/kiem-tra`;
};
