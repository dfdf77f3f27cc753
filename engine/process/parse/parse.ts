import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { brokenRules } from '../conform/index.ts';
import { saidTwice } from '../conform/said-twice.ts';
import { treeOf } from '../conform/tree.ts';
import { said } from '../messages.ts';
import { mcDescriptor } from './descriptor.ts';
import { readDiagram } from './diagram.ts';
import { flag, localName, many, text } from './element.ts';
import { readLanes } from './lanes.ts';
import { MAX_ELEMENTS, refuseText } from './limits.ts';
import type { ParsedDefinitions, ParsedProcess, ParsedScope } from './model.ts';
import { readScope, type Reader } from './nodes.ts';
import { unhonoured } from '../unhonoured/index.ts';
import { vendorPrefixes } from './vendor.ts';

/** One for all readings: its registry of types costs as much as a small file, and reading leaves nothing in it. */
const moddle = new BpmnModdle({ mc: mcDescriptor });

export interface ParseOptions {
  /** Headless runs of foreign files: what is not carried out but leaves the way as it is becomes a warning. */
  readonly forgiving?: boolean;
  /** Suites of other engines: what could not be read becomes a warning too. A release is never read so. */
  readonly tolerant?: boolean;
  /** Bytes of UTF-8; what an administrator tries out at the command line may be larger than a release. */
  readonly maxBytes?: number;
}

/**
 * Reads BPMN 2.0 XML (at most 1 MB if not said otherwise, 2,000 flow nodes, 20 nested sub-processes, no DOCTYPE). Anything
 * that would not be carried out as written is a {@link Problem} that names the element.
 */
export const parseProcess = async (xml: string, options: ParseOptions = {}): Promise<Result<ParsedDefinitions>> => {
  const refused = refuseText(xml, options.maxBytes);
  if (refused.length > 0) return fail(...refused);

  const read = await readXml(xml);
  if (!read.ok) return read;
  const { rootElement, warnings } = read.value;

  const tolerant = options.tolerant === true;
  const forgiving = tolerant || options.forgiving === true;
  const tree = treeOf(rootElement);
  const vendors = vendorPrefixes(tree.all);
  const problems: Problem[] = [
    ...warnings
      .filter((warning) => !isAboutEncoding(warning.message))
      .map(({ message }) => unread(message, tolerant ? 'warning' : 'error')),
    ...brokenRules(tree, { forgiving }),
    ...unhonoured(tree.all, vendors, { forgiving }),
    ...saidTwice(xml, rootElement),
  ];
  const reader: Reader = { vendors, report: (problem) => problems.push(problem) };
  const processes = many(rootElement, 'rootElements')
    .filter((element) => localName(element) === 'process')
    .map((element) => readProcess(element, reader));
  if (processes.length === 0) problems.push(said.noProcess());
  const count = processes.reduce((sum, process) => sum + countNodes(process), 0);
  if (count > MAX_ELEMENTS) problems.push(said.tooManyElements(count, MAX_ELEMENTS));
  for (const problem of duplicateIds(processes)) problems.push(problem);

  const errors = problems.filter((problem) => problem.severity === 'error').slice(0, MOST_TOLD);
  if (errors.length > 0) return fail(...errors);
  return ok({ processes, diagram: readDiagram(rootElement), warnings: problems }, problems);
};

/** Who mends a file begins with the first of them. */
const MOST_TOLD = 1_000;

/** A text that is already decoded has no encoding any more, whatever its first line says. */
const isAboutEncoding = (message: string): boolean => message.startsWith('unsupported document encoding');

/** What moddle could not read. Of two elements with one id it keeps one: no way of running that is right. */
const unread = (message: string, severity: 'error' | 'warning'): Problem => {
  const [, fault, id = ''] = /(duplicate|illegal) ID <([^>]*)>/.exec(message) ?? [];
  if (fault === 'duplicate') return said.duplicateId(id);
  return fault === 'illegal' ? said.illegalId(id, severity) : said.xmlWarning(inOneLine(message), severity);
};

/** moddle tells line, column and the nested cause on lines of their own. */
const inOneLine = (message: string): string => message.replace(/\s*\n\s*/g, '; ').slice(0, 500);

const firstLine = (message: string): string => message.split('\n')[0]?.trim() ?? '';

const readXml = async (
  xml: string,
): Promise<Result<{ rootElement: ModdleElement; warnings: readonly { readonly message: string }[] }>> => {
  try {
    const read = await moddle.fromXML(xml);
    return read.rootElement.$type === 'bpmn:Definitions' ? ok(read) : fail(said.notBpmn(read.rootElement.$type));
  } catch (error) {
    return fail(said.notBpmn(firstLine(error instanceof Error ? error.message : String(error))));
  }
};

const readProcess = (element: ModdleElement, reader: Reader): ParsedProcess => ({
  id: text(element, 'id') ?? '',
  name: text(element, 'name') ?? '',
  executable: flag(element, 'isExecutable') ?? false,
  onTheSpot: flag(element, 'mc:onTheSpot') ?? false,
  lanes: readLanes(element),
  ...readScope(element, reader),
});

const countNodes = (scope: ParsedScope): number =>
  scope.nodes.reduce((sum, node) => sum + 1 + (node.inside ? countNodes(node.inside) : 0), 0);

/** moddle itself refuses two elements with one id; this finds what it lets pass. */
const duplicateIds = (processes: readonly ParsedProcess[]): readonly Problem[] => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  const visit = (scope: ParsedScope): void => {
    for (const item of [...scope.nodes, ...scope.flows]) {
      if (seen.has(item.id)) twice.add(item.id);
      seen.add(item.id);
    }
    for (const node of scope.nodes) if (node.inside) visit(node.inside);
  };
  for (const process of processes) {
    if (seen.has(process.id)) twice.add(process.id);
    seen.add(process.id);
    visit(process);
  }
  return [...twice].map((id) => said.duplicateId(id));
};
