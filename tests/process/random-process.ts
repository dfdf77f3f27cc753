import fc from 'fast-check';
import type { Graph } from '#engine/process/index.ts';
import { bpmn, graphOf } from './support.ts';

/** A well-structured process: what opens is closed by its like. */
export type Block = { /** Survives edits; without one it is numbered. */ readonly id?: string } & (
  | { readonly kind: 'task' }
  | { readonly kind: 'sequence' | 'and' | 'xor' | 'or'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop' | 'sub'; readonly part: Block }
);

export const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constant<Block>({ kind: 'task' }),
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'and' as const, 'xor' as const, 'or' as const),
      parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constantFrom('loop' as const, 'sub' as const), part: tie('block') }),
  ),
}));

/** Writes a block as XML; every choice reads a variable of its own, so that a run is fixed by its variables. */
class Writer {
  readonly choices: string[] = [];
  #count = 0;

  /** Elements, and the ids at which the block begins and ends. */
  write(given: Block): { readonly xml: string; readonly from: string; readonly to: string } {
    const id = given.id ?? `n${(this.#count += 1)}`;
    switch (given.kind) {
      case 'task':
        return { xml: `<userTask id="${id}"/>`, from: id, to: id };
      case 'sequence': {
        const parts = given.parts.map((part) => this.write(part));
        const links = parts.slice(1).map((part, index) => this.#flow(parts[index]?.to ?? '', part.from));
        return {
          xml: [...parts.map((part) => part.xml), ...links].join(''),
          from: parts[0]?.from ?? '',
          to: parts.at(-1)?.to ?? '',
        };
      }
      case 'sub': {
        const part = this.write(given.part);
        const inner = `<startEvent id="${id}s"/>${part.xml}<endEvent id="${id}e"/>${this.#flow(`${id}s`, part.from)}${this.#flow(part.to, `${id}e`)}`;
        return { xml: `<subProcess id="${id}">${inner}</subProcess>`, from: id, to: id };
      }
      case 'loop': {
        const part = this.write(given.part);
        const gateway = `<exclusiveGateway id="${id}f"/><exclusiveGateway id="${id}t" default="${id}t-${id}end"/><task id="${id}end"/>`;
        const again = this.#choice(id);
        return {
          xml:
            gateway +
            part.xml +
            this.#flow(`${id}f`, part.from) +
            this.#flow(part.to, `${id}t`) +
            this.#flow(`${id}t`, `${id}f`, `${again} > count(seen)`) +
            this.#flow(`${id}t`, `${id}end`),
          from: `${id}f`,
          to: `${id}end`,
        };
      }
      default: {
        const kind = { and: 'parallelGateway', xor: 'exclusiveGateway', or: 'inclusiveGateway' }[given.kind];
        const parts = given.parts.map((part) => this.write(part));
        const variable = this.#choice(id);
        const ways = parts.map((part, index) => {
          const condition =
            given.kind === 'and' || index === 0
              ? undefined
              : given.kind === 'xor'
                ? `${variable} = ${index}`
                : `${variable} >= ${index}`;
          return this.#flow(`${id}f`, part.from, condition) + this.#flow(part.to, `${id}t`);
        });
        const byDefault = given.kind === 'and' ? '' : ` default="${id}f-${parts[0]?.from ?? ''}"`;
        return {
          xml:
            `<${kind} id="${id}f"${byDefault}/><${kind} id="${id}t"/>` +
            parts.map((part) => part.xml).join('') +
            ways.join(''),
          from: `${id}f`,
          to: `${id}t`,
        };
      }
    }
  }

  #choice(id: string): string {
    this.choices.push(`c${id}`);
    return this.choices.at(-1) ?? '';
  }

  #flow(source: string, target: string, condition?: string): string {
    const inside =
      condition === undefined
        ? ''
        : `<conditionExpression xsi:type="tFormalExpression">= ${condition.replace(/>/g, '&gt;')}</conditionExpression>`;
    return `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`;
  }
}

/** The process around a block, and the variables that its choices read. */
export const compiled = async (given: Block): Promise<{ graph: Graph; choices: readonly string[] }> => {
  const writer = new Writer();
  const { xml, from, to } = writer.write(given);
  const ends = `<startEvent id="s"/><endEvent id="e"/><sequenceFlow id="first" sourceRef="s" targetRef="${from}"/><sequenceFlow id="last" sourceRef="${to}" targetRef="e"/>`;
  return { graph: await graphOf(bpmn(ends + xml)), choices: writer.choices };
};

/** The same block with an id on every part, so that an edit of it leaves the others theirs. */
export const identified = (given: Block, count = { value: 0 }): Block => {
  const id = `b${String((count.value += 1))}`;
  switch (given.kind) {
    case 'task':
      return { kind: 'task', id };
    case 'loop':
    case 'sub':
      return { kind: given.kind, id, part: identified(given.part, count) };
    default:
      return { kind: given.kind, id, parts: given.parts.map((part) => identified(part, count)) };
  }
};

export type Edit = 'before' | 'after' | 'wrap' | 'unwrap' | 'beside' | 'drop';

/** Changes the block at a place: a task more, a sub-process around it or away, a branch more, a part less. */
export const edited = (given: Block, edit: Edit, at: number, seen = { value: -1 }): Block => {
  seen.value += 1;
  if (seen.value === at) {
    const more: Block = { kind: 'task', id: `x${String(at)}` };
    switch (edit) {
      case 'before':
        return { kind: 'sequence', id: `y${String(at)}`, parts: [more, given] };
      case 'after':
        return { kind: 'sequence', id: `y${String(at)}`, parts: [given, more] };
      case 'wrap':
        return { kind: 'sub', id: `y${String(at)}`, part: given };
      case 'unwrap':
        return given.kind === 'sub' ? given.part : given;
      case 'beside':
        return { kind: 'and', id: `y${String(at)}`, parts: [given, more] };
      case 'drop':
        return 'parts' in given && given.parts.length > 2 ? { ...given, parts: given.parts.slice(1) } : given;
    }
  }
  if ('part' in given) return { ...given, part: edited(given.part, edit, at, seen) };
  if ('parts' in given) return { ...given, parts: given.parts.map((part) => edited(part, edit, at, seen)) };
  return given;
};
