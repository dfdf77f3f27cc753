/** `1444/QĐ-UBND` → `1444_QĐ-UBND` for an address; numbers never hold an underscore. */
export const numberToSlug = (number: string): string => number.replaceAll('/', '_');
export const slugToNumber = (slug: string): string => slug.replaceAll('_', '/');
