import type { AppLoadContext } from '@remix-run/node';
import { GENERATED } from '#engine/form/index.ts';
import type { CompiledPage, EffectivePage } from '#engine/form/browser.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { isFileRef } from '#app/forms/form-context.ts';
import { REMOVE_FILE } from '#app/forms/fields/file-names.ts';
import { MARK, PREFIX } from '#app/forms/ids.ts';
import { pressListButton } from '#app/forms/list-buttons.ts';
import { parseForeign } from '#app/forms/parse-foreign.ts';
import { parsePosted, SHOWN } from '#app/forms/parse-posted.ts';
import type { FileKind } from '../file-kinds.ts';
import { receiveForm, type FileRule, type Received } from '../uploads.ts';
import { viewDraft, type LoadedDraft } from './load-draft.ts';
import { pageMark } from './page-mark.ts';
import { problemsOfPage } from './progress.ts';

export type SavedPage =
  | { readonly kind: 'done'; readonly draft: Draft; readonly loaded: LoadedDraft }
  | { readonly kind: 'again'; readonly draft: Draft }
  | { readonly kind: 'more'; readonly draft: Draft }
  | { readonly kind: 'wrong'; readonly draft: Draft; readonly problems: readonly Problem[] }
  /** Changed elsewhere since the page was shown; `typed` is what would have been kept. */
  | { readonly kind: 'conflict'; readonly typed: Draft['answers']; readonly mark: string };

const TEN_MB = 10_485_760;

/** What the file questions of a page take, by field name. */
const fileRules = (page: CompiledPage | undefined): ((field: string) => FileRule | undefined) => {
  const rules = new Map<string, FileRule>();
  for (const { id, question } of page?.questions ?? []) {
    if (question.type === 'file')
      rules.set(`${PREFIX}[${id}]`, {
        accept: question.accept ?? (['pdf', 'jpg', 'png'] satisfies FileKind[]),
        maxBytes: question.maxBytes ?? TEN_MB,
      });
  }
  return (field) => rules.get(field);
};

/** A file's name in the form → the place of its question. */
const placeOf = (field: string): string => `/${field.slice(PREFIX.length + 1, -1).replaceAll('][', '/')}`;

/** The file posted now, else the one that was there unless it was taken away. */
const fileAnswer =
  ({ data, files }: Received, answers: Draft['answers']) =>
  (name: string): unknown => {
    const posted = files.get(name)?.[0];
    if (posted) return posted;
    if (data.has(`${name}${REMOVE_FILE}`)) return undefined;
    const before = answers[name.slice(PREFIX.length + 1, -1)];
    return isFileRef(before) ? before : undefined;
  };

const merged = (answers: Draft['answers'], posted: Readonly<Record<string, unknown>>): Draft['answers'] =>
  Object.fromEntries(Object.entries({ ...answers, ...posted }).filter(([, value]) => value !== undefined));

/**
 * Keeps what a page posted, right or wrong, then says how it stands: done, another item of a list
 * asked for, further questions to answer, or problems by their places.
 */
export const savePage = async (
  request: Request,
  context: AppLoadContext,
  loaded: LoadedDraft,
  page: EffectivePage,
): Promise<SavedPage & { readonly autosave: boolean }> => {
  const { draft, view, visitor } = loaded;
  const { form } = view.release;
  const compiled = form.pages.find((each) => each.id === page.id);
  const received = await receiveForm(request, context, { owner: visitor.actor.id, rule: fileRules(compiled) });
  const { data } = received;
  const autosave = data.has('_tu-luu');
  const posted = form.foreign
    ? parseForeign(form.foreign.schema, data)
    : compiled
      ? parsePosted(compiled, data, fileAnswer(received, draft.answers))
      : {};
  const answered = form.foreign ? posted : merged(draft.answers, posted);
  const pressed = pressListButton(answered, data);
  const answers = pressed ?? answered;
  const chosen = answers[GENERATED.case];
  const change = { answers, ...(typeof chosen === 'string' ? { case: chosen } : {}) };
  const mark = pageMark(form, page.id, draft.answers);
  const conflict = { kind: 'conflict', typed: answered, mark, autosave } as const;
  const seen = data.get(MARK);
  // The same answers sent twice are no conflict.
  if (typeof seen === 'string' && seen !== mark && pageMark(form, page.id, answered) !== mark) return conflict;
  const kept = await context.service.drafts.save(draft, change);
  if (!kept.ok) return conflict;
  if (pressed || autosave) return { kind: 'again', draft: kept.value, autosave };

  const after = await viewDraft(context, kept.value, visitor.locale);
  const now = after.form.pages.find((each) => each.id === page.id);
  const uploads = received.problems.map((problem) => ({
    ...problem,
    path: problem.path === '' ? '' : placeOf(problem.path),
  }));
  const problems = [...uploads, ...(now ? problemsOfPage(now, after.view.problems, form.kind === 'json-schema') : [])];
  const done = kept.value.pagesDone.filter((id) => id !== page.id);
  if (problems.length === 0) {
    const finished = await context.service.drafts.save(kept.value, { pagesDone: [...done, page.id] });
    const last = finished.ok ? finished.value : kept.value;
    return { kind: 'done', draft: last, loaded: { ...loaded, ...after, draft: last }, autosave };
  }
  const shown = new Set(data.getAll(SHOWN).flatMap((value) => (typeof value === 'string' ? value.split(' ') : [])));
  const onlyNew =
    !form.foreign && uploads.length === 0 && problems.every((problem) => !shown.has(problem.path.split('/')[1] ?? ''));
  if (onlyNew) return { kind: 'more', draft: kept.value, autosave };
  return { kind: 'wrong', draft: kept.value, problems, autosave };
};
