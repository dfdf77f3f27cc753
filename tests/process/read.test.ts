import { describe, expect, it } from 'vitest';
import { compileProcess, generateProcess, parseProcess, readProcess, processDiagram } from '#engine/process/index.ts';
import { loadDefinitions } from '#seeds/index.ts';

const releases = loadDefinitions().decisions.flatMap((decision) => decision.releases);

/** XML carries the Vietnamese names of outcomes only. */
const withoutEnglish = (graph: unknown): unknown =>
  JSON.parse(JSON.stringify(graph, (key, value: unknown) => (key === 'en' ? undefined : value)));

describe('the process of a procedure', () => {
  it.each(releases.map((release) => [`${release.code}/${String(release.number)}`, release] as const))(
    'of %s is the same whether the standard one is taken directly or written as XML and read back',
    async (_, { procedure }) => {
      const direct = await readProcess(procedure, undefined);
      const read = await parseProcess(generateProcess(procedure));
      if (!direct.ok || !read.ok) throw new Error('the standard process is refused');
      const graphs = [direct, read].map(({ value }) => compileProcess(value));
      expect(graphs.every((graph) => graph.ok)).toBe(true);
      expect(withoutEnglish(graphs[0])).toEqual(withoutEnglish(graphs[1]));
      expect(processDiagram(direct.value).nodes).toEqual(processDiagram(read.value).nodes);
    },
  );

  it('that was read a moment ago is not read again', () => {
    const [release] = releases.filter(({ process }) => process !== undefined);
    if (!release) throw new Error('no release brings a process');
    expect(readProcess(release.procedure, release.process)).toBe(readProcess(release.procedure, release.process));
  });
});
