/** Every text in a JSON value in Unicode NFC: what is typed on different machines becomes one spelling. */
export const normalise = <Value>(value: Value): Value => nfc(value) as Value;

const nfc = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(nfc);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.normalize('NFC'), nfc(part)]));
  return value;
};
