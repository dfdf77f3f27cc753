import { evaluateUnaryTest, evaluate, tableHits, type ExpressionCode, type Scope } from '#engine/expression/index.ts';
import type { Decision, Graph, GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { passes, usual } from '../example.ts';
import * as say from '../logic-messages.ts';
import { and, arrive, not, or, rowsOf, solve, worldAt, type Formula } from '../reason/index.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check, Subject } from '../subject.ts';

/** Tables that a process decides by: no gap, no rules that contradict each other, no row that never applies (DMN 1.3 §8.2.8). */
export const decisions: Check = {
  name: 'decisions',
  part: 'process',
  proves: both(
    'Bảng quyết định không hở, không trái nhau, không dòng thừa.',
    'Decision tables have no gap, no contradiction, no dead row.',
  ),
  findings: {
    'process.decision.gap': error('Bảng quyết định hở.', 'A decision table has a gap.'),
    'process.decision.overlap': error('Hai dòng trái nhau cùng áp dụng.', 'Two rows apply and contradict each other.'),
    'process.decision.dead-row': error('Dòng không bao giờ áp dụng.', 'A row never applies.'),
  },
  examples: [passes('Không có bảng quyết định', 'No decision table', { process: usual })],
  run: (subject) => {
    const { graph } = subject.process;
    if (!graph || !subject.form.compiled) return [];
    return graph.nodes.flatMap((node) => {
      const decision = node.decision && graph.decisions[node.decision.id];
      const table = decision && tableOf(decision);
      return table ? ofTable(subject, graph, node, table) : [];
    });
  },
};

/** What a table is, wherever it was written. */
interface Table {
  readonly inputs: readonly ExpressionCode[];
  readonly rows: readonly (readonly [readonly (ExpressionCode | null)[], unknown])[];
  /** One row only may apply; of several, all must give the same; or the first counts. */
  readonly policy: 'one' | 'same' | 'first' | 'all';
  hits(names: Scope): readonly number[];
}

const tableOf = ({ logic }: Decision): Table | undefined => {
  if ('code' in logic) {
    const [operator, policy, inputs, rows] = logic.code as readonly [string, string, Table['inputs'], Table['rows']];
    if (operator !== 'table') return undefined;
    return { inputs, rows, policy: policy === 'F' ? 'first' : 'one', hits: (names) => tableHits(logic, names) };
  }
  const policy =
    logic.hitPolicy === 'UNIQUE'
      ? 'one'
      : logic.hitPolicy === 'ANY'
        ? 'same'
        : logic.hitPolicy === 'FIRST'
          ? 'first'
          : 'all';
  return {
    inputs: logic.inputs.map(({ code }) => code),
    rows: logic.rules.map(({ when, then }) => [
      when.map((test) => test?.code ?? null),
      JSON.stringify(then.map(({ code }) => code)),
    ]),
    policy,
    hits: (names) =>
      logic.rules.flatMap(({ when }, index) =>
        when.every((test, column) => {
          const input = logic.inputs[column];
          return test === null || (input && evaluateUnaryTest(test, evaluate(input, names), names));
        })
          ? [index]
          : [],
      ),
  };
};

const ofTable = (subject: Subject, graph: Graph, node: GraphNode, table: Table): readonly Problem[] => {
  const world = worldAt(subject, graph, node);
  if (!world) return [];
  const rows = rowsOf(world.translator, ['', table.inputs, table.rows]);
  const path = elementPath(node);
  const name = stepName(node);
  const problems: Problem[] = [];
  const look = (fault: 'gap' | 'overlap', formula: Formula, isIt: (hits: readonly number[]) => boolean): void => {
    const shown = arrive({ subject, graph, node, world }, formula, (run, { scope }) => {
      const passed = run.trace.some(
        ({ type, element }) => element === node.id && (type === 'left' || type === 'incident'),
      );
      return passed && isIt(table.hits({ ...scope, ...run.state.variables }));
    });
    if (shown !== 'never')
      problems.push(say.decisionFault(fault, path, name, shown === 'unproved' ? undefined : shown));
  };
  look('gap', and(...rows.map(({ when }) => not(when))), (hits) => hits.length === 0);
  if (table.policy === 'one' || table.policy === 'same') {
    const contradict = (one: number, other: number): boolean =>
      table.policy === 'one' || JSON.stringify(rows[one]?.output) !== JSON.stringify(rows[other]?.output);
    const both = rows.flatMap((row, at) =>
      rows.slice(at + 1).flatMap((other, after) => (contradict(at, at + 1 + after) ? [and(row.when, other.when)] : [])),
    );
    look('overlap', or(...both), (hits) =>
      hits.some((one) => hits.some((other) => one < other && contradict(one, other))),
    );
  }
  rows.forEach(({ when }, at) => {
    const earlier = table.policy === 'first' ? rows.slice(0, at).map((row) => not(row.when)) : [];
    if (solve(world.table, [and(when, ...earlier)]).verdict === 'unsat')
      problems.push(say.decisionDeadRow(path, name, at));
  });
  return problems;
};
