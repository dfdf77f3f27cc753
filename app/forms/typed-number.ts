/**
 * Reads a number as Vietnamese write it: `1.234.567,5`. One dot followed by other than three digits
 * is a decimal sign, as calculators write it. Text that is no number stays text, so that the page
 * can say so and nothing typed is lost.
 */
export const readTypedNumber = (typed: string): number | string | undefined => {
  const text = typed.replace(/[\s\u00a0]/g, '').replace(/(đ|đồng|VND|VNĐ)$/i, '');
  if (text === '') return undefined;
  const grouped = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text);
  const plain = grouped ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) && plain.length <= 20 ? Number(plain) : typed.trim();
};

/** 1234567.5 → `1.234.567,5`. */
export const writeNumber = (value: number): string => {
  const [whole = '', part] = String(value).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (part === undefined ? '' : `,${part}`);
};
