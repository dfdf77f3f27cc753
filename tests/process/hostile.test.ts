import { describe, expect, it } from 'vitest';
import { compileProcess, exportProcess, parseProcess } from '#engine/process/index.ts';
import { bpmn, codes, conditional, flows, graphOf, Trial } from './support.ts';

const MB = 1_000_000;
const line = '<startEvent id="s"/><userTask id="t"/><endEvent id="e"/>' + flows('s>t t>e');
const chain = (tasks: number): string =>
  '<startEvent id="n0"/>' +
  Array.from({ length: tasks }, (_, index) => `<task id="n${index + 1}"/>`).join('') +
  `<endEvent id="n${tasks + 1}"/>` +
  flows(Array.from({ length: tasks + 1 }, (_, index) => `n${index}>n${index + 1}`).join(' '));
const choice = (condition: string): string =>
  '<startEvent id="s"/><exclusiveGateway id="x"/><endEvent id="e"/><endEvent id="f"/>' +
  flows('s>x x>f') +
  conditional('x', 'e', condition);

/** Refusals of reading, or of compiling; none when it is accepted. */
const refusals = async (xml: string): Promise<readonly string[]> => {
  const parsed = await parseProcess(xml, { maxBytes: 40 * MB });
  return [...new Set(codes(parsed.ok ? compileProcess(parsed.value, { process: 'p' }) : parsed))];
};

describe('a file made to do harm', () => {
  it.each([
    [
      'entities that grow',
      `<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]>${bpmn(line)}`,
      'process.xml.doctype',
    ],
    ['a file from outside', `<!doctype a SYSTEM "file:///etc/passwd">${bpmn(line)}`, 'process.xml.doctype'],
    ['10,000 sub-processes in each other', bpmn('<subProcess id="x">'.repeat(10_000)), 'process.too-deep'],
    ['40,000 steps', bpmn(chain(40_000)), 'process.too-many-elements'],
    ['nothing but opening brackets', '<'.repeat(MB), 'process.xml.not-bpmn'],
    ['comments that never end', bpmn('<!--'.repeat(100_000)), 'process.xml.not-bpmn'],
    ['quotes that never end', '<a b="'.repeat(150_000), 'process.xml.not-bpmn'],
    ['half a file', bpmn(line).slice(0, 400), 'process.xml.not-bpmn'],
    ['a namespace that is not BPMN’s', bpmn(line).replace('20100524/MODEL', '20200101/MODEL'), 'process.xml.not-bpmn'],
    [
      'brackets in a condition, 300,000 deep',
      bpmn(choice(`\${${'('.repeat(300_000)}a${')'.repeat(300_000)}}`)),
      'process.condition.foreign',
    ],
    ['300,000 times “not”', bpmn(choice(`\${${'!'.repeat(300_000)}a}`)), 'process.condition.foreign'],
    ['a condition of a megabyte', bpmn(choice(`= ${'a and '.repeat(170_000)}b`)), 'expression.too-long'],
    ['one id for two steps', bpmn(line + '<task id="t"/>'), 'process.element.duplicate-id'],
    ['an id that is none', bpmn(line.replaceAll('"t"', '"việc"')), 'process.element.illegal-id'],
  ])('is refused by name: %s', async (_, xml, code) => {
    expect(await refusals(xml)).toContain(code);
  });

  it('is refused by its size before anything reads it', async () => {
    expect(codes(await parseProcess(bpmn(`${line}<!--${'x'.repeat(10 * MB)}-->`)))).toEqual(['process.xml.too-large']);
    expect(await refusals(bpmn(`${line}<!--${'x'.repeat(10 * MB)}-->`))).toEqual([]);
  });

  it('keeps no element of two with one id, not even when it is read with a doubt', async () => {
    expect(codes(await parseProcess(bpmn(line + '<task id="t"/>'), { tolerant: true }))).toEqual([
      'process.element.duplicate-id',
    ]);
  });

  it('gains nothing by ids that mean something to the language it is read with', async () => {
    const xml = bpmn(
      '<startEvent id="s"/><userTask id="__proto__" mc:outcomes="a: A | b: B"/><userTask id="constructor"/><endEvent id="toString"/>' +
        flows('s>__proto__ __proto__>constructor constructor>toString'),
    );
    const trial = new Trial(await graphOf(xml)).complete('__proto__', 'a').complete('constructor');
    expect([trial.state.status, trial.left]).toEqual(['ended', ['s', '__proto__', 'constructor', 'toString']]);
    expect(({} as Readonly<Record<string, unknown>>)['a']).toBeUndefined();
  });

  it('stops where a process calls itself without end', async () => {
    const graph = await graphOf(bpmn('<callActivity id="again" calledElement="p"/>'));
    const trial = new Trial(graph);
    expect(trial.state.status).toBe('incident');
  });
});

describe('a file that is only written unusually', () => {
  it.each([
    ['a byte order mark', `\ufeff${bpmn(line)}`],
    ['line ends of Windows', bpmn(line).replace(/></g, '>\r\n<')],
    ['another name of its encoding', bpmn(line).replace('UTF-8', 'UTF-16')],
    [
      'a prefix for BPMN’s own namespace',
      bpmn(line)
        .replace('xmlns=', 'xmlns:any=')
        .replace(/<(\/?)([a-z])/gi, '<$1any:$2'),
    ],
    [
      'several processes, and messages between them',
      bpmn(
        line,
        '<process id="q"><task id="qt"/></process><collaboration id="c"><participant id="cp" processRef="p"/><participant id="cq" processRef="q"/><messageFlow id="m" sourceRef="t" targetRef="qt"/></collaboration>',
      ),
    ],
  ])('is read as it is meant: %s', async (_, xml) => {
    expect(await refusals(xml)).toEqual([]);
    expect((await exportProcess(xml)).ok).toBe(true);
  });
});
