import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { Release } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { TypeEnvironment } from '#engine/expression/index.ts';
import { generateProcess } from '#engine/process/index.ts';
import { contentFrom } from '#engine/studio/index.ts';
import type { StudioComment, StudioDraft } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import type { PanelChoices } from '#app/studios/process/panel.tsx';
import { previewOf } from './analyse.ts';
import { isOffice } from './owner.ts';
import { openDraft, partsOf, processOf, releaseOf } from './process-draft.ts';

export interface ProcessStudioView {
  readonly code: string;
  readonly name: string;
  /** What is in force: its process as text, generated where it brings none. */
  readonly current?: { readonly number: number; readonly xml: string };
  readonly draft?: {
    readonly xml: string;
    readonly status: StudioDraft['status'];
    readonly updatedAt: string;
    readonly note?: string;
    readonly proposedBy?: string;
  };
  /** May change this process, were it not locked. */
  readonly editable: boolean;
  readonly office: boolean;
  /** The names that conditions of the process may use. */
  readonly environment: TypeEnvironment;
  readonly choices: PanelChoices;
  readonly comments: readonly StudioComment[];
  readonly edits: readonly { readonly revision: number; readonly name: string; readonly at: string }[];
  readonly today: string;
}

const nameIn = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined;
  const { name } = value;
  return typeof name === 'object' && name !== null && 'vi' in name && typeof name.vi === 'string' ? name.vi : undefined;
};

const parsedName = (draft: StudioDraft | undefined): string | undefined => {
  try {
    return nameIn(JSON.parse(draft?.parts['procedure.json'] ?? 'null'));
  } catch {
    return undefined;
  }
};

const choicesOf = (procedure: Release['procedure'] | undefined, locale: Locale): PanelChoices => {
  const results = (procedure?.results ?? []).map((result) => ({
    code: `result:${result.id}`,
    name: pick(result.name, locale),
  }));
  const fees = (procedure?.fees ?? []).map((fee) => ({ code: `payment:${fee.id}`, name: pick(fee.name, locale) }));
  const standard =
    locale === 'en'
      ? { receipt: 'Receipt', refusal: 'Refusal' }
      : { receipt: 'Giấy tiếp nhận và hẹn trả', refusal: 'Văn bản từ chối' };
  return {
    produces: [{ code: 'receipt', name: standard.receipt }, ...results, { code: 'refusal', name: standard.refusal }],
    requires: [...results, ...fees],
    people: [],
  };
};

/** All that the studio's page shows of a procedure's process. */
export const processStudioView = async (
  context: AppLoadContext,
  code: string,
  actor: Actor,
  locale: Locale,
): Promise<ProcessStudioView> => {
  const opened = await openDraft(context, code, actor);
  const { draft, release } = opened;
  const { store } = context.service;
  const drafted = draft ? releaseOf(code, opened.nextNumber, draft.parts) : undefined;
  const procedure = drafted?.ok ? drafted.value.procedure : release?.procedure;
  const parts = draft?.parts ?? (release ? partsOf(release) : {});
  const [{ environment }, comments, edits] = await Promise.all([
    previewOf(context, contentFrom(parts).content, locale),
    store.studio.comments(code),
    store.studio.edits(code),
  ]);
  return {
    code,
    name: parsedName(draft) ?? (procedure ? pick(procedure.name, locale) : code),
    ...(release
      ? { current: { number: release.number, xml: release.process ?? generateProcess(release.procedure) } }
      : {}),
    ...(draft
      ? {
          draft: {
            xml: processOf(draft),
            status: draft.status,
            updatedAt: draft.updatedAt,
            ...(draft.note === undefined ? {} : { note: draft.note }),
            ...(draft.proposedBy ? { proposedBy: draft.proposedBy.name } : {}),
          },
        }
      : {}),
    editable: opened.editable,
    office: isOffice(actor),
    environment,
    choices: choicesOf(procedure, locale),
    comments,
    edits: edits.map(({ revision, editor, at }) => ({ revision, name: editor.name, at })),
    today: localDate(context.clock.now()),
  };
};
