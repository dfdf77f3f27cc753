import type { AppLoadContext } from '@remix-run/node';
import { loadRelease, type Release } from '#engine/definition/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { ReleaseDraft } from '#engine/store/index.ts';
import { decisionHead, inFlightOf } from './decision-head.ts';
import { said } from './said.ts';

/** Codes in what was typed, however they are set apart. */
const codesIn = (typed: string): readonly string[] => [
  ...new Set(typed.split(/[\s,;]+/u).filter((code) => code !== '')),
];

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
  const head = decisionHead(fields);
  if (!head.ok) return head;
  const inFlight = inFlightOf(fields);
  const releases: Release[] = [];
  const problems: Problem[] = [];
  const items: object[] = [];
  for (const { id, draft, action } of chosen) {
    const { code = '', name } = draft.procedure;
    if (items.some((item) => 'code' in item && item.code === code)) {
      problems.push(said('twice', 'chon', (words) => words.twice(code)));
      continue;
    }
    if (action === 'repeal') {
      const [replacedBy] = codesIn(text(`thay-${id}`));
      items.push({ action, code, ...(replacedBy === undefined ? {} : { replacedBy }) });
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
    const replaces = codesIn(text(`thay-${id}`)).filter((each) => each !== code);
    items.push({
      ...(replaces.length > 0 ? { action: 'replace', replaces } : { action: inForce ? 'amend' : 'add' }),
      code,
      release: number,
      ...(inFlight && (inForce || replaces.length > 0) ? { inFlight } : {}),
    });
  }
  if (problems.length > 0) return fail(...problems);
  return ok(
    JSON.stringify({
      format: 'motcua/package@1',
      decision: {
        ...head.value,
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
