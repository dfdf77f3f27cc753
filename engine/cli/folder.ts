import path from 'node:path';
import {
  limits,
  loadRelease,
  loadShared,
  noShared,
  type Release,
  type ReleaseParts,
  type SharedDefinitions,
} from '#engine/definition/index.ts';
import type { FindRelease } from '#engine/process/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { exists, findAbove, namesIn, readJson, readText } from './files.ts';
import * as say from './messages.ts';

/**
 * Reads a release from its folder `<code>/<number>/`: procedure.json, form.json, process.bpmn,
 * templates/*.typ. Other files are named in a warning.
 */
export const readReleaseFolder = async (folder: string): Promise<Result<Release>> => {
  const place = path.resolve(folder);
  const number = Number(path.basename(place));
  const code = path.basename(path.dirname(place));
  const names = await namesIn(place);
  if (!names.includes('procedure.json') || !Number.isInteger(number)) return fail(say.notARelease(folder));
  const procedure = await readJson(path.join(place, 'procedure.json'), { length: limits.procedureText });
  const form = names.includes('form.json')
    ? await readJson(path.join(place, 'form.json'), { length: limits.formText })
    : undefined;
  const process = names.includes('process.bpmn') ? await readText(path.join(place, 'process.bpmn')) : undefined;
  const templates = await readTemplates(path.join(place, 'templates'));
  const problems: Problem[] = [
    ...placed(procedure, '/procedure'),
    ...placed(form, '/form'),
    ...placed(process, '/process'),
    ...placed(templates, ''),
  ];
  if (!procedure.ok || (form && !form.ok) || (process && !process.ok) || !templates.ok) return fail(...problems);
  const parts: ReleaseParts = {
    code,
    number,
    procedureJson: procedure.value,
    ...(form ? { formJson: form.value } : {}),
    ...(process ? { processXml: process.value } : {}),
    templates: templates.value,
  };
  const loaded = loadRelease(parts);
  const strange = names.filter((name) => !known.has(name)).map((name) => say.strangeFile(path.join(folder, name)));
  return loaded.ok ? ok(loaded.value, strange) : fail(...loaded.problems, ...strange);
};

/** Releases that a call activity names are looked for beside the folder, as `<code>/<number>/`. */
export const releasesBeside =
  (folder: string): FindRelease =>
  async (code, number) => {
    const found = await readReleaseFolder(
      path.join(path.resolve(folder), '..', '..', path.basename(code), String(number)),
    );
    return found.ok ? found.value : undefined;
  };

const known = new Set(['procedure.json', 'form.json', 'process.bpmn', 'templates']);

/** A file's problems, under the part it is: those about the file itself keep its name. */
const placed = (result: Result<unknown> | undefined, at: string): readonly Problem[] =>
  result === undefined || result.ok
    ? []
    : result.problems.map((found) =>
        found.code.startsWith('file.') ? found : { ...found, path: `${at}${found.path}` },
      );

const readTemplates = async (folder: string): Promise<Result<Readonly<Record<string, string>>>> => {
  const templates: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const name of await namesIn(folder)) {
    const text = await readText(path.join(folder, name), limits.templateText);
    if (text.ok) templates[name] = text.value;
    else problems.push(...text.problems);
  }
  return problems.length > 0 ? fail(...problems) : ok(templates);
};

/** Reads `definitions/shared`: every .json under it, one group or list each. */
export const readSharedFolder = async (folder: string): Promise<Result<SharedDefinitions>> => {
  const files = await jsonUnder(folder);
  const parsed: { path: string; json: unknown }[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const json = await readJson(file, { length: limits.codeListText });
    if (json.ok) parsed.push({ path: file, json: json.value });
    else problems.push(...json.problems.map((found) => ({ ...found, path: `${file}${found.path}` })));
  }
  return problems.length > 0 ? fail(...problems) : loadShared(parsed);
};

const jsonUnder = async (folder: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const name of await namesIn(folder)) {
    const inner = path.join(folder, name);
    if (name.endsWith('.json')) found.push(inner);
    else if (!name.includes('.')) found.push(...(await jsonUnder(inner)));
  }
  return found;
};

/** The shared definitions that go with a folder or file: `shared/` of the nearest definitions folder above it. */
export const sharedBeside = async (start: string): Promise<Result<SharedDefinitions>> => {
  const folder = (await findAbove(start, 'shared')) ?? (await findAbove('.', 'definitions/shared'));
  return folder ? readSharedFolder(folder) : ok(noShared);
};

/** `procedures/<code>/<number>/` of the nearest definitions folder above `start`. */
export const releaseFolderBeside = async (start: string, code: string, number: number): Promise<string | undefined> => {
  const procedures = await findAbove(start, 'procedures');
  if (!procedures) return undefined;
  const folder = path.join(procedures, code, String(number));
  return (await exists(folder)) ? folder : undefined;
};
