import { type Release } from '#engine/definition/index.ts';
import { parseProcess, type ParsedNode, type ParsedScope } from '#engine/process/index.ts';
import { isList, isRecord, own, textsOf, toJson, type Json, type JsonRecord } from './json.ts';
import type { Layer } from './ownership.ts';
import type { Use } from './types.ts';

/** `result:<id>`, `payment:<id>`, `paper:<id>`: how a step names what it needs and what it makes. */
const PREFIX: Readonly<Record<string, string>> = { results: 'result:', fees: 'payment:', checklist: 'paper:' };

/** A step's questions are JSON in an attribute: there the quotes of an expression are escaped once more. */
const namesCase = (feel: string, id: string): boolean =>
  /\bcase\b/u.test(feel) && feel.replaceAll('\\"', '"').includes(`"${id}"`);

/**
 * What the lower layers use of a release's rows: the steps of the agency's process (`mc:requires`, `mc:produces`, FEEL),
 * the questions of the form, and the rows that only the province has. `national`: rows of the nation, which follow it.
 */
export const usesIn = async (
  release: Pick<Release, 'procedure' | 'form' | 'process'>,
  national: JsonRecord,
): Promise<(part: string, row: string) => readonly Use[]> => {
  const procedure = toJson(release.procedure);
  const form = release.form ? toJson(release.form) : undefined;
  const steps = release.process === undefined ? [] : await stepsOf(release.process);
  return (part, row) => {
    const named = PREFIX[part] === undefined ? undefined : `${PREFIX[part]}${row}`;
    const found: Use[] = steps
      .filter(
        (step) =>
          (named !== undefined && step.names.includes(named)) ||
          (part === 'cases' && step.feel.some((feel) => namesCase(feel, row))),
      )
      .map((step) => ({ layer: 'agency', at: `process:${step.id}`, name: step.name }));
    if (part !== 'cases') return found;
    return [
      ...found,
      ...feelUses(form, '/form', 'province', row),
      ...feelUses(procedure, '/procedure', 'province', row),
      ...ownRows(procedure, national, row),
    ];
  };
};

interface Step {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly feel: readonly string[];
}

const stepsOf = async (xml: string): Promise<readonly Step[]> => {
  const parsed = await parseProcess(xml, { forgiving: true });
  return parsed.ok ? parsed.value.processes.flatMap(scopeSteps) : [];
};

const scopeSteps = (scope: ParsedScope): readonly Step[] => [
  ...scope.nodes.flatMap((node): readonly Step[] => [
    {
      id: node.id,
      name: node.name || node.id,
      names: [...node.settings.requires, ...node.settings.produces],
      feel: [...(node.settings.form === undefined ? [] : [node.settings.form]), ...eventFeel(node)],
    },
    ...(node.inside ? scopeSteps(node.inside) : []),
  ]),
  ...scope.flows.map((flow) => ({
    id: flow.id,
    name: flow.name || flow.id,
    names: [],
    feel: flow.condition === undefined ? [] : [flow.condition],
  })),
];

const eventFeel = ({ event, settings, inputs = [] }: ParsedNode): readonly string[] => [
  ...(event?.type === 'conditional' ? [event.condition] : []),
  ...(settings.unit === undefined ? [] : [settings.unit]),
  ...inputs.map(({ source }) => source),
];

/** Texts in a document that compare the case with this one, each under the name of what holds it. */
const feelUses = (
  document: JsonRecord | undefined,
  at: string,
  layer: Exclude<Layer, 'national'>,
  row: string,
): readonly Use[] => {
  const found: Use[] = [];
  const visit = (value: Json, path: string, holder: string): void => {
    if (typeof value === 'string') {
      if (namesCase(value, row)) found.push({ layer, at: path, name: holder });
    } else if (isList(value)) value.forEach((each, place) => visit(each, `${path}/${place}`, holder));
    else if (isRecord(value))
      for (const [key, each] of Object.entries(value)) visit(each, `${path}/${key}`, nameOf(value) ?? holder);
  };
  if (document) visit(document, at, at);
  return found;
};

const nameOf = (record: JsonRecord): string | undefined => {
  for (const key of ['label', 'name', 'title']) {
    const named = own(record, key);
    const words = isRecord(named) ? own(named, 'vi') : named;
    if (typeof words === 'string') return words;
  }
  return undefined;
};

/** Rows of the province alone that hold only in this case. */
const ownRows = (procedure: JsonRecord, national: JsonRecord, row: string): readonly Use[] =>
  ['timeLimits', 'fees', 'checklist', 'publicSteps'].flatMap((part) => {
    const theirs = new Set(listOf(national, part).map((each) => own(each, 'id')));
    return listOf(procedure, part).flatMap((each): readonly Use[] => {
      const id = own(each, 'id');
      return typeof id === 'string' && !theirs.has(id) && textsOf(own(each, 'cases')).includes(row)
        ? [{ layer: 'province', at: `/procedure/${part}/${id}`, name: nameOf(each) ?? id }]
        : [];
    });
  });

const listOf = (document: JsonRecord, part: string): readonly JsonRecord[] => {
  const list = own(document, part);
  return isList(list) ? list.filter(isRecord) : [];
};
