import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { ok, type Result } from '#engine/result/index.ts';
import { mcDescriptor } from '../../parse/descriptor.ts';
import { many, one, reference, text } from '../../parse/element.ts';
import type { ParsedProcess } from '../../parse/model.ts';
import { parseProcess } from '../../parse/parse.ts';
import { settingAttributes } from '../../write.ts';
import { fromStepTable, processOfTable } from '../from-table.ts';
import type { StepTable } from '../model.ts';
import { toStepTable } from '../to-table.ts';
import { place } from './place.ts';
import { wantedOf, type Wanted, type WantedFlow, type WantedNode } from './wanted.ts';
import { written } from '../../written.ts';

const moddle = new BpmnModdle({ mc: mcDescriptor });

/**
 * The BPMN with its step table as `after` says. What the table does not show is left as it is: the places of all
 * that stays, names and notes, other people's extensions, conditions in other languages. A table that has no step
 * in common with the process, or a process that is no table, is drawn anew. Refused as `fromStepTable` refuses.
 */
export const editStepTable = async (xml: string, after: StepTable): Promise<Result<string>> => {
  const now = processOfTable(after);
  if (!now.ok) return now;
  const parsed = await parseProcess(xml, { tolerant: true });
  const drawn = parsed.ok ? parsed.value.processes[0] : undefined;
  const table = drawn ? toStepTable(drawn) : undefined;
  const before = table?.ok ? processOfTable(table.value) : undefined;
  const steps = new Set(after.rows.map(({ step }) => step));
  if (!drawn || !table?.ok || !before?.ok || !table.value.rows.some(({ step }) => steps.has(step)))
    return fromStepTable(after);
  const { rootElement } = await moddle.fromXML(xml);
  const scope = many(rootElement, 'rootElements').find((each) => text(each, 'id') === drawn.id);
  if (!scope) return fromStepTable(after);
  put(scope, rootElement, drawn, wantedOf(before.value, now.value, drawn), now.value);
  return ok(written((await moddle.toXML(rootElement, { format: true })).xml));
};

