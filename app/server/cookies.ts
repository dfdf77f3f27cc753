/** Value of a cookie, or undefined. */
export const readCookie = (request: Request, name: string): string | undefined => {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
};

/** A cookie that scripts cannot read and other sites cannot send with a form. */
export const writeCookie = (
  name: string,
  value: string,
  given: { readonly secure: boolean; readonly seconds?: number },
): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(given.secure ? ['Secure'] : []),
    ...(given.seconds === undefined ? [] : [`Max-Age=${given.seconds}`]),
  ].join('; ');
