import type { Code } from './code.ts';
import { builtIns } from './functions.ts';
import { linkArithmetic } from './link-arithmetic.ts';
import type { Link, Run } from './run.ts';
import { equals, order, property, type OrderKind } from './values.ts';

/** Turns an operator tree into closures, once. Trees come from the compiler; a broken one is a bug and throws. */
export const link: Link = (code) => {
  const [operator, ...operands] = code;
  const linker = linkers[operator] ?? linkArithmetic(operator);
  if (!linker) throw new Error(`unknown operator ${operator}`);
  return linker(operands, link);
};

type Linker = (operands: readonly unknown[], link: Link) => Run;

const codes = (operands: readonly unknown[]): readonly Run[] => operands.map((operand) => link(operand as Code));

const linkGet: Linker = (operands) => {
  const [root, first, ...rest] = operands as readonly string[];
  if (root === undefined) throw new Error('get without a name');
  const start: Run = (scope) => (Object.hasOwn(scope, root) ? (scope[root] ?? null) : null);
  if (first === undefined) return start;
  if (rest.length === 0) return (scope, frame) => property(start(scope, frame), first);
  return (scope, frame) => {
    let value = property(start(scope, frame), first);
    for (const name of rest) value = property(value, name);
    return value;
  };
};

const compare =
  (accept: (difference: number) => boolean): Linker =>
  ([left, right, kind]) => {
    const a = link(left as Code);
    const b = link(right as Code);
    return (scope, frame) => {
      const difference = order(a(scope, frame), b(scope, frame), kind as OrderKind);
      return difference === undefined ? null : accept(difference);
    };
  };

/** FEEL's conjunction and disjunction: `decisive` wins over null, null over the rest. */
const junction =
  (decisive: boolean): Linker =>
  (operands) => {
    const runs = codes(operands);
    return (scope, frame) => {
      let unknown = false;
      for (const run of runs) {
        const value = run(scope, frame);
        if (value === decisive) return decisive;
        if (value !== !decisive) unknown = true;
      }
      return unknown ? null : !decisive;
    };
  };

const linkRange: Linker = ([value, low, lowIncluded, high, highIncluded, kind]) => {
  const run = link(value as Code);
  const from = low === null ? null : link(low as Code);
  const to = high === null ? null : link(high as Code);
  const by = kind as OrderKind;
  return (scope, frame) => {
    const it = run(scope, frame);
    let unknown = false;
    if (from) {
      const difference = order(it, from(scope, frame), by);
      if (difference === undefined) unknown = true;
      else if (difference < 0 || (difference === 0 && lowIncluded !== true)) return false;
    }
    if (to) {
      const difference = order(it, to(scope, frame), by);
      if (difference === undefined) unknown = true;
      else if (difference > 0 || (difference === 0 && highIncluded !== true)) return false;
    }
    return unknown ? null : true;
  };
};

const quantified =
  (decisive: boolean): Linker =>
  ([slot, list, condition]) => {
    const items = link(list as Code);
    const test = link(condition as Code);
    return (scope, frame) => {
      const all = items(scope, frame);
      if (!Array.isArray(all)) return null;
      let unknown = false;
      for (const item of all) {
        frame[slot as number] = item;
        const value = test(scope, frame);
        if (value === decisive) return decisive;
        if (value !== !decisive) unknown = true;
      }
      return unknown ? null : !decisive;
    };
  };

const linkTable: Linker = ([policy, inputs, rules]) => {
  const inputRuns = codes(inputs as readonly unknown[]);
  const rows = (rules as readonly (readonly [readonly (Code | null)[], unknown])[]).map(([tests, output]) => ({
    tests: tests.map((test) => (test === null ? null : link(test))),
    output,
  }));
  return (scope, frame) => {
    const values = inputRuns.map((run) => run(scope, frame));
    let found: unknown = null;
    let hits = 0;
    for (const row of rows) {
      if (!rowHits(row.tests, values, scope, frame)) continue;
      hits += 1;
      if (policy === 'F') return row.output;
      // Unique: two hits mean that the table does not decide (DMN 1.3, 8.2.10).
      if (hits > 1) return null;
      found = row.output;
    }
    return found;
  };
};

export const rowHits = (
  tests: readonly (Run | null)[],
  values: readonly unknown[],
  scope: Parameters<Run>[0],
  frame: unknown[],
): boolean =>
  tests.every((test, index) => {
    if (test === null) return true;
    frame[0] = values[index] ?? null;
    return test(scope, frame) === true;
  });

const linkers: Readonly<Record<string, Linker>> = {
  lit: ([value]) => {
    const constant = value ?? null;
    return () => constant;
  },
  get: linkGet,
  local:
    ([slot]) =>
    (_scope, frame) =>
      frame[slot as number] ?? null,
  prop: ([code, name]) => {
    const run = link(code as Code);
    return (scope, frame) => property(run(scope, frame), name as string);
  },
  list: (operands) => {
    const runs = codes(operands);
    return (scope, frame) => runs.map((run) => run(scope, frame));
  },
  and: junction(false),
  or: junction(true),
  not: ([code]) => {
    const run = link(code as Code);
    return (scope, frame) => {
      const value = run(scope, frame);
      return typeof value === 'boolean' ? !value : null;
    };
  },
  '=': (operands) => {
    const [a, b] = codes(operands) as [Run, Run];
    return (scope, frame) => equals(a(scope, frame), b(scope, frame));
  },
  '!=': (operands) => {
    const [a, b] = codes(operands) as [Run, Run];
    return (scope, frame) => {
      const same = equals(a(scope, frame), b(scope, frame));
      return same === null ? null : !same;
    };
  },
  '<': compare((difference) => difference < 0),
  '<=': compare((difference) => difference <= 0),
  '>': compare((difference) => difference > 0),
  '>=': compare((difference) => difference >= 0),
  range: linkRange,
  in: (operands) => {
    const [value, list] = codes(operands) as [Run, Run];
    return (scope, frame) => {
      const items = list(scope, frame);
      const wanted = value(scope, frame);
      if (!Array.isArray(items)) return equals(wanted, items);
      return items.some((item) => equals(wanted, item) === true);
    };
  },
  if: (operands) => {
    const [condition, then, otherwise] = codes(operands) as [Run, Run, Run];
    return (scope, frame) => (condition(scope, frame) === true ? then(scope, frame) : otherwise(scope, frame));
  },
  call: ([name, ...args]) => {
    const builtIn = builtIns[name as string];
    if (!builtIn) throw new Error(`unknown function ${String(name)}`);
    const runs = codes(args);
    return (scope, frame) => builtIn(runs.map((run) => run(scope, frame)));
  },
  some: quantified(true),
  every: quantified(false),
  index: (operands) => {
    const [list, position] = codes(operands) as [Run, Run];
    return (scope, frame) => {
      const items = list(scope, frame);
      const at = position(scope, frame);
      if (!Array.isArray(items) || typeof at !== 'number') return null;
      return (at > 0 ? items[at - 1] : items[items.length + at]) ?? null;
    };
  },
  filter: ([slot, list, condition]) => {
    const items = link(list as Code);
    const test = link(condition as Code);
    return (scope, frame) => {
      const all = items(scope, frame);
      if (!Array.isArray(all)) return null;
      return all.filter((item) => {
        frame[slot as number] = item;
        return test(scope, frame) === true;
      });
    };
  },
  table: linkTable,
};
