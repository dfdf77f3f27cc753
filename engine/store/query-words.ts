/** Words of a query: runs of letters and digits, at most twelve. */
export const words = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12);
