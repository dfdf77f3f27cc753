import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Actor, PreparedRelease } from '#engine/dossier/index.ts';
import { calendar } from '../clock/fixture.ts';
import { contextOf, MONDAY, people, prepare, procedure, submission } from './fixture.ts';
import { branching } from './branching.ts';
import { move, tell } from './random-story.ts';

let releases: readonly PreparedRelease[];
beforeAll(async () => {
  releases = [await prepare(procedure), await prepare(procedure, branching)];
});

const adviser: Actor = { kind: 'staff', id: 'adviser', name: 'Đỗ Văn Phòng', unit: 'H02', roles: ['officer'] };
const { citizen, ...others } = people;
const actors: readonly Actor[] = [citizen, ...Object.values(others), adviser];

const LENGTH = 70;

describe('random commands by random people at random times', () => {
  it('leave every dossier whole', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.nat(1), fc.array(move, { minLength: 30, maxLength: LENGTH, size: 'max' }), (which, moves) => {
        const prepared = releases[which] ?? releases[0];
        if (!prepared) return;
        const told = tell(
          {
            prepared,
            actors,
            submission: () => submission(),
            context: (actor, now, occurredAt) => contextOf(prepared, actor, now, occurredAt),
            calendar,
            from: at(MONDAY, '07:30'),
          },
          moves,
        );
        for (const status of told) reached.add(status);
      }),
      { numRuns: 100 },
    );
    // The stories went somewhere.
    expect([...reached].sort()).toEqual(
      expect.arrayContaining(['finished', 'obligation', 'processing', 'submitted', 'supplement', 'suspended']),
    );
  }, 120_000);
});
