/** A path of our own to go back to; anything else becomes `otherwise`. */
export const safePath = (given: string | null | undefined, otherwise = '/'): string => {
  if (!given || !given.startsWith('/') || /^\/[/\\]/.test(given) || given.length > 1000) return otherwise;
  for (const letter of given) if (letter < ' ' || letter === '\\') return otherwise;
  return given;
};
