import type { AppLoadContext } from '@remix-run/node';
import { loadRelease, type Procedure, type Release } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { generateProcess } from '#engine/process/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import type { StudioDraft, StudioEditor } from '#engine/store/index.ts';
import { listOf, recordOf, textOf, type Json } from '#engine/studio/index.ts';
import { textHash } from '#app/studios/process/text-hash.ts';
import { mayEdit } from './owner.ts';

export const PROCESS_PART = 'process.bpmn';
type Parts = Readonly<Record<string, string>>;

const editorOf = ({ id, name }: Actor): StudioEditor => ({ id, name });

const forbidden = (): Response => new Response(null, { status: 403, statusText: 'Forbidden' });

/** A posted text as it was: forms turn every line end into CR LF on their way. */
export const linesOf = (posted: FormDataEntryValue | null): string =>
  typeof posted === 'string' ? posted.replace(/\r\n/g, '\n') : '';

const json = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return null;
  }
};

/** A release as the texts of its folder. */
export const partsOf = (release: Release): Parts => ({
  'procedure.json': JSON.stringify(release.procedure, null, 2),
  ...(release.form ? { 'form.json': JSON.stringify(release.form, null, 2) } : {}),
  [PROCESS_PART]: release.process ?? generateProcess(release.procedure),
  ...Object.fromEntries(Object.entries(release.templates ?? {}).map(([name, text]) => [`templates/${name}`, text])),
});

/** The draft as a release of that number, when its parts are whole. */
export const releaseOf = (code: string, number: number, parts: Parts): Result<Release> => {
  const templates = Object.entries(parts).flatMap(([name, text]) =>
    name.startsWith('templates/') ? [[name.slice('templates/'.length), text] as const] : [],
  );
  const form = json(parts['form.json']);
  return loadRelease({
    code,
    number,
    procedureJson: json(parts['procedure.json']),
    ...(form === undefined ? {} : { formJson: form }),
    ...(parts[PROCESS_PART] === undefined ? {} : { processXml: parts[PROCESS_PART] }),
    ...(templates.length > 0 ? { templates: Object.fromEntries(templates) } : {}),
  });
};

/**
 * The draft's process. One that has none of its own yet gets the standard one, out of as much of the
 * procedure as is known already.
 */
export const processOf = ({ code, parts }: Pick<StudioDraft, 'code' | 'parts'>): string => {
  const own = parts[PROCESS_PART];
  if (own !== undefined) return own;
  const release = releaseOf(code, 1, parts);
  if (release.ok) return generateProcess(release.value.procedure);
  const known = recordOf(json(parts['procedure.json']) as Json);
  const levels = listOf(known['levels']);
  const whole = {
    ...known,
    name: { vi: textOf(recordOf(known['name'])['vi']) },
    levels: levels.length > 0 ? levels : ['commune'],
    timeLimits: [],
    results: listOf(known['results']).filter((each) => textOf(recordOf(each)['id']) !== ''),
  };
  // Only what is set above is read of it.
  return generateProcess(whole as unknown as Procedure);
};

export interface Opened {
  readonly draft?: StudioDraft;
  /** What is in force, or the newest release there is. */
  readonly release?: Release;
  readonly nextNumber: number;
  readonly editable: boolean;
}

/** The draft of a procedure and the release it stands beside; 404 when nobody knows the code. */
export const openDraft = async (context: AppLoadContext, code: string, actor: Actor): Promise<Opened> => {
  const { store, catalogue } = context.service;
  const [draft, numbers, current] = await Promise.all([
    store.studio.load(code),
    store.releases.numbers(code),
    catalogue.inForce(code),
  ]);
  const newest = numbers.reduce((most, { number }) => Math.max(most, number), 0);
  const release = current?.release.release ?? (newest > 0 ? await store.releases.byNumber(code, newest) : undefined);
  if (!draft && !release) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return {
    ...(draft ? { draft } : {}),
    ...(release ? { release } : {}),
    nextNumber: newest + 1,
    editable: mayEdit(actor, release?.procedure.authority, await context.service.units.all(), draft?.unit),
  };
};

/** Begins a draft from what is in force; one that is there already is left as it is. */
export const beginDraft = async (context: AppLoadContext, code: string, actor: Actor): Promise<Result<void>> => {
  const { draft, release, editable } = await openDraft(context, code, actor);
  if (!editable) throw forbidden();
  if (draft || !release) return ok(undefined);
  const now = context.clock.now();
  return context.service.store.studio.save({
    code,
    status: 'editing',
    unit: actor.unit ?? '',
    parts: partsOf(release),
    base: { number: release.number, hash: release.hash },
    revision: 1,
    editor: editorOf(actor),
    createdAt: now,
    updatedAt: now,
  });
};

const closed = (): Problem =>
  problem('studio.closed', '/status', {
    vi: 'Bản thiết kế đang chờ Văn phòng UBND tỉnh duyệt nên không sửa được.',
    en: 'The draft waits for the province office and cannot be changed.',
  });

/**
 * Saves the process. A save that was based on an older revision is taken when the process itself is still
 * what it was based on (somebody else changed another part); otherwise it is refused and nothing is lost.
 */
export const saveProcess = async (
  context: AppLoadContext,
  code: string,
  actor: Actor,
  given: { readonly xml: string; readonly basedOn: string },
): Promise<Result<StudioDraft>> => {
  const { draft, editable } = await openDraft(context, code, actor);
  if (!editable) throw forbidden();
  if (!draft) return fail(closed());
  if (draft.status === 'proposed' || draft.status === 'approved') return fail(closed());
  const stored = draft.parts[PROCESS_PART];
  if (stored === given.xml) return ok(draft);
  // A process that is only generated is nobody's work yet.
  if (stored !== undefined && textHash(stored) !== given.basedOn)
    return fail(
      problem(
        'studio.conflict',
        '/revision',
        {
          vi: `${draft.editor.name} vừa sửa quy trình này ở nơi khác.`,
          en: `${draft.editor.name} has just changed this process elsewhere.`,
        },
        {
          vi: 'Xem bản mới của người đó, hoặc giữ bản của Ông/Bà.',
          en: 'Take their newest one, or keep yours.',
        },
      ),
    );
  const next: StudioDraft = {
    ...draft,
    parts: { ...draft.parts, [PROCESS_PART]: given.xml },
    revision: draft.revision + 1,
    editor: editorOf(actor),
    updatedAt: context.clock.now(),
  };
  const saved = await context.service.store.studio.save(next);
  return saved.ok ? ok(next) : saved;
};

/** Hands the draft to the province office, takes it back, or (the office) returns or approves it. */
export const moveDraft = async (
  context: AppLoadContext,
  code: string,
  actor: Actor,
  status: StudioDraft['status'],
  note: string,
): Promise<Result<StudioDraft>> => {
  const { draft, editable } = await openDraft(context, code, actor);
  if (!editable || !draft) throw forbidden();
  const { note: _note, ...rest } = draft;
  const next: StudioDraft = {
    ...rest,
    status,
    ...(note === '' ? {} : { note }),
    ...(status === 'proposed' ? { proposedBy: editorOf(actor) } : {}),
    ...(status === 'approved' ? { approvedBy: editorOf(actor) } : {}),
    revision: draft.revision + 1,
    editor: editorOf(actor),
    updatedAt: context.clock.now(),
  };
  const saved = await context.service.store.studio.save(next);
  return saved.ok ? ok(next) : saved;
};
