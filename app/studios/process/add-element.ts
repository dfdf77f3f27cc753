import type { Connection, Shape } from './bpmn-types.ts';
import type { StudioModeler } from './modeler.client.ts';
import { stepPresets, type Added, type Control } from './steps.ts';

export interface AddWords {
  readonly names: Readonly<Record<string, string>>;
  readonly waitName: string;
  readonly loopOk: string;
  readonly loopBack: string;
}

const isNode = (each: Shape): boolean =>
  /(Task|Gateway|Event|CallActivity|SubProcess)$/.test(each.type) && !each.labelTarget;

/** The new element with all that is known of it, not yet in the diagram. */
export const madeShape = (modeler: StudioModeler, kind: Added, words: AddWords): Shape => {
  const preset = stepPresets.find((each) => each.kind === kind);
  if (!preset) return modeler.shapeOf(kind as Control, kind === 'wait' ? { name: words.waitName } : {});
  return modeler.shapeOf('step', {
    name: words.names[kind] ?? '',
    'mc:role': preset.role,
    'mc:unit': preset.unit,
    ...(preset.act ? { 'mc:act': preset.act } : {}),
    ...(preset.produces ? { 'mc:produces': preset.produces } : {}),
  });
};

/** Where a new element goes when nothing is chosen: behind the step before the end. */
const lastBeforeEnd = (modeler: StudioModeler): Shape | undefined => {
  const nodes = modeler.services.elementRegistry.filter(isNode);
  const end = nodes.find((each) => each.type === 'bpmn:EndEvent');
  return end?.incoming[0]?.source ?? nodes.find((each) => each.outgoing.length === 0) ?? nodes.at(-1);
};

/** Lane of the step's role, so that it is drawn with its people. */
const laneFor = (modeler: StudioModeler, shape: Shape): Shape | undefined => {
  const role = shape.businessObject.get('mc:role');
  const unit = shape.businessObject.get('mc:unit');
  const lanes = modeler.services.elementRegistry.filter(
    (each) => each.type === 'bpmn:Lane' && each.businessObject.get('mc:role') === role,
  );
  return lanes.find((each) => each.businessObject.get('mc:unit') === unit) ?? lanes[0];
};

/** Puts it behind `after`, into the way that leaves there. Returns what is to be chosen then. */
const insert = (modeler: StudioModeler, made: Shape, after: Shape): Shape => {
  const { modeling, canvas: _canvas } = modeler.services;
  const way: Connection | undefined = after.outgoing.length === 1 ? after.outgoing[0] : undefined;
  const target = way?.target;
  const lane = laneFor(modeler, made);
  const position = {
    x: after.x + after.width + 110,
    y: lane ? lane.y + lane.height / 2 : after.y + after.height / 2,
  };
  const parent = poolOf(lane ?? after);
  const shape = parent ? modeling.createShape(made, position, parent) : modeling.appendShape(after, made);
  if (way && target && shape.type !== 'bpmn:EndEvent') {
    modeling.removeElements([way]);
    modeling.connect(after, shape);
    modeling.connect(shape, target);
  } else if (!shape.incoming.some((each) => each.source === after) && after.type !== 'bpmn:EndEvent')
    modeling.connect(after, shape);
  return shape;
};

const poolOf = (element: Shape): Shape | undefined => {
  let at: Shape | undefined = element.type === 'bpmn:Lane' ? element : element.parent;
  while (at?.type === 'bpmn:Lane' && at.parent) at = at.parent;
  return at;
};

/**
 * Adds behind the chosen element. `loop`: a choice behind the chosen step with two outcomes, one that goes on
 * and one that leads back to the step before it: the loop of approval.
 */
export const addElement = (
  modeler: StudioModeler,
  kind: Added,
  words: AddWords,
  chosen: Shape | undefined,
): Shape | undefined => {
  const after = chosen && isNode(chosen) && chosen.type !== 'bpmn:EndEvent' ? chosen : lastBeforeEnd(modeler);
  if (!after) return undefined;
  if (kind !== 'loop') return insert(modeler, madeShape(modeler, kind, words), after);
  const { modeling, moddle } = modeler.services;
  const before = after.incoming[0]?.source;
  if (!before || !/Task$/.test(after.type)) return undefined;
  const own = String(after.businessObject.get('mc:outcomes') ?? '').trim();
  const [ok, back] = [`dongY: ${words.loopOk}`, `traLai: ${words.loopBack}`];
  // What the step can end in already stays.
  modeling.updateProperties(after, { 'mc:outcomes': `${own === '' ? ok : own} | ${back}` });
  const gateway = insert(modeler, madeShape(modeler, 'choice', words), after);
  const on = gateway.outgoing[0];
  const way = modeling.connect(gateway, before);
  modeling.updateProperties(way, {
    name: words.loopBack,
    conditionExpression: moddle.create('bpmn:FormalExpression', { body: `= outcome.${after.id} = "traLai"` }),
  });
  if (on) {
    modeling.updateProperties(on, { name: words.loopOk });
    modeling.updateProperties(gateway, { default: on.businessObject });
  }
  return after;
};
