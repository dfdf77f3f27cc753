import { beginIteration, enterActivity, workFor } from './activities.ts';
import { completeScopes } from './complete-scopes.ts';
import { fireConditions } from './conditions.ts';
import { enterCatch, enterEnd, enterThrow } from './events.ts';
import { enterGateway, releaseInclusiveJoin } from './gateways.ts';
import { incident, tokenById, type Moving, type Run } from './run.ts';
import { passStart } from './scopes.ts';

/**
 * Moves tokens, first come first served, until everything waits; then ends what has nothing left to
 * do, then looks at conditions, then lets inclusive joins go, and again until nothing changes.
 */
export const advance = (run: Run): void => {
  for (;;) {
    const moving = run.queue.shift();
    if (moving) {
      run.budget -= 1;
      if (run.budget < 0) return standStill(run, moving);
      move(run, moving);
    } else if (!completeScopes(run) && !fireConditions(run) && !releaseInclusiveJoin(run)) return;
  }
};

const move = (run: Run, moving: Moving): void => {
  if (moving.to === 'iteration') return beginIteration(run, moving.loop);
  if (moving.to === 'work') return workFor(run, moving.node, moving.scope, moving.of, moving.turn);
  const { node, scope, flow } = moving;
  switch (node.kind) {
    case 'startEvent':
      return passStart(run, node, scope);
    case 'endEvent':
      return enterEnd(run, node, scope);
    case 'intermediateCatchEvent':
      return enterCatch(run, node, scope);
    case 'intermediateThrowEvent':
      return enterThrow(run, node, scope);
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
    case 'eventBasedGateway':
      return enterGateway(run, node, scope, flow);
    case 'boundaryEvent':
      return;
    default:
      return enterActivity(run, node, scope);
  }
};

/** A livelock: every token that was still moving stays where it was going, and the process says so. */
const standStill = (run: Run, first: Moving): void => {
  const moving = [first, ...run.queue];
  run.queue = [];
  for (const token of moving) {
    const { to, scope } = token;
    if (to === 'node')
      incident(run, token.node.id, scope, 'process.livelock', token.flow ? { flow: token.flow.id } : {});
    else if (to === 'work')
      incident(run, token.node.id, scope, 'process.livelock', {
        of: token.of,
        ...(token.turn === undefined ? {} : { turn: token.turn }),
      });
    else {
      const element = tokenById(run, token.loop)?.element;
      if (element !== undefined) incident(run, element, scope, 'process.livelock', { of: token.loop });
    }
  }
};
