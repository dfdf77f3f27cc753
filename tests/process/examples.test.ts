import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compileProcess,
  openTrial,
  parseProcess,
  playStep,
  readScript,
  type Playing,
  type ProcessTrace,
} from '#engine/process/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { json, NOW } from './support.ts';

const docs = path.resolve(import.meta.dirname, '../../docs/bpmn');
const examples = readdirSync(path.join(docs, 'examples'))
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => name.replace('.bpmn', ''));
const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));

interface Script {
  readonly vars: Readonly<Record<string, unknown>>;
  readonly script: unknown;
  readonly completed: readonly string[];
  readonly status: string;
}

describe('the pages on BPMN', () => {
  it.each(examples)('show “%s”, which is read strictly, is sound, and does what its script says', async (name) => {
    const parsed = await parseProcess(readFileSync(path.join(docs, `examples/${name}.bpmn`), 'utf8'));
    const graph = parsed.ok ? compileProcess(parsed.value, { process: name }) : parsed;
    if (!graph.ok) throw new Error(JSON.stringify(graph.problems));
    expect(verifySoundness(graph.value)).toMatchObject({ verdict: 'sound' });
    const { vars, script, completed, status } = json(path.join(docs, `examples/${name}.script.json`)) as Script;
    const steps = readScript(script);
    if (!steps.ok) throw new Error(JSON.stringify(steps.problems));
    const opened = openTrial(graph.value, vars, steps.value, { now: NOW });
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    let at: Playing = opened.value;
    const trace: ProcessTrace[] = [...opened.value.step.trace];
    for (const [index, step] of steps.value.entries()) {
      if (index < opened.value.used) continue;
      const played = playStep(graph.value, at, step, index);
      if (!played.ok) throw new Error(JSON.stringify(played.problems));
      at = played.value;
      trace.push(...played.value.step.trace);
    }
    expect(at.state.status).toBe(status);
    expect(trace.filter(({ type }) => type === 'left').map(({ element }) => element)).toEqual(completed);
  });

  it('link to every example, and to nothing that is not there', () => {
    const links = pages.flatMap((page) =>
      [...readFileSync(path.join(docs, page), 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? ''),
    );
    expect(links.filter((link) => !existsSync(path.join(docs, link)))).toEqual([]);
    expect(links).toEqual(expect.arrayContaining(examples.map((name) => `examples/${name}.bpmn`)));
  });
});
