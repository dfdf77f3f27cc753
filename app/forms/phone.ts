/** `0912 345 678`, `+84 912…` → `0912345678`; undefined when it is no Vietnamese phone number. */
export const readPhone = (text: string): string | undefined => {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^\+?84/, '0');
  return /^0\d{9}$/.test(digits) ? digits : undefined;
};

/** Twelve digits (Luật Căn cước công dân 2014 Điều 12). */
export const readIdNumber = (text: string): string | undefined => {
  const digits = text.replace(/\s/g, '');
  return /^\d{12}$/.test(digits) ? digits : undefined;
};

/** `0912345678` → `0912 *** 678`. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 4)} *** ${phone.slice(-3)}`;
