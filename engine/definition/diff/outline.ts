import type { Localized } from '#engine/result/index.ts';
import { decodeXml, xmlTags, type XmlTag } from './xml-tags.ts';

/** What a person sees of a process when two are compared: its steps and its branches. */
export interface Outline {
  readonly steps: readonly OutlineStep[];
  readonly flows: readonly OutlineFlow[];
}

export interface OutlineStep {
  readonly id: string;
  /** BPMN local name: `userTask`, `serviceTask` … */
  readonly kind: string;
  readonly name: string;
  /** Own, or of its lane. */
  readonly role?: string;
  readonly unit?: string;
  /** As written: `PT4H`, `P1D`. */
  readonly duration?: string;
  readonly outcomes?: string;
  readonly form?: string;
  readonly produces?: string;
  readonly requires?: string;
}

export interface OutlineFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
}

const MC = 'urn:motcua:bpmn:1';
const STEPS =
  /^(task|userTask|manualTask|serviceTask|sendTask|receiveTask|businessRuleTask|scriptTask|callActivity|subProcess)$/;
type Attributes = Readonly<Record<string, string>>;

/**
 * Reads steps, lanes and flows out of BPMN XML for comparing two releases: names and attributes
 * only, no semantics (that is `engine/process`), and synchronous, so that a decision of hundreds of
 * items can be compared in one go. Elements that it does not know are passed over.
 */
export const outlineOf = (xml: string): Outline => {
  const prefix = mcPrefix(xml);
  const steps: OutlineStep[] = [];
  const flows: { id: string; from: string; to: string; condition?: string }[] = [];
  const laneOf = new Map<string, Attributes>();
  const lanes: Attributes[] = [];
  let open: XmlTag | undefined;
  for (const tag of xmlTags(xml)) {
    const { name, kind, attributes } = tag;
    // What follows is the picture; lines drawn anew are no change.
    if (name === 'BPMNDiagram') break;
    if (kind === 'close') {
      const body = open?.name === name ? textIn(xml.slice(open.end, tag.start)) : '';
      if (name === 'lane') lanes.pop();
      if (name === 'flowNodeRef' && lanes.length > 0) laneOf.set(body, merged(lanes));
      const flow = flows.at(-1);
      if (name === 'conditionExpression' && flow) flow.condition = body;
      open = undefined;
      continue;
    }
    if (name === 'lane' && kind === 'open') lanes.push(attributes);
    else if (name === 'sequenceFlow')
      flows.push({
        id: attributes['id'] ?? '',
        from: attributes['sourceRef'] ?? '',
        to: attributes['targetRef'] ?? '',
      });
    else if (STEPS.test(name) && attributes['id'] !== undefined) steps.push(stepOf(name, attributes, prefix));
    if (kind === 'open') open = tag;
  }
  return { steps: steps.map((step) => inLane(step, laneOf.get(step.id), prefix)), flows };
};

const mcPrefix = (xml: string): string => {
  for (const [, prefix, double, single] of xml.matchAll(/xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if ((double ?? single) === MC && prefix !== undefined) return prefix;
  }
  return 'mc';
};

const merged = (lanes: readonly Attributes[]): Attributes => Object.assign({}, ...lanes) as Attributes;

const settings = ['role', 'unit', 'duration', 'outcomes', 'form', 'produces', 'requires'] as const;

const stepOf = (kind: string, attributes: Attributes, prefix: string): OutlineStep => {
  const own = settings.flatMap((key) => {
    const value = attributes[`${prefix}:${key}`];
    return value === undefined ? [] : [[key, value] as const];
  });
  return { id: attributes['id'] ?? '', kind, name: attributes['name'] ?? '', ...Object.fromEntries(own) };
};

const inLane = (step: OutlineStep, lane: Attributes | undefined, prefix: string): OutlineStep => {
  const role = step.role ?? lane?.[`${prefix}:role`];
  const unit = step.unit ?? lane?.[`${prefix}:unit`];
  return { ...step, ...(role === undefined ? {} : { role }), ...(unit === undefined ? {} : { unit }) };
};

const textIn = (source: string): string =>
  source
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : decodeXml(piece)))
    .join('')
    .trim();

export const stepName = ({ name, id }: OutlineStep): Localized => ({ vi: name || id, en: name || id });
