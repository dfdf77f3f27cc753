/**
 * Conditions as others write them, turned into FEEL: a leading `=` (Camunda 8) is dropped; simple
 * JUEL `${a == 'x' && !b}` (Camunda 7, Flowable, jBPM) is translated word by word. What calls a method or
 * indexes a bean is not simple: undefined.
 */
export const toFeel = (source: string): string | undefined => {
  const trimmed = source.trim();
  if (trimmed.startsWith('=') && !trimmed.startsWith('==')) return trimmed.slice(1).trim();
  const juel = /^[$#]\{([\s\S]*)\}$/.exec(trimmed);
  if (!juel) return trimmed;
  return juelToFeel((juel[1] ?? '').trim());
};

const WORDS: Readonly<Record<string, string>> = {
  '&&': ' and ',
  and: ' and ',
  '||': ' or ',
  or: ' or ',
  '==': ' = ',
  eq: ' = ',
  '!=': ' != ',
  ne: ' != ',
  lt: ' < ',
  le: ' <= ',
  gt: ' > ',
  ge: ' >= ',
  '<': ' < ',
  '>': ' > ',
  '<=': ' <= ',
  '>=': ' >= ',
  '+': ' + ',
  '-': ' - ',
  '*': ' * ',
  '/': ' / ',
  div: ' / ',
  '(': '(',
  ')': ')',
  '.': '.',
  ',': ', ',
};

const TOKEN =
  /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(&&|\|\||==|!=|<=|>=|[<>!+\-*/().,]))/y;

const juelToFeel = (source: string): string | undefined => {
  const words = tokens(source);
  if (!words) return undefined;
  const state = { words, at: 0 };
  const out = translate(state, 0);
  return out !== undefined && state.at === words.length ? out.replace(/ {2,}/g, ' ').trim() : undefined;
};

const tokens = (source: string): readonly string[] | undefined => {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const from = TOKEN.lastIndex;
    if (/^\s*$/.test(source.slice(from))) break;
    const match = TOKEN.exec(source);
    if (!match) return undefined;
    found.push((match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim());
  }
  return found;
};

interface Reading {
  readonly words: readonly string[];
  at: number;
}

/** Brackets inside brackets; nobody writes more. */
const MAX_DEPTH = 100;

/** Copies words up to a closing bracket; `!x` and `not x` become `not(x)`, `empty x` becomes `x = null`. */
const translate = (state: Reading, depth: number): string | undefined => {
  if (depth > MAX_DEPTH) return undefined;
  let out = '';
  while (state.at < state.words.length) {
    const word = state.words[state.at];
    if (word === undefined) return undefined;
    if (word === ')' && depth > 0) return out;
    state.at += 1;
    if (word === '!' || word === 'not') {
      const operand = primary(state, depth);
      if (operand === undefined) return undefined;
      out += `not(${operand})`;
    } else if (word === 'empty') {
      const operand = primary(state, depth);
      if (operand === undefined) return undefined;
      out += `${operand} = null`;
    } else if (word === '(') {
      // A bracket right after a name is a call: not simple.
      if (/[\w]$/.test(out)) return undefined;
      const inner = translate(state, depth + 1);
      if (inner === undefined || state.words[state.at] !== ')') return undefined;
      state.at += 1;
      out += `(${inner})`;
    } else if (word in WORDS) out += WORDS[word] ?? '';
    else out += literal(word);
  }
  return depth === 0 ? out : undefined;
};

/** A bracket, or a name with its path. */
const primary = (state: Reading, depth: number): string | undefined => {
  const word = state.words[state.at];
  if (word === undefined || depth > MAX_DEPTH) return undefined;
  state.at += 1;
  if (word === '(') {
    const inner = translate(state, depth + 1);
    if (inner === undefined || state.words[state.at] !== ')') return undefined;
    state.at += 1;
    return inner;
  }
  if (word === '!' || word === 'not') {
    const operand = primary(state, depth + 1);
    return operand === undefined ? undefined : `not(${operand})`;
  }
  if (!/^[A-Za-z_]/.test(word)) return undefined;
  let path = word;
  while (state.words[state.at] === '.') {
    const next = state.words[state.at + 1];
    if (next === undefined) return undefined;
    path += `.${next}`;
    state.at += 2;
  }
  return state.words[state.at] === '(' ? undefined : path;
};

const literal = (word: string): string => {
  if (!word.startsWith("'")) return word;
  return JSON.stringify(word.slice(1, -1).replace(/\\(.)/g, '$1'));
};
