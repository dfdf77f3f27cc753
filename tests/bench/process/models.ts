import { compileProcess, parseProcess, type Graph } from '#engine/process/index.ts';
import { must } from '#seeds/index.ts';

/** The same BPMN files for us and for our peers: nothing in them that only one of us understands. */

const file = (id: string, inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  id="d" targetNamespace="urn:motcua:bench">
  <process id="${id}" isExecutable="true">${inside}</process>
</definitions>`;

const flow = (source: string, target: string): string =>
  `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}"/>`;

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `t${index + 1}`);

/** One human step after another. */
export const sequence = (count: number): string => {
  const path = ['s', ...numbered(count), 'e'];
  return file(
    'sequence',
    '<startEvent id="s"/><endEvent id="e"/>' +
      numbered(count)
        .map((id) => `<userTask id="${id}"/>`)
        .join('') +
      path
        .slice(1)
        .map((target, index) => flow(path[index] ?? 's', target))
        .join(''),
  );
};

/** Branches side by side, one human step on each, joined again. */
export const parallel = (branches: number): string =>
  file(
    'parallel',
    '<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/><endEvent id="e"/>' +
      flow('s', 'f') +
      numbered(branches)
        .map((id) => `<userTask id="${id}"/>${flow('f', id)}${flow(id, 'j')}`)
        .join('') +
      flow('j', 'e'),
  );

/** A human step that comes back to itself until the variable `done` is true. */
export const round = (): string =>
  file(
    'round',
    '<startEvent id="s"/><userTask id="t1"/><exclusiveGateway id="x" default="x-t1"/><endEvent id="e"/>' +
      flow('s', 't1') +
      flow('t1', 'x') +
      flow('x', 't1') +
      '<sequenceFlow id="x-e" sourceRef="x" targetRef="e"><conditionExpression xsi:type="tFormalExpression">= done = true</conditionExpression></sequenceFlow>',
  );

export const compiled = async (xml: string): Promise<Graph> =>
  must('compile', compileProcess(must('parse', await parseProcess(xml))));