const typeOf = (kind: string): string => `bpmn:${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

/** Only what the table says otherwise than before is written. */
const setNode = (element: ModdleElement, { now, before }: WantedNode): void => {
  if (now.name !== (before?.name ?? '')) element.set?.('name', now.name === '' ? undefined : now.name);
  if (!now.kind.endsWith('Task')) return;
  const inline = now.settings.form?.startsWith('[') === true;
  const wanted = settingAttributes(now.settings, !inline);
  const told = before ? settingAttributes(before.settings, before.settings.form?.startsWith('[') !== true) : {};
  for (const [name, value] of Object.entries(wanted))
    if (name !== 'mc:role' && name !== 'mc:unit' && name !== 'mc:connector' && value !== told[name])
      element.set?.(name, value);
  if (now.settings.form === before?.settings.form) return;
  const extensions = one(element, 'extensionElements');
  const others = extensions ? many(extensions, 'values').filter(({ $type }) => $type !== 'mc:Questions') : [];
  const values = inline ? [...others, moddle.create('mc:Questions', { body: now.settings.form })] : others;
  element.set?.(
    'extensionElements',
    values.length > 0 ? moddle.create('bpmn:ExtensionElements', { values }) : undefined,
  );
};

const setFlow = (element: ModdleElement, { now, before, kept }: WantedFlow): void => {
  if (kept && before) {
    if (before.name !== now.name) element.set?.('name', now.name === '' ? undefined : now.name);
    return;
  }
  if (now.name !== '') element.set?.('name', now.name);
  element.set?.(
    'conditionExpression',
    now.condition === undefined ? undefined : moddle.create('bpmn:FormalExpression', { body: `= ${now.condition}` }),
  );
};

const leafLanes = (scope: ModdleElement): readonly ModdleElement[] => {
  const inside = (set: ModdleElement): readonly ModdleElement[] =>
    many(set, 'lanes').flatMap((lane) => {
      const inner = one(lane, 'childLaneSet');
      return inner ? inside(inner) : [lane];
    });
  return many(scope, 'laneSets').flatMap(inside);
};

const put = (
  scope: ModdleElement,
  root: ModdleElement,
  drawn: ParsedProcess,
  wanted: Wanted,
  now: ParsedProcess,
): void => {
  const before = new Map(many(scope, 'flowElements').map((each) => [text(each, 'id') ?? '', each]));
  const nodes = new Map<string, ModdleElement>();
  for (const node of wanted.nodes) {
    const element = before.get(node.id) ?? moddle.create(typeOf(node.now.kind), { id: node.id });
    setNode(element, node);
    nodes.set(node.id, element);
  }
  const flows = new Map<string, ModdleElement>();
  for (const flow of wanted.flows) {
    const element = before.get(flow.id) ?? moddle.create('bpmn:SequenceFlow', { id: flow.id });
    setFlow(element, flow);
    Object.assign(element, { sourceRef: nodes.get(flow.source), targetRef: nodes.get(flow.target) });
    flows.set(flow.id, element);
  }
  for (const [id, element] of nodes) {
    const ways = (end: 'source' | 'target') =>
      wanted.flows.filter((flow) => flow[end] === id).flatMap((flow) => flows.get(flow.id) ?? []);
    const standard = wanted.flows.find(({ source, byDefault }) => source === id && byDefault);
    element.set?.('incoming', ways('target'));
    element.set?.('outgoing', ways('source'));
    if (typeof element['default'] === 'object' || standard)
      element.set?.('default', standard ? flows.get(standard.id) : undefined);
  }
  const gone = new Set([...drawn.nodes, ...drawn.flows].map(({ id }) => id).filter((id) => !nodes.has(id) && !flows.has(id))); // prettier-ignore
  const others = [...before].filter(([id]) => !nodes.has(id) && !flows.has(id) && !gone.has(id)).map(([, each]) => each); // prettier-ignore
  const all = [...nodes.values(), ...flows.values(), ...others];
  for (const each of all) Object.assign(each, { $parent: scope });
  scope.set?.('flowElements', all);
  const artifacts = many(scope, 'artifacts').filter(
    (each) => !['sourceRef', 'targetRef'].some((end) => gone.has(reference(each, end) ?? '')),
  );
  if (artifacts.length < many(scope, 'artifacts').length) scope.set?.('artifacts', artifacts);
  const newLanes = putLanes(scope, wanted, now, nodes, gone);
  const plane = many(root, 'diagrams').map((each) => one(each, 'plane'))[0];
  if (!plane) return;
  const elements = new Map([
    ...all.map((each) => [text(each, 'id') ?? '', each] as const),
    ...leafLanes(scope).map((each) => [text(each, 'id') ?? '', each] as const),
    ...restOf(root, scope, artifacts).map((each) => [text(each, 'id') ?? '', each] as const),
  ]);
  const asDrawn = new Set(wanted.flows.filter(({ kept }) => kept).map(({ id }) => id));
  const laneOf = (node: string): string | undefined => {
    const lane = leafLanes(scope).find((each) => many(each, 'flowNodeRef').some((ref) => text(ref, 'id') === node));
    return lane && text(lane, 'id');
  };
  place({ moddle, plane, elements, nodes: wanted.nodes, flows: wanted.flows, asDrawn, laneOf, newLanes });
};

/** Everything else that may be drawn: pools and messages between them, annotations, lanes around lanes. */
const restOf = (
  root: ModdleElement,
  scope: ModdleElement,
  artifacts: readonly ModdleElement[],
): readonly ModdleElement[] => {
  const lanes = (set: ModdleElement): readonly ModdleElement[] =>
    many(set, 'lanes').flatMap((lane) => {
      const inner = one(lane, 'childLaneSet');
      return inner ? [lane, ...lanes(inner)] : [];
    });
  const around = many(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Collaboration');
  return [
    ...artifacts,
    ...many(scope, 'laneSets').flatMap(lanes),
    ...around.flatMap((each) => [
      ...many(each, 'participants'),
      ...many(each, 'messageFlows'),
      ...many(each, 'artifacts'),
    ]),
  ];
};

/** Puts what is new or is done by others now into its lane; returns the ids of lanes that there were not. */
const putLanes = (
  scope: ModdleElement,
  wanted: Wanted,
  now: ParsedProcess,
  nodes: ReadonlyMap<string, ModdleElement>,
  gone: ReadonlySet<string>,
): readonly string[] => {
  const lanes = leafLanes(scope);
  const set = many(scope, 'laneSets')[0];
  const refs = new Map(lanes.map((lane) => [lane, many(lane, 'flowNodeRef').filter((ref) => !gone.has(text(ref, 'id') ?? ''))])); // prettier-ignore
  const made = new Map<string, ModdleElement>();
  const laneFor = (id: string): ModdleElement | undefined => {
    const member = wanted.laneOf.get(id);
    const own = lanes.find((lane) => many(lane, 'flowNodeRef').some((ref) => text(ref, 'id') === member));
    const told = now.lanes.find((lane) => lane.id === id);
    if (own || !set || !told) return own;
    const fresh = made.get(id) ?? moddle.create('bpmn:Lane', { id: uniqueLane(id, lanes), name: told.name });
    fresh.set?.('mc:role', told.role);
    fresh.set?.('mc:unit', told.unit);
    Object.assign(fresh, { $parent: set });
    made.set(id, fresh);
    if (!refs.has(fresh)) refs.set(fresh, []);
    return fresh;
  };
  for (const { id, lane, now: node } of wanted.nodes) {
    const element = nodes.get(id);
    if (lane === undefined || !element) continue;
    const to = laneFor(lane);
    const told = now.lanes.find((each) => each.id === lane);
    for (const [each, members] of refs) refs.set(each, members.filter((ref) => ref !== element)); // prettier-ignore
    if (to) refs.set(to, [...(refs.get(to) ?? []), element]);
    if (!node.kind.endsWith('Task')) continue;
    // Its lane says who; a step without lanes says it itself.
    element.set?.('mc:role', to ? undefined : told?.role);
    element.set?.('mc:unit', to ? undefined : told?.unit);
  }
  for (const [lane, members] of refs) lane.set?.('flowNodeRef', members);
  if (set && made.size > 0) set.set?.('lanes', [...many(set, 'lanes'), ...made.values()]);
  return [...made.values()].map((each) => text(each, 'id') ?? '');
};

const uniqueLane = (wish: string, lanes: readonly ModdleElement[]): string => {
  const taken = new Set(lanes.map((lane) => text(lane, 'id')));
  let id = wish;
  for (let count = 2; taken.has(id); count += 1) id = `${wish}-${String(count)}`;
  return id;
};
