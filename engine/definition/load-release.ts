import { ok, type Problem, type Result } from '#engine/result/index.ts';
import { releaseHash } from './canonical.ts';
import { limits } from './limits.ts';
import { loadForm } from './load-form.ts';
import * as say from './messages.ts';
import { procedureRules } from './procedure-rules.ts';
import type { Release } from './release.ts';
import { check, under } from './schema/validate.ts';

/** A release as it lies in a folder or a package: JSON parsed already, BPMN and templates as text. */
export interface ReleaseParts {
  readonly code: string;
  readonly number: number;
  readonly procedureJson: unknown;
  readonly formJson?: unknown;
  /** BPMN 2.0 XML, byte for byte. */
  readonly processXml?: string;
  /** Typst texts by file name. */
  readonly templates?: Readonly<Record<string, string>>;
}

/**
 * Checks the parts against their formats and against each other's ids, and seals them with their
 * hash. What the law asks of the content is the business of `engine/verify`. Paths begin with
 * `/procedure`, `/form`, `/process`, `/templates`.
 */
export const loadRelease = (parts: ReleaseParts): Result<Release> => {
  const procedure = check('motcua/procedure@1', parts.procedureJson, '/procedure');
  const form = parts.formJson === undefined ? undefined : loadForm(parts.formJson, '/form');
  const templates = parts.templates ?? {};
  const problems: Problem[] = [
    ...('problems' in procedure
      ? procedure.problems
      : procedureRules(procedure.value).map((found) => under('/procedure', found))),
    ...(form === undefined || form.ok ? [] : form.problems),
    ...textRules(parts.processXml, templates),
    ...numberRules(parts),
  ];
  if ('value' in procedure && procedure.value.code !== parts.code)
    problems.push(say.otherCode(parts.code, procedure.value.code));
  if (problems.length > 0 || 'problems' in procedure || (form && !form.ok)) return { ok: false, problems };
  const content = {
    procedure: procedure.value,
    ...(form ? { form: form.value } : {}),
    ...(parts.processXml === undefined ? {} : { process: parts.processXml }),
    templates,
  };
  return ok({ code: parts.code, number: parts.number, hash: releaseHash(content), ...content });
};

const numberRules = ({ number }: ReleaseParts): readonly Problem[] =>
  Number.isInteger(number) && number >= 1 && number <= 9999 ? [] : [say.badNumber(number)];

const textRules = (process: string | undefined, templates: Readonly<Record<string, string>>): readonly Problem[] => {
  const found: Problem[] = [];
  if (process !== undefined) {
    if (process.length > limits.processText)
      found.push(under('/process', say.tooLong(process.length, limits.processText)));
    else if (process.includes('\u0000')) found.push(say.nulInText('/process'));
    else if (/<!DOCTYPE|<!ENTITY/i.test(process)) found.push(say.doctype('/process'));
  }
  const names = Object.keys(templates);
  if (names.length > limits.templates) found.push(say.tooManyTemplates(names.length, limits.templates));
  for (const name of names) {
    const text = templates[name] ?? '';
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.typ$/.test(name)) found.push(say.templateName(name));
    if (text.length > limits.templateText)
      found.push(under(`/templates/${name}`, say.tooLong(text.length, limits.templateText)));
  }
  return found;
};
