export interface XmlTag {
  /** Local name, without its prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly attributes: Readonly<Record<string, string>>;
  /** Index of `<`, and the index after `>`. */
  readonly start: number;
  readonly end: number;
}

/** The tags of an XML text in order, in one pass; stops at the first thing that never ends. */
export function* xmlTags(xml: string): Generator<XmlTag> {
  let from = 0;
  for (;;) {
    const start = xml.indexOf('<', from);
    if (start < 0) return;
    const end = endOf(xml, start);
    if (end < 0) return;
    const tag = tagIn(xml.slice(start, end));
    if (tag) yield { ...tag, start, end };
    from = end;
  }
}

const endOf = (xml: string, start: number): number => {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return after(xml, ']]>', start + 9);
  if (xml.startsWith('<?', start)) return after(xml, '?>', start + 2);
  let quote = '';
  for (let index = start + 1; index < xml.length; index += 1) {
    const character = xml[index] ?? '';
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return index + 1;
  }
  return -1;
};

const after = (xml: string, mark: string, from: number): number => {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
};

const tagIn = (source: string): Omit<XmlTag, 'start' | 'end'> | undefined => {
  const found = /^<(\/?)(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(source);
  if (!found) return undefined;
  const kind = found[1] ? 'close' : source.endsWith('/>') ? 'empty' : 'open';
  const attributes = Object.fromEntries(
    [...source.matchAll(/\s([A-Za-z_][\w.:-]{0,200})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name = '', double, single]) => [name, decodeXml(double ?? single ?? '')],
    ),
  );
  return { name: found[2] ?? '', kind, attributes };
};

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const decodeXml = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
