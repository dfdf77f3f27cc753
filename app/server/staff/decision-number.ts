/** `1444/QĐ-UBND` → `1444_Q%C4%90-UBND`, fit for an address and for a redirect's header; numbers never hold an underscore. */
export const numberToSlug = (number: string): string => encodeURIComponent(number.replaceAll('/', '_'));
/** From the address, as the router hands it over: decoded. */
export const slugToNumber = (slug: string): string => slug.replaceAll('_', '/');
