import { escapeXml } from '#engine/process/index.ts';
import { loadRelease, type Release } from '#engine/definition/index.ts';
import { fail, problem, type Localized, type Problem, type Result } from '#engine/result/index.ts';
import { checks } from './checks/index.ts';
import type { Subject } from './subject.ts';

/** One change of a release; paths as findings give them, below `/procedure` or `/form`. */
export type Edit =
  | { readonly set: string; readonly to: unknown }
  | { readonly remove: string }
  /** An attribute of an element of the process; null removes it. */
  | { readonly element: string; readonly attribute: string; readonly to: string | null };

/** A change that an author may accept: it is offered, never made by itself. */
export interface Fix {
  readonly label: Localized;
  readonly edits: readonly Edit[];
}

/** The change that the finding's own check offers, if any. */
export const fixFor = (found: Problem, subject: Subject): Fix | undefined =>
  checks.find(({ findings, fix }) => fix && Object.hasOwn(findings, found.code))?.fix?.(found, subject);

/** Makes the change: another release, read and sealed as any other. Refused where a place is not there. */
export const applyFix = (release: Release, { edits }: Fix): Result<Release> => {
  const parts = structuredClone({ procedure: release.procedure, form: release.form }) as Record<string, unknown>;
  let { process } = release;
  for (const edit of edits) {
    if ('element' in edit) {
      const changed = process === undefined ? undefined : withAttribute(process, edit);
      if (changed === undefined) return fail(notThere(edit.element));
      process = changed;
    } else if (!change(parts, edit)) return fail(notThere('set' in edit ? edit.set : edit.remove));
  }
  return loadRelease({
    code: release.code,
    number: release.number,
    procedureJson: parts['procedure'],
    ...(parts['form'] === undefined ? {} : { formJson: parts['form'] }),
    ...(process === undefined ? {} : { processXml: process }),
    templates: release.templates,
  });
};

const notThere = (path: string): Problem =>
  problem(
    'release.fix.no-place',
    path,
    { vi: `Không còn chỗ để sửa: ${path}.`, en: `There is nothing to mend at ${path}.` },
    { vi: 'Hãy kiểm tra lại phiên bản.', en: 'Verify the release again.' },
  );

const change = (parts: Record<string, unknown>, edit: Exclude<Edit, { readonly element: string }>): boolean => {
  const path = 'set' in edit ? edit.set : edit.remove;
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  let at: unknown = parts;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<string, unknown>)[key];
  }
  if (last === undefined || typeof at !== 'object' || at === null) return false;
  if ('remove' in edit) {
    if (!Object.hasOwn(at, last)) return false;
    if (Array.isArray(at)) at.splice(Number(last), 1);
    else Reflect.deleteProperty(at, last);
    return true;
  }
  (at as Record<string, unknown>)[last] = edit.to;
  return true;
};

/** The opening tag of the element is found by its id; what else stands in it is left as it was written. */
const withAttribute = (
  xml: string,
  { element, attribute, to }: Extract<Edit, { readonly element: string }>,
): string | undefined => {
  const tag = [...xml.matchAll(/<[a-zA-Z][^<>]*>/g)].find(([text]) => text.includes(` id="${element}"`));
  if (!tag) return undefined;
  const [before] = tag;
  const without = before.replace(new RegExp(`\\s${attribute}="[^"]*"`), '');
  const after = to === null ? without : without.replace(/\/?>$/, (end) => ` ${attribute}="${escapeXml(to)}"${end}`);
  return xml.slice(0, tag.index) + after + xml.slice(tag.index + before.length);
};
