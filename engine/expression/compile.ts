import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import { check } from './check.ts';
import { checkTest } from './check-test.ts';
import { placeOf, report, type Context, type Typed } from './context.ts';
import { isNullable } from './kinds.ts';
import { messages } from './messages.ts';
import { maskNames } from './names.ts';
import { parse, type Node, type Top } from './parse.ts';
import type { CompileExpression, CompiledExpression, FeelType, TypeEnvironment } from './types.ts';

/** Longest source, in characters; deepest nesting of the parse tree. */
export const MAX_LENGTH = 1000;
export const MAX_DEPTH = 40;

type Environment = TypeEnvironment | 'untyped';

const open = (
  source: string,
  environment: Environment,
  top: Top,
  input?: FeelType,
): Result<{ root: Node; context: Context }> => {
  if (source.length > MAX_LENGTH) {
    return fail(
      problem(
        'expression.too-long',
        placeOf({ from: MAX_LENGTH, to: source.length }),
        messages.tooLong(source.length, MAX_LENGTH),
        messages.split(),
      ),
    );
  }
  if (source.trim() === '') return fail(problem('expression.empty', '#0-0', messages.empty(), messages.writeOne()));
  const text = maskNames(source, environment);
  const { root, error, depth } = parse(text, top);
  if (depth > MAX_DEPTH * 2) {
    return fail(problem('expression.too-deep', '#0-0', messages.tooDeep(MAX_DEPTH), messages.split()));
  }
  if (error) {
    const near = source.slice(error.from, error.from + 20).trim();
    return fail(
      problem('expression.syntax', placeOf(error), messages.syntax(near, error.from), messages.checkSyntax()),
    );
  }
  const context: Context = {
    source,
    text,
    environment,
    locals: new Map(),
    problems: [],
    reads: new Set(),
    check,
    test: checkTest,
    ...(input ? { input } : {}),
  };
  return ok({ root, context });
};

const close = (source: string, typed: Typed, context: Context): Result<CompiledExpression> => {
  const errors = context.problems.filter((found) => found.severity === 'error');
  if (errors.length > 0) return fail(...context.problems);
  const compiled: CompiledExpression = { source, type: typed.type, reads: [...context.reads], code: typed.code };
  return ok(compiled, context.problems);
};

const checkExpected = (typed: Typed, root: Node, expected: FeelType['kind'], context: Context): void => {
  const { kind } = typed.type;
  const wanted = { kind: expected } as FeelType;
  if (kind !== expected && kind !== 'any' && kind !== 'null') {
    report(context, root, 'wrong-type', messages.wrongType(wanted, typed.type), messages.giveType(wanted));
  } else if (expected === 'boolean' && kind === 'boolean' && isNullable(typed.type)) {
    report(context, root, 'may-be-null', messages.mayBeNull(), messages.sayDefined(), 'warning');
  }
};

/**
 * Reads, checks and lowers a FEEL expression. `expected` is the kind it must give. Problems have the
 * path `#from-to` (characters from 0). `untyped` is for foreign models: any name is allowed there.
 * DMN 1.3, chapter 10, as far as the subset goes.
 */
export const compileExpression: CompileExpression = (source, environment, expected) => {
  const opened = open(source, environment, 'expression');
  if (!opened.ok) return opened;
  const { root, context } = opened.value;
  const [body] = root.children;
  if (!body) return fail(problem('expression.empty', '#0-0', messages.empty(), messages.writeOne()));
  const typed = check(body, context);
  if (expected) checkExpected(typed, body, expected, context);
  return close(source, typed, context);
};

/** A cell of a decision table on an input of that type; `-` is any. Run it with `evaluateUnaryTest`. */
export const compileUnaryTest = (
  source: string,
  inputType: FeelType,
  environment: Environment,
): Result<CompiledExpression> => {
  const opened = open(source, environment, 'unary-tests', inputType);
  if (!opened.ok) return opened;
  const { root, context } = opened.value;
  const input: Typed = { code: ['local', 0], type: inputType };
  const [first] = root.children;
  if (first?.name === 'Wildcard') return close(source, { code: ['lit', true], type: { kind: 'boolean' } }, context);
  const tests = root.children.find((child) => child.name === 'PositiveUnaryTests');
  if (!first || !tests) return fail(problem('expression.empty', '#0-0', messages.empty(), messages.writeOne()));
  const typed = checkTest(input, tests, context);
  return close(source, first.name === 'not' ? { code: ['not', typed.code], type: typed.type } : typed, context);
};

export const prefixed = (problems: readonly Problem[], prefix: string): Problem[] =>
  problems.map((found) => ({ ...found, path: `${prefix}${found.path}` }));
