/**
 * XML as it is written out, so that reading it gives the same texts: a carriage return stands as a reference, since
 * a bare one is read as a line feed (XML 1.0 §2.11) and the writer leaves it bare.
 */
export const written = (xml: string): string => xml.replaceAll('\r', '&#13;');
