/** Question ids of a generated form, for prefill and for the dossier's applicant. */
export const GENERATED = {
  applicantKind: 'applicantKind',
  person: 'applicant',
  organisation: 'organisation',
  case: 'requestedCase',
  request: 'request',
  declaration: 'declaration',
} as const;
