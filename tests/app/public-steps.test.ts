import { describe, expect, it } from 'vitest';
import { prepareRelease } from '#engine/dossier/index.ts';
import { publicSteps } from '#app/server/views/public-steps.ts';
import { loadDefinitions, must } from '#seeds/index.ts';

const { releases, shared } = loadDefinitions();

const graphOf = async (name: string) => {
  const release = releases.get(name);
  if (!release) throw new Error(`no release ${name}`);
  return must(name, await prepareRelease(release, shared)).graph;
};

describe('the steps an applicant sees', async () => {
  const graph = await graphOf('1.001193/1');
  const steps = graph.nodes
    .filter(({ kind }) => kind === 'userTask')
    .map(({ id, name }) => ({ id, name, state: 'ahead' as const }));
  const names = (found: readonly { readonly name: string }[]): string => found.map(({ name }) => name).join('; ');

  it('leave out those ahead that only lead to a refusal', () => {
    expect(names(steps)).toContain('từ chối');
    expect(names(publicSteps(graph, steps, false))).not.toContain('từ chối');
    expect(names(publicSteps(graph, steps, false))).toContain('Ký Giấy khai sinh');
  });

  it('tell a refusal that happened', () => {
    const refused = steps.map((step) => (step.name.includes('từ chối') ? { ...step, state: 'done' as const } : step));
    expect(names(publicSteps(graph, refused, true))).toMatch(/^[^;]*từ chối[^;]*; [^;]*từ chối[^;]*$/);
  });

  it('are over when the application is', () => {
    expect(publicSteps(graph, steps, true)).toEqual([]);
  });
});
