import type { ParsedNode, ParsedProcess, ParsedScope } from './parse/model.ts';

export type ProcessDifference =
  | { readonly type: 'added' | 'removed'; readonly element: string; readonly name: string }
  | { readonly type: 'moved'; readonly element: string; readonly name: string; readonly after?: string }
  | {
      readonly type: 'changed';
      readonly element: string;
      readonly name: string;
      readonly what:
        | 'name'
        | 'role'
        | 'unit'
        | 'minutes'
        | 'outcomes'
        | 'produces'
        | 'requires'
        | 'act'
        | 'form'
        | 'deliverable'
        | 'condition';
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'flow-added' | 'flow-removed';
      readonly element: string;
      readonly from: string;
      readonly to: string;
    };

const allNodes = (scope: ParsedScope): readonly ParsedNode[] =>
  scope.nodes.flatMap((node) => [node, ...(node.inside ? allNodes(node.inside) : [])]);
const allFlows = (scope: ParsedScope): ParsedScope['flows'] => [
  ...scope.flows,
  ...scope.nodes.flatMap((node) => (node.inside ? allFlows(node.inside) : [])),
];
const isStep = (node: ParsedNode): boolean => /task$/i.test(node.kind) || node.kind === 'callActivity';

/** What somebody would say of a step: by lanes where it says nothing itself. */
const said = (process: ParsedProcess, node: ParsedNode) => {
  const lane = process.lanes.findLast((each) => each.nodes.includes(node.id));
  const { settings } = node;
  return {
    name: node.name,
    role: settings.role ?? lane?.role ?? '',
    unit: settings.unit ?? lane?.unit ?? '',
    minutes: settings.minutes === undefined ? '' : String(settings.minutes),
    outcomes: settings.outcomes.map((outcome) => outcome.name.vi).join(', '),
    produces: settings.produces.join(' '),
    requires: settings.requires.join(' '),
    act: settings.act ?? '',
    form: settings.form ?? '',
    deliverable: settings.deliverable ?? '',
  } as const;
};

/**
 * How one process differs from another, by stable ids: steps added, removed, moved, changed (every property by
 * itself, minutes as numbers), ways between steps added, removed or under another condition. Places in the
 * drawing do not count.
 */
export const processDifferences = (before: ParsedProcess, after: ParsedProcess): readonly ProcessDifference[] => {
  const [old, now] = [
    new Map(allNodes(before).map((node) => [node.id, node])),
    new Map(allNodes(after).map((node) => [node.id, node])),
  ];
  const differences: ProcessDifference[] = [];
  for (const node of now.values())
    if (!old.has(node.id) && isStep(node)) differences.push({ type: 'added', element: node.id, name: node.name });
  for (const node of old.values())
    if (!now.has(node.id) && isStep(node)) differences.push({ type: 'removed', element: node.id, name: node.name });
  for (const node of now.values()) {
    const known = old.get(node.id);
    if (!known) continue;
    const [was, is] = [said(before, known), said(after, node)];
    for (const what of Object.keys(is) as (keyof typeof is)[])
      if (was[what] !== is[what] && (isStep(node) || (what === 'name' && /Gateway$/.test(node.kind))))
        differences.push({
          type: 'changed',
          element: node.id,
          name: node.name || node.id,
          what,
          from: was[what],
          to: is[what],
        });
  }
  differences.push(...moved(before, after), ...ways(before, after, old, now));
  return differences;
};

/** Steps of both whose place in the order changed: the fewest that explain it (longest common order stays). */
const moved = (before: ParsedProcess, after: ParsedProcess): readonly ProcessDifference[] => {
  const place = new Map(
    allNodes(before)
      .filter(isStep)
      .map((node, index) => [node.id, index]),
  );
  const steps = allNodes(after).filter((node) => isStep(node) && place.has(node.id));
  const best = steps.map(() => 1);
  const from = steps.map(() => -1);
  const at = (index: number): number => place.get(steps[index]?.id ?? '') ?? 0;
  steps.forEach((_step, index) => {
    for (let earlier = 0; earlier < index; earlier += 1)
      if (at(earlier) < at(index) && (best[earlier] ?? 0) + 1 > (best[index] ?? 0)) {
        best[index] = (best[earlier] ?? 0) + 1;
        from[index] = earlier;
      }
  });
  const kept = new Set<number>();
  for (let index = best.indexOf(Math.max(0, ...best)); index >= 0; index = from[index] ?? -1) kept.add(index);
  return steps.flatMap((node, index): readonly ProcessDifference[] => {
    if (kept.has(index)) return [];
    const after_ = steps[index - 1]?.name;
    return [{ type: 'moved', element: node.id, name: node.name, ...(after_ === undefined ? {} : { after: after_ }) }];
  });
};

const ways = (
  before: ParsedProcess,
  after: ParsedProcess,
  old: ReadonlyMap<string, ParsedNode>,
  now: ReadonlyMap<string, ParsedNode>,
): readonly ProcessDifference[] => {
  const key = (flow: ParsedScope['flows'][number]): string => `${flow.source} ${flow.target}`;
  const [was, is] = [
    new Map(allFlows(before).map((flow) => [key(flow), flow])),
    new Map(allFlows(after).map((flow) => [key(flow), flow])),
  ];
  const name = (nodes: ReadonlyMap<string, ParsedNode>, id: string): string => nodes.get(id)?.name || id;
  const between = (
    nodes: ReadonlyMap<string, ParsedNode>,
    other: ReadonlyMap<string, ParsedNode>,
    flow: ParsedScope['flows'][number],
  ) => other.has(flow.source) && other.has(flow.target) && nodes.has(flow.source);
  return [
    ...[...is.values()].flatMap((flow): readonly ProcessDifference[] => {
      const known = was.get(key(flow));
      if (!known)
        return between(now, old, flow)
          ? [{ type: 'flow-added', element: flow.id, from: name(now, flow.source), to: name(now, flow.target) }]
          : [];
      const [from, to] = [known.condition ?? '', flow.condition ?? ''];
      const label = `${name(now, flow.source)} → ${name(now, flow.target)}`;
      return from === to ? [] : [{ type: 'changed', element: flow.id, name: label, what: 'condition', from, to }];
    }),
    ...[...was.values()].flatMap((flow): readonly ProcessDifference[] =>
      is.has(key(flow)) || !between(old, now, flow)
        ? []
        : [{ type: 'flow-removed', element: flow.id, from: name(old, flow.source), to: name(old, flow.target) }],
    ),
  ];
};
