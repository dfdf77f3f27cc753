import { isRecord, type Json, type JsonRecord } from './json.ts';

/** All that is edited of a release: the same parts as its folder, perhaps not complete yet. */
export interface StudioContent extends JsonRecord {
  readonly procedure: JsonRecord;
}

/** A draft's content out of anything JSON: what is not a part of a release is left behind. */
export const contentOf = (value: Json | undefined): StudioContent => {
  const given = isRecord(value) ? value : {};
  const procedure = isRecord(given['procedure']) ? given['procedure'] : {};
  return {
    procedure,
    ...(isRecord(given['form']) ? { form: given['form'] } : {}),
    ...(typeof given['process'] === 'string' ? { process: given['process'] } : {}),
    ...(isRecord(given['templates']) ? { templates: given['templates'] } : {}),
  };
};

/** A new procedure: only what is known when somebody begins; everything else is said to be missing by the checks. */
export const blankContent = (given: {
  readonly code: string;
  readonly name: string;
  readonly pageTitle: string;
}): StudioContent => ({
  procedure: {
    format: 'motcua/procedure@1',
    code: given.code,
    name: { vi: given.name },
    levels: ['commune'],
    applicants: ['citizen'],
    channels: ['counter', 'online'],
    cases: [],
    timeLimits: [],
    fees: [],
    checklist: [],
    results: [],
    legalBasis: [],
  },
  form: {
    format: 'motcua/form@1',
    kind: 'pages',
    pages: [{ id: 'page1', title: { vi: given.pageTitle }, questions: [] }],
  },
});
