import type { AppLoadContext } from '@remix-run/node';
import { diffReleases, type Change } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { StudioDraft } from '#engine/store/index.ts';
import { openDraft, PROCESS_PART, partsOf, processOf, releaseOf } from './process-draft.ts';

type Parts = StudioDraft['parts'];

/** What one edit of a draft changed. */
export interface EditChanges {
  readonly changes: readonly Pick<Change, 'sentence' | 'kind'>[];
  /** Files that changed, where no sentences can be made of them: one of the two is not whole yet. */
  readonly files: readonly string[];
  /** Where the draft stood from then on, where that is another place. */
  readonly status?: StudioDraft['status'];
}

const whole = (code: string, parts: Parts): Parts => ({ ...parts, [PROCESS_PART]: processOf({ code, parts }) });

export const changesBetween = (code: string, before: Parts, after: Parts): EditChanges => {
  const [one, other] = [whole(code, before), whole(code, after)];
  const files = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);
  const [was, is] = [releaseOf(code, 1, one), releaseOf(code, 1, other)];
  if (!was.ok || !is.ok) return { changes: [], files };
  const { changes } = diffReleases(was.value, is.value);
  // What is written otherwise and means the same has no sentence.
  return { changes: changes.map(({ sentence, kind }) => ({ sentence, kind })), files: [] };
};

/** Against the edit before it, or what was in force when the draft was begun; 404 where there is no such edit. */
export const changesOfEdit = async (
  context: AppLoadContext,
  code: string,
  revision: number,
  actor: Actor,
): Promise<EditChanges> => {
  const { studio } = context.service.store;
  const { release } = await openDraft(context, code, actor);
  const edits = await studio.edits(code);
  const place = edits.findIndex((each) => each.revision === revision);
  const after = await studio.edit(code, revision);
  if (place < 0 || !after) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const earlier = edits[place + 1];
  const was = earlier ? await studio.edit(code, earlier.revision) : undefined;
  const before = was?.parts ?? (release ? partsOf(release) : undefined);
  return {
    ...(before ? changesBetween(code, before, after.parts) : { changes: [], files: Object.keys(after.parts) }),
    ...(was && was.status !== after.status ? { status: after.status } : {}),
  };
};
