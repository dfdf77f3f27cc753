import type { NodeKind } from '../graph.ts';
import type { InBoth } from '../messages/both.ts';

/** BPMN local names that are carried out. */
const KINDS: ReadonlySet<string> = new Set<NodeKind>([
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
  'transaction',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
]);

export const isSupported = (kind: string): kind is NodeKind => KINDS.has(kind);

/** Says nothing about what happens, so it is kept in the file and not run. */
const SILENT: ReadonlySet<string> = new Set([
  'dataObject',
  'dataObjectReference',
  'dataStoreReference',
  'association',
  'textAnnotation',
  'group',
]);

export const isSilent = (kind: string): boolean => SILENT.has(kind);

/** What to use in place of what is refused. */
export const replacement: Readonly<Record<string, InBoth>> = {
  complexGateway: { vi: 'Dùng cổng bao hàm hoặc cổng song song.', en: 'Use an inclusive or a parallel gateway.' },
  scriptTask: {
    vi: 'Dùng bước tự động có kết nối, hoặc điều kiện FEEL.',
    en: 'Use a service task with a connector, or FEEL conditions.',
  },
  adHocSubProcess: {
    vi: 'Dùng quy trình con với các nhánh song song hoặc bao hàm.',
    en: 'Use a sub-process with parallel or inclusive branches.',
  },
  multipleEventDefinition: {
    vi: 'Dùng một sự kiện cho mỗi điều chờ đợi.',
    en: 'Use one event for each thing awaited.',
  },
};
