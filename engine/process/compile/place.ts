import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import type { ParsedEvent, ParsedNode } from '../parse/model.ts';
import type { Draft } from './draft.ts';

type EventType = ParsedEvent['type'];

/** Which events may stand where (BPMN 2.0 table 10.93). */
const ALLOWED: Readonly<Record<string, readonly EventType[]>> = {
  start: ['none', 'message', 'timer', 'signal', 'conditional'],
  eventSub: ['none', 'message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensate'],
  intermediateCatchEvent: ['none', 'message', 'timer', 'signal', 'conditional', 'link'],
  boundaryEvent: ['none', 'message', 'timer', 'signal', 'conditional', 'error', 'escalation', 'compensate', 'cancel'],
  intermediateThrowEvent: ['none', 'message', 'signal', 'escalation', 'compensate', 'link'],
  endEvent: ['none', 'message', 'signal', 'error', 'escalation', 'compensate', 'terminate', 'cancel'],
};

export const isActivity = (node: ParsedNode): boolean => !node.kind.endsWith('Event') && !node.kind.endsWith('Gateway');

/** Refuses events that BPMN does not allow where they stand. */
export const refuseMisplaced = (draft: Draft, report: (problem: Problem) => void): void => {
  for (const { parsed, scope } of draft.nodes) {
    if (!parsed.event) continue;
    const owner = draft.scopes[scope]?.node;
    const host = owner === undefined ? undefined : draft.nodes[owner]?.parsed;
    const place = parsed.kind === 'startEvent' ? (host?.byEvent === true ? 'eventSub' : 'start') : parsed.kind;
    if (!(ALLOWED[place] ?? []).includes(parsed.event.type))
      report(said.unsupported(parsed.id, `${parsed.kind}/${parsed.event.type}`));
    if (parsed.event.type === 'cancel') refuseCancel(draft, parsed, host, report);
  }
};

const refuseCancel = (
  draft: Draft,
  event: ParsedNode,
  host: ParsedNode | undefined,
  report: (problem: Problem) => void,
): void => {
  const at = event.attachedTo === undefined ? undefined : draft.nodes[draft.nodeOf.get(event.attachedTo) ?? -1]?.parsed;
  const owner = event.kind === 'boundaryEvent' ? at : host;
  if (owner?.kind !== 'transaction')
    report(
      said.misplaced(event.id, 'cancel', {
        vi: 'sự kiện huỷ chỉ dùng trong giao dịch.',
        en: 'a cancel event belongs to a transaction.',
      }),
    );
};
