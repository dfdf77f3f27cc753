/** Edits of a BPMN text, by element ids; the definitions are written one tag a line, and stay so. */
export interface Element {
  readonly tag: string;
  readonly id: string;
  readonly name: string | undefined;
  attribute(name: string): string | undefined;
}

export interface Flow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: string;
}

const OPENING = (id: string): RegExp => new RegExp(`<(\\w+)( [^>]*?)?\\bid="${id}"[^>]*>`);

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const NODES = /<(userTask|serviceTask|\w*Gateway|startEvent|endEvent|intermediateCatchEvent|lane) [^>]*>/g;

export const elementsOf = (xml: string): readonly Element[] =>
  [...xml.matchAll(NODES)].map(([opening, tag = '']) => ({
    tag,
    id: attributeOf(opening, 'id') ?? '',
    name: attributeOf(opening, 'name'),
    attribute: (name) => attributeOf(opening, name),
  }));

export const flowsOf = (xml: string): readonly Flow[] =>
  [...xml.matchAll(/<sequenceFlow ([^>]*?)(?:\/>|>([\s\S]*?)<\/sequenceFlow>)/g)].map(([, head = '', body = '']) => {
    const condition = /tFormalExpression">([^<]*)</.exec(body)?.[1];
    const attributes = ` ${head}`;
    return {
      id: attributeOf(attributes, 'id') ?? '',
      source: attributeOf(attributes, 'sourceRef') ?? '',
      target: attributeOf(attributes, 'targetRef') ?? '',
      ...(condition === undefined ? {} : { condition: decoded(condition) }),
    };
  });

/** Sets the attribute, or takes it away. */
export const setAttribute = (xml: string, id: string, name: string, value: string | undefined): string =>
  xml.replace(OPENING(id), (opening) => {
    const bare = opening.replace(new RegExp(`\\s${name}="[^"]*"`), '');
    return value === undefined ? bare : bare.replace(/\s*\/?>$/, (end) => ` ${name}="${encoded(value)}"${end.trim()}`);
  });

export const setCondition = (xml: string, flow: string, condition: string | undefined): string => {
  const whole = new RegExp(`<sequenceFlow (?=[^>]*\\bid="${flow}")([^>]*?)\\s*(?:/>|>[\\s\\S]*?</sequenceFlow>)`);
  return xml.replace(whole, (_, head: string) =>
    condition === undefined
      ? `<sequenceFlow ${head} />`
      : `<sequenceFlow ${head}><conditionExpression xsi:type="tFormalExpression">${encoded(condition)}</conditionExpression></sequenceFlow>`,
  );
};

/** Leads a flow elsewhere; its edge in the diagram stays where it was. */
export const leadTo = (xml: string, flow: string, target: string): string => {
  const moved = setAttribute(xml, flow, 'targetRef', target).replace(
    new RegExp(`\\s*<incoming>${flow}</incoming>`),
    '',
  );
  return moved.replace(
    OPENING(target),
    (opening) => `${opening.replace(/\s*\/>$/, '>')}<incoming>${flow}</incoming>${closing(opening)}`,
  );
};

const closing = (opening: string): string => (/\/>$/.test(opening) ? `</${/^<(\w+)/.exec(opening)?.[1] ?? ''}>` : '');

export const removeFlow = (xml: string, flow: string): string =>
  xml
    .replace(new RegExp(`\\s*<(incoming|outgoing)>${flow}</\\1>`, 'g'), '')
    .replace(new RegExp(`\\s*<sequenceFlow (?=[^>]*\\bid="${flow}")[^>]*?(?:/>|>[\\s\\S]*?</sequenceFlow>)`), '')
    .replace(new RegExp(`\\s*<bpmndi:BPMNEdge [^>]*bpmnElement="${flow}"[\\s\\S]*?</bpmndi:BPMNEdge>`), '');

/** The same element with another tag: an exclusive gateway becomes a parallel one. */
export const retag = (xml: string, id: string, tag: string): string => {
  const old = OPENING(id).exec(xml)?.[1] ?? '';
  const from = xml.search(OPENING(id));
  const opening = xml.slice(from).replace(`<${old}`, `<${tag}`);
  const selfClosed = /^<[^>]*\/>/.test(opening);
  return xml.slice(0, from) + (selfClosed ? opening : opening.replace(`</${old}>`, `</${tag}>`));
};

/** Puts a step of a lane into the middle of a flow. */
export const putOnto = (xml: string, flow: string, lane: string, tag: string, id: string, name: string): string => {
  const { target } = flowsOf(xml).find((one) => one.id === flow) ?? { target: '' };
  const second = `${flow}-on`;
  return setAttribute(xml, flow, 'targetRef', id)
    .replace(`<incoming>${flow}</incoming>`, `<incoming>${second}</incoming>`)
    .replace(OPENING(lane), (opening) => `${opening}<flowNodeRef>${id}</flowNodeRef>`)
    .replace(
      /<sequenceFlow /,
      `<${tag} id="${id}" name="${name}"><incoming>${flow}</incoming><outgoing>${second}</outgoing></${tag}><sequenceFlow id="${second}" sourceRef="${id}" targetRef="${target}" /><sequenceFlow `,
    );
};

/** The lane that an element lies in. */
export const laneOf = (xml: string, id: string): string | undefined =>
  [...xml.matchAll(/<lane [^>]*\bid="([^"]+)"[^>]*>([\s\S]*?)<\/lane>/g)].find(([, , inside = '']) =>
    inside.includes(`<flowNodeRef>${id}</flowNodeRef>`),
  )?.[1];

/** What can be reached from the start along the flows, without passing the elements named. */
export const reachedWithout = (
  elements: readonly Element[],
  flows: readonly Flow[],
  without: readonly string[],
): ReadonlySet<string> => {
  const reached = new Set<string>();
  const go = (id: string): void => {
    if (reached.has(id) || without.includes(id)) return;
    reached.add(id);
    for (const flow of flows) if (flow.source === id) go(flow.target);
  };
  for (const { tag, id } of elements) if (tag === 'startEvent') go(id);
  return reached;
};
