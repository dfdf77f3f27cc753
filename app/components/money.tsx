import { formatMoney } from '#app/i18n/format.ts';

/** Whole đồng, `1.234.567 đ`. */
export const Money = ({ amount }: { readonly amount: number }) => <span className="nw">{formatMoney(amount)}</span>;
