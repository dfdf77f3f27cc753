import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { durationText } from '../duration.ts';
import { said } from '../messages.ts';
import type { ParsedFlow, ParsedNode, ParsedProcess } from '../parse/model.ts';
import { END, standardPerformer } from './from-table.ts';
import type { StepRow, StepTable } from './model.ts';

/**
 * The rows of a process that is made of people's steps, exclusive choices by outcome, steps done only
 * on a condition, and steps done side by side. Anything else is named and refused: it has to be seen
 * as a diagram.
 */
export const toStepTable = (process: ParsedProcess): Result<StepTable> => {
  const reader = new TableReader(process);
  const rows = reader.rows();
  if (reader.problems.length > 0) return fail(...reader.problems);
  return ok({
    format: 'motcua/step-table@1',
    id: process.id,
    name: process.name,
    ...(process.onTheSpot ? { onTheSpot: true } : {}),
    rows,
  });
};

/** Where one comes to: a step, with what had to hold, or a group of steps side by side. */
interface Arrival {
  readonly step: string;
}

interface Branching {
  readonly next: string;
  readonly ofOutcome: ReadonlyMap<string, string>;
}

const TASKS: ReadonlySet<string> = new Set(['userTask', 'manualTask', 'serviceTask', 'task']);

class TableReader {
  readonly problems: Problem[] = [];
  readonly #process: ParsedProcess;
  readonly #nodes: ReadonlyMap<string, ParsedNode>;
  readonly #conditions = new Map<string, string>();
  /** Step with a condition → where one goes when it does not hold. */
  readonly #skips = new Map<string, string>();
  /** Step → name of its group. */
  readonly #parallel = new Map<string, string>();
  /** Group → the join behind it. */
  readonly #joins = new Map<string, string>();

  constructor(process: ParsedProcess) {
    this.#process = process;
    this.#nodes = new Map(process.nodes.map((node) => [node.id, node]));
  }

  rows(): readonly StepRow[] {
    this.#refuseOthers();
    if (this.problems.length > 0) return [];
    this.#readGroups();
    // Entering every gateway once tells which steps have a condition.
    for (const node of this.#process.nodes)
      if (this.#isChoice(node) && !this.#isOutcomeChoice(node)) this.#arriveAt(node.id);
    const steps = this.#order();
    return steps.map((node, index) => this.#row(node, steps[index + 1]));
  }

  #refuseOthers(): void {
    const starts = this.#process.nodes.filter((node) => node.kind === 'startEvent');
    for (const node of this.#process.nodes) {
      const plainEvent = (node.kind === 'startEvent' || node.kind === 'endEvent') && node.event?.type === 'none';
      const gateway = node.kind === 'exclusiveGateway' || node.kind === 'parallelGateway';
      const task = TASKS.has(node.kind) && !node.loop && !node.compensation && this.#out(node.id).length === 1;
      if (!plainEvent && !gateway && !task) this.problems.push(said.notInTable(node.id, node.kind));
    }
    for (const extra of starts.slice(1)) this.problems.push(said.notInTable(extra.id, extra.kind));
    if (starts.length === 0) this.problems.push(said.emptyTable());
  }

  #out(id: string): readonly ParsedFlow[] {
    return this.#process.flows.filter((flow) => flow.source === id);
  }

  #in(id: string): readonly ParsedFlow[] {
    return this.#process.flows.filter((flow) => flow.target === id);
  }

