import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { play, playable, verifyChain, type PlayStep, type PlayWorld } from '#engine/dossier/index.ts';
import { calendar } from '../clock/fixture.ts';
import { MONDAY, people, prepare, procedure, submission, units } from './fixture.ts';

const world = async (): Promise<PlayWorld> => ({
  prepared: await prepare(procedure),
  calendar,
  units,
  from: at(MONDAY, '08:00'),
});

const submits: PlayStep = { type: 'do', actor: people.citizen, command: submission() };
const accepts: PlayStep = { type: 'do', actor: people.clerk, command: { type: 'accept', feesPaid: ['fee'] } };

describe('a play of a release', () => {
  it('tells what its steps led to, each at the time that the waits before it led to', async () => {
    const until = at(MONDAY, '10:30');
    const played = play(await world(), [submits, { type: 'wait', until }, accepts]);
    expect(played.refused).toBeUndefined();
    expect(played.now).toBe(until);
    expect(played.state).toMatchObject({ status: 'processing', acceptedAt: until });
    expect(verifyChain(played.events).ok).toBe(true);
  });

  it('stops before the first step that is refused and says which and why', async () => {
    const early: PlayStep = { type: 'do', actor: people.officer, command: { type: 'accept' } };
    const played = play(await world(), [submits, early, accepts]);
    expect(played.refused?.step).toBe(1);
    expect(played.refused?.problems).not.toEqual([]);
    expect(played.state?.status).toBe('submitted');
  });

  it('offers each person what they could do there, and nothing before something came in', async () => {
    const here = await world();
    expect(playable(here, play(here, []), people.clerk)).toEqual([]);
    const commands = playable(here, play(here, [submits]), people.clerk).map(({ command }) => command);
    expect(commands).toContain('accept');
    expect(playable(here, play(here, [submits]), people.leader)).not.toContainEqual(
      expect.objectContaining({ command: 'accept', allowed: true }),
    );
  });

  it('tells the same story every time it is told', async () => {
    const [one, other] = [await world(), await world()];
    expect(play(one, [submits, accepts])).toEqual(play(other, [submits, accepts]));
  });
});
