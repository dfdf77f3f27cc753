import type { ModdleElement } from 'bpmn-moddle';
import { many, one, text } from './element.ts';
import type { ParsedLane } from './model.ts';

/** All lanes of a process, outer before inner: an inner lane's role and unit win over its outer one's. */
export const readLanes = (process: ModdleElement): readonly ParsedLane[] =>
  many(process, 'laneSets').flatMap((set) => laneSet(set, {}));

interface Inherited {
  readonly role?: string;
  readonly unit?: string;
}

const laneSet = (set: ModdleElement, inherited: Inherited): readonly ParsedLane[] =>
  many(set, 'lanes').flatMap((lane) => {
    const id = text(lane, 'id') ?? '';
    const role = text(lane, 'mc:role') ?? inherited.role;
    const unit = text(lane, 'mc:unit') ?? inherited.unit;
    const worker: Inherited = { ...(role === undefined ? {} : { role }), ...(unit === undefined ? {} : { unit }) };
    const nodes = many(lane, 'flowNodeRef').flatMap((node) => text(node, 'id') ?? []);
    const children = one(lane, 'childLaneSet');
    return [{ id, name: text(lane, 'name') ?? '', nodes, ...worker }, ...(children ? laneSet(children, worker) : [])];
  });
