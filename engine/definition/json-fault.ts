type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const TOKEN =
  // eslint-disable-next-line no-control-regex
  /([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b)/y;

/** Where a text first stops being JSON (RFC 8259), as an index; its length where it only breaks off too early. */
export const jsonFault = (source: string): number => {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    while (/[ \t\n\r]/.test(source.charAt(at))) at += 1;
    if (at >= source.length) return at;
    TOKEN.lastIndex = at;
    const [token, sign, text] = TOKEN.exec(source) ?? [];
    if (token === undefined) return at;
    const next = follow(expected, open, sign, text !== undefined);
    if (next === undefined) return at;
    expected = next;
    at += token.length;
  }
};

/** What may come after a token; undefined where it may not stand. */
const follow = (
  expected: Expected,
  open: string[],
  sign: string | undefined,
  isText: boolean,
): Expected | undefined => {
  const closed = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
  const value = expected === 'value' || expected === 'value-or-end';
  const key = expected === 'key' || expected === 'key-or-end';
  if (sign === undefined) return value ? closed() : key && isText ? 'colon' : undefined;
  if (sign === ':') return expected === 'colon' ? 'value' : undefined;
  if (sign === ',') return expected === 'comma-or-end' ? (open.at(-1) === '{' ? 'key' : 'value') : undefined;
  if (sign === '{' || sign === '[') {
    if (!value) return undefined;
    open.push(sign);
    return sign === '{' ? 'key-or-end' : 'value-or-end';
  }
  const [own, empty] = sign === '}' ? (['{', 'key-or-end'] as const) : (['[', 'value-or-end'] as const);
  if (open.at(-1) !== own || (expected !== 'comma-or-end' && expected !== empty)) return undefined;
  open.pop();
  return closed();
};