  #isChoice(node: ParsedNode | undefined): node is ParsedNode {
    return node?.kind === 'exclusiveGateway' && this.#out(node.id).length > 1;
  }

  #isOutcomeChoice(node: ParsedNode): boolean {
    return this.#out(node.id).some((flow) => outcomeOf(flow) !== undefined);
  }

  #refuse(node: ParsedNode | undefined): Arrival {
    if (node && !this.problems.some((problem) => problem.path === node.id))
      this.problems.push(said.notInTable(node.id, node.kind));
    return { step: END };
  }

  /** Follows merges to the next step, choice or end. */
  #past(id: string, seen: ReadonlySet<string> = new Set()): ParsedNode | undefined {
    const node = this.#nodes.get(id);
    const [only, ...others] = this.#out(id);
    if (node?.kind !== 'exclusiveGateway' || !only || others.length > 0 || seen.has(id)) return node;
    return this.#past(only.target, new Set([...seen, id]));
  }

  /** The step one comes to by going to the element. */
  #arriveAt(id: string): Arrival {
    const node = this.#past(id);
    if (!node) return { step: END };
    if (TASKS.has(node.kind)) return { step: node.id };
    if (node.kind === 'endEvent') return { step: END };
    if (node.kind === 'parallelGateway') {
      const group = this.#parallel.get(`fork ${node.id}`);
      return group === undefined ? this.#refuse(node) : { step: group };
    }
    return this.#isChoice(node) && !this.#isOutcomeChoice(node) ? this.#conditionalStep(node) : this.#refuse(node);
  }

  /** A gateway with two ways: into a step, or past it to what follows it. */
  #conditionalStep(gateway: ParsedNode): Arrival {
    const [one, other, ...more] = this.#out(gateway.id);
    if (!one || !other || more.length > 0) return this.#refuse(gateway);
    for (const [into, past] of [
      [one, other],
      [other, one],
    ] as const) {
      const step = this.#nodes.get(into.target);
      if (!step || !TASKS.has(step.kind) || this.#in(step.id).length !== 1) continue;
      // Skipped, it goes on where the step itself goes on, unless the step's outcomes all say where.
      const after = this.#past(this.#out(step.id)[0]?.target ?? '');
      const bySayingSo = this.#isChoice(after) && this.#isOutcomeChoice(after);
      if (!bySayingSo && after?.id !== this.#past(past.target)?.id) continue;
      const condition = into.condition ?? (past.condition === undefined ? undefined : `not(${past.condition})`);
      if (condition === undefined) continue;
      this.#conditions.set(step.id, condition);
      this.#skips.set(step.id, past.target);
      return { step: step.id };
    }
    return this.#refuse(gateway);
  }

  /** A fork whose every branch is one step (perhaps on a condition) up to the same join. */
  #readGroups(): void {
    for (const fork of this.#process.nodes) {
      const branches = this.#out(fork.id);
      if (fork.kind !== 'parallelGateway' || branches.length < 2) continue;
      const steps = branches.map((flow) => this.#arriveAt(flow.target).step);
      const joins = new Set(steps.map((step) => this.#past(this.#out(step)[0]?.target ?? '')?.id ?? ''));
      const [join] = joins;
      const [first] = steps;
      if (
        joins.size !== 1 ||
        join === undefined ||
        first === undefined ||
        this.#nodes.get(join)?.kind !== 'parallelGateway'
      ) {
        this.#refuse(fork);
        continue;
      }
      for (const step of steps) this.#parallel.set(step, first);
      this.#parallel.set(`fork ${fork.id}`, first);
      this.#joins.set(first, join);
    }
  }

  /** Document order, the steps of a group together. */
  #order(): readonly ParsedNode[] {
    const tasks = this.#process.nodes.filter((node) => TASKS.has(node.kind));
    return tasks.flatMap((node) => {
      const group = this.#parallel.get(node.id);
      if (group === undefined) return [node];
      return group === node.id ? tasks.filter((other) => this.#parallel.get(other.id) === group) : [];
    });
  }

  #branchingOf(node: ParsedNode): Branching {
    const group = this.#parallel.get(node.id);
    const behind = group === undefined ? node.id : (this.#joins.get(group) ?? node.id);
    const target = this.#out(behind)[0]?.target ?? '';
    const choice = this.#past(target);
    const none = new Map<string, string>();
    if (!this.#isChoice(choice) || !this.#isOutcomeChoice(choice))
      return { next: this.#arriveAt(target).step, ofOutcome: none };
    const flows = this.#out(choice.id);
    const named = flows.flatMap((flow) => {
      const outcome = outcomeOf(flow);
      return outcome?.task === node.id ? [[outcome.outcome, this.#arriveAt(flow.target).step] as const] : [];
    });
    const other = flows.filter((flow) => outcomeOf(flow)?.task !== node.id);
    const [byDefault] = other;
    if (group !== undefined || other.length > 1 || (byDefault && byDefault.condition !== undefined)) {
      this.#refuse(choice);
      return { next: END, ofOutcome: none };
    }
    const otherwise = byDefault ? this.#arriveAt(byDefault.target).step : (named.at(-1)?.[1] ?? END);
    const skip = this.#skips.get(node.id);
    const next = skip === undefined ? otherwise : this.#arriveAt(skip).step;
    const unnamed = node.settings.outcomes.filter(
      (outcome) => next !== otherwise && !named.some(([id]) => id === outcome.id),
    );
    return { next, ofOutcome: new Map([...named, ...unnamed.map((outcome) => [outcome.id, otherwise] as const)]) };
  }

  #row(node: ParsedNode, following: ParsedNode | undefined): StepRow {
    const { settings } = node;
    const lane = this.#process.lanes.findLast((candidate) => candidate.nodes.includes(node.id));
    const unit = settings.unit ?? lane?.unit;
    const who = settings.role ?? lane?.role ?? '';
    const named = lane && who === lane.role && lane.name !== '' && lane.name !== standardPerformer(who);
    const { next, ofOutcome } = this.#branchingOf(node);
    const group = this.#parallel.get(node.id);
    const condition = this.#conditions.get(node.id);
    const last = group !== undefined && following !== undefined && this.#parallel.get(following.id) === group;
    const isNext = last || next === (following?.id ?? END);
    return {
      step: node.id,
      name: node.name,
      who,
      ...(named ? { performer: lane.name } : {}),
      ...(unit === undefined ? {} : { unit }),
      ...(settings.minutes === undefined ? {} : { time: durationText(settings.minutes) }),
      ...(condition === undefined ? {} : { condition }),
      ...(settings.outcomes.length === 0
        ? {}
        : {
            outcomes: settings.outcomes.map((outcome) => {
              const to = ofOutcome.get(outcome.id);
              return { id: outcome.id, name: outcome.name.vi, ...(to === undefined ? {} : { next: to }) };
            }),
          }),
      ...(settings.produces.length === 0 ? {} : { product: settings.produces.join(' ') }),
      ...(settings.requires.length === 0 ? {} : { requires: settings.requires.join(' ') }),
      ...(settings.deliverable === undefined ? {} : { deliverable: settings.deliverable }),
      ...(settings.act === undefined ? {} : { act: settings.act }),
      ...(settings.form === undefined ? {} : { form: settings.form }),
      ...(group === undefined ? {} : { parallel: group }),
      ...(isNext || group !== undefined ? {} : { next }),
    };
  }
}

/** `outcome.examine = "eligible"` → task and outcome. */
const outcomeOf = ({ condition }: ParsedFlow): { readonly task: string; readonly outcome: string } | undefined => {
  const match = /^outcome\.([A-Za-z_][\w-]*)\s*=\s*"([^"]*)"$/.exec(condition?.trim() ?? '');
  return match ? { task: match[1] ?? '', outcome: match[2] ?? '' } : undefined;
};
