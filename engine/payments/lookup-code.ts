/** What a look-up code of a payment says. */
export interface PaymentOf {
  readonly dossier: string;
  readonly fee: string;
}

const SHAPE = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([0-9]{1,9})\.(.{1,120})$/;

/** Names dossier and fee, so that a notice finds them without a table of requests; `seq` tells requests apart. */
export const lookupCode = (dossier: string, fee: string, seq: number): string => `${dossier}.${seq}.${fee}`;

export const readLookupCode = (code: string): PaymentOf | undefined => {
  const [, dossier, , fee] = SHAPE.exec(code) ?? [];
  return dossier === undefined || fee === undefined ? undefined : { dossier, fee };
};
