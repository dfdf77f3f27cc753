import type { AppLoadContext } from '@remix-run/node';
import { loadRelease, type Release } from '#engine/definition/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import type { ReleaseDraft } from '#engine/store/index.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';

const texts = { vi: officeTextsFor('vi').drafts, en: officeTextsFor('en').drafts };

const said = (
  code: string,
  path: string,
  of: (words: (typeof texts)['vi'] | (typeof texts)['en']) => string,
): Problem => problem(`draft.${code}`, path, { vi: of(texts.vi), en: of(texts.en) });

/** A decision file of the chosen drafts, as an office would upload it; the same checks follow. */
export const decisionOfDrafts = async (context: AppLoadContext, fields: FormData): Promise<Result<string>> => {
  const { store } = context.service;
  const chosen: ReleaseDraft[] = [];
  for (const id of fields.getAll('chon')) {
    const draft = await store.releaseDrafts.load(String(id));
    if (draft) chosen.push(draft);
  }
  if (chosen.length === 0) return fail(said('nothing-chosen', 'chon', (words) => words.nothingChosen));
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const signedOn = readTypedDate(text('ngay-ky'));
  const effectiveFrom = readTypedDate(text('hieu-luc'));
  if (!signedOn || !effectiveFrom) return fail(said('bad-day', 'ngay-ky', (words) => words.badDay));
  const releases: Release[] = [];
  const problems: Problem[] = [];
  const items: object[] = [];
  for (const { draft, action } of chosen) {
    const { code = '', name } = draft.procedure;
    if (items.some((item) => 'code' in item && item.code === code)) {
      problems.push(said('twice', 'chon', (words) => words.twice(code)));
      continue;
    }
    if (action === 'repeal') {
      items.push({ action, code });
      continue;
    }
    if (draft.open.some((point) => point.blocks)) {
      problems.push(said('not-ready', 'chon', (words) => words.notReady(name?.vi ?? code)));
      continue;
    }
    const numbers = await store.releases.numbers(code);
    const number = Math.max(0, ...numbers.map((each) => each.number)) + 1;
    const loaded = loadRelease({
      code,
      number,
      procedureJson: draft.procedure,
      ...(draft.form ? { formJson: draft.form } : {}),
      ...(draft.process === undefined ? {} : { processXml: draft.process }),
    });
    if (!loaded.ok) {
      problems.push(...loaded.problems.map((found) => ({ ...found, path: `${code}${found.path}` })));
      continue;
    }
    releases.push(loaded.value);
    const inForce = (await store.catalogue.history(code)).length > 0;
    items.push({ action: inForce ? 'amend' : 'add', code, release: number });
  }
  if (problems.length > 0) return fail(...problems);
  const title = text('trich-yeu');
  return ok(
    JSON.stringify({
      format: 'motcua/package@1',
      decision: {
        format: 'motcua/decision@1',
        number: text('so'),
        kind: 'publication',
        ...(title ? { title: { vi: title } } : {}),
        signedOn,
        signer: { name: text('nguoi-ky') },
        effectiveFrom,
        items,
      },
      releases: releases.map(({ code, number, procedure, form, process, templates }) => ({
        code,
        number,
        procedure,
        ...(form ? { form } : {}),
        ...(process === undefined ? {} : { process }),
        ...(Object.keys(templates).length > 0 ? { templates } : {}),
      })),
    }),
  );
};
