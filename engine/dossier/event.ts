import { happenedAt, type CommandContext } from './context.ts';
import { compact } from './compact.ts';
import type { EventData, NewEvent } from './events.ts';
import type { DossierEventType } from './types.ts';

/** A new event by the actor, at the command's two times. Its data is exactly its JSON. */
export const newEvent = <Type extends DossierEventType>(
  context: CommandContext,
  type: Type,
  data: EventData[Type],
): NewEvent => {
  const { kind, id, name, unit } = context.actor;
  return {
    type,
    data: JSON.parse(JSON.stringify(data)) as EventData[Type],
    actor: { kind, id, name, ...compact({ unit }) },
    occurredAt: happenedAt(context),
    recordedAt: context.now,
  } as NewEvent;
};
