import { describe, expect, it } from 'vitest';
import { workingTimeOf, type Graph } from '#engine/process/index.ts';
import { limitMinutes, prepareSubject, slackOfSteps } from '#engine/verify/index.ts';
import { limitFor } from '#engine/dossier/index.ts';
import { loadDefinitions } from '#seeds/index.ts';
import { restrict } from '../../engine/verify/ways.ts';

const { releases, shared } = loadDefinitions();

const longer = (graph: Graph, element: string, minutes: number): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) =>
    node.id === element
      ? { ...node, settings: { ...node.settings, minutes: (node.settings.minutes ?? 0) + minutes } }
      : node,
  ),
});

describe('the slack of a step', () => {
  it('is what it may take more before the slowest way is over the limit, and not a minute more', async () => {
    let seen = 0;
    for (const release of releases.values()) {
      const { graph } = (await prepareSubject(release, shared, {})).process;
      if (!graph) continue;
      for (const { element, legal } of slackOfSteps(release.procedure, graph)) {
        if (!legal) continue;
        const { case: one, channel, level } = legal.way;
        const row = limitFor(release.procedure, { channel, level, ...(one ? { case: one.id } : {}) });
        const allowed = row && limitMinutes(row.legal);
        const taken = (more: number): number =>
          workingTimeOf(longer(restrict(graph, legal.way), element, more)).minutes;
        expect(taken(legal.minutes), `${release.code} ${element}`).toBe(allowed);
        expect(taken(legal.minutes + 1)).toBeGreaterThan(allowed ?? 0);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(50);
  });

  it('is the same for all that the slowest way passes', async () => {
    for (const release of releases.values()) {
      const { graph } = (await prepareSubject(release, shared, {})).process;
      if (!graph) continue;
      const { minutes, slowest, through } = workingTimeOf(graph);
      for (const index of slowest) expect(through.get(index), release.code).toBe(minutes);
      expect(Math.max(...through.values())).toBe(minutes);
      const spent = slowest.reduce((sum, index) => sum + (graph.nodes[index]?.settings.minutes ?? 0), 0);
      expect(spent).toBe(minutes);
    }
  });
});
