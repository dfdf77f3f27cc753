import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import { procedureCode } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import {
  at,
  blankContent,
  contentFrom,
  contentOf,
  isRecord,
  textOf,
  type Json,
  type PartFiles,
  type StudioContent,
} from '#engine/studio/index.ts';
import type { StudioDraft } from '#engine/store/index.ts';
import type { StudioTexts } from '#app/i18n/use-studio-text.ts';
import { beginDraft, mayBegin } from './draft.ts';

export type Begun = { readonly code: string } | { readonly said: string; readonly problems: readonly Problem[] };

const CODE = new RegExp(procedureCode.pattern);

const refuse = (said: string): Begun => ({ said, problems: [] });

const keep = async (
  context: AppLoadContext,
  actor: Actor,
  words: StudioTexts,
  content: StudioContent,
  base?: NonNullable<StudioDraft['base']>,
): Promise<Begun> => {
  const code = textOf(content.procedure['code']);
  if (!CODE.test(code)) return refuse(words.begin.badCode);
  if (await context.service.store.studio.load(code)) return refuse(words.begin.exists);
  if (!(await mayBegin(context, actor, code))) return refuse(words.begin.foreign);
  const saved = await beginDraft(context, actor, { code, content, ...(base ? { base } : {}) });
  return saved.ok ? { code } : { said: '', problems: saved.problems };
};

/** A draft with nothing but code and name. */
export const beginEmpty = (
  context: AppLoadContext,
  actor: Actor,
  words: StudioTexts,
  given: { readonly code: string; readonly name: string },
): Promise<Begun> => {
  if (!CODE.test(given.code)) return Promise.resolve(refuse(words.begin.badCode));
  if (given.name === '') return Promise.resolve(refuse(words.begin.noName));
  return keep(context, actor, words, blankContent({ ...given, pageTitle: words.firstPage }));
};

/** A draft of the release in force, to be amended. */
export const beginAmendment = async (
  context: AppLoadContext,
  actor: Actor,
  words: StudioTexts,
  code: string,
): Promise<Begun> => {
  const found = await context.service.catalogue.inForce(code);
  if (!found) return refuse(words.begin.notInForce);
  const { procedure, form, process, templates, number, hash } = found.release.release;
  const plain = JSON.parse(JSON.stringify({ procedure, form, process, templates })) as Json;
  const content = contentOf(plain);
  return keep(context, actor, words, content, { number, hash });
};

/** A draft out of part files, or of a whole draft in one file. */
export const beginFromFiles = (
  context: AppLoadContext,
  actor: Actor,
  words: StudioTexts,
  files: PartFiles,
): Promise<Begun> => {
  const [only, ...more] = Object.values(files);
  if (only !== undefined && more.length === 0 && !('procedure.json' in files)) {
    try {
      const whole = JSON.parse(only) as Json;
      if (isRecord(at(whole, ['procedure']))) return keep(context, actor, words, contentOf(whole));
    } catch {
      // Told below, like any other file that is not what is wanted.
    }
  }
  const named = Object.fromEntries(Object.entries(files).map(([name, text]) => [/\.bpmn$/i.test(name) ? 'process.bpmn' : /\.typ$/i.test(name) ? `templates/${name}` : name, text])); // prettier-ignore
  const { content, unreadable } = contentFrom(named);
  if (!('procedure.json' in files) || unreadable.includes('procedure.json'))
    return Promise.resolve(refuse(words.begin.noProcedure));
  return keep(context, actor, words, content);
};
