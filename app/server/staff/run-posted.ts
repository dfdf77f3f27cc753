import type { AppLoadContext } from '@remix-run/node';
import type { Actor, DossierState, FileRef } from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { receiveForm, type FileRule } from '../uploads.ts';
import { postedCommand } from './posted-command.ts';

const RESULT_FILE: FileRule = { accept: ['pdf'], maxBytes: 20 * 1024 * 1024 };
const SCAN: FileRule = { accept: ['pdf', 'jpg', 'png', 'heic'], maxBytes: 20 * 1024 * 1024 };

/** Files that staff pages send: results, scans by paper, files of a step's questions. */
export const staffFileRule = (field: string): FileRule | undefined => {
  if (field === 'tep') return RESULT_FILE;
  return field.startsWith('tep-') || field.startsWith('q[') ? SCAN : undefined;
};

export interface PostedAnswer {
  readonly problems: readonly Problem[];
  /** What was typed, to be shown again. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
  /** Set when somebody was faster: the sequence this page was based on. */
  readonly conflictSince?: number;
}

export type PostedOutcome = { readonly done: DossierState; readonly command: string } | PostedAnswer;

const typedOf = (data: FormData): PostedAnswer['typed'] => {
  const typed: Record<string, readonly string[]> = {};
  for (const name of new Set(data.keys())) typed[name] = data.getAll(name).filter((value) => typeof value === 'string');
  return typed;
};

const formOf = async (request: Request, context: AppLoadContext, owner: string) => {
  const multipart = request.headers.get('content-type')?.startsWith('multipart/form-data') === true;
  if (multipart) return receiveForm(request, context, { owner, rule: staffFileRule });
  return { data: await request.formData(), files: new Map<string, readonly FileRef[]>(), problems: [] };
};

/**
 * Reads a staff form and carries out its command on the dossier: once for its key, and only on the
 * dossier as the page showed it.
 */
export const runPosted = async (
  request: Request,
  context: AppLoadContext,
  actor: Actor,
  state: DossierState,
): Promise<PostedOutcome> => {
  const { data, files, problems } = await formOf(request, context, `dossier:${state.id}`);
  const typed = typedOf(data);
  if (problems.length > 0) return { problems, typed };
  const release = await context.service.catalogue.release(state.releaseHash);
  const task = state.tasks.find((each) => each.id === data.get('task'));
  const stepForm = task ? release.stepForms[task.element] : undefined;
  const checklist = (release.release.procedure.checklist ?? []).map((paper) => paper.id);
  const command = postedCommand({ data, files, checklist, before: state.papers, ...(stepForm ? { stepForm } : {}) });
  if (!command.ok) return { problems: command.problems, typed };
  const seq = Number(data.get('seq'));
  const done = await context.service.dossiers.execute({
    dossier: state.id,
    command: command.value,
    actor,
    key: `page:${actor.id}:${String(data.get('key') ?? '').slice(0, 64)}`,
    ...(Number.isSafeInteger(seq) && seq > 0 ? { expectedSeq: seq } : {}),
  });
  if (done.ok) return { done: done.value, command: command.value.type };
  const conflict = done.problems.some((each) => each.code === 'dossier.conflict');
  return { problems: conflict ? [] : done.problems, typed, ...(conflict ? { conflictSince: seq } : {}) };
};
