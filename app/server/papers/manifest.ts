import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FromSchema } from 'json-schema-to-ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDate } from '#engine/clock/index.ts';
import { papersRoot } from './root.ts';
import type { PaperKind } from './types.ts';

const kind = {
  type: 'string',
  enum: [
    'receipt',
    'supplement-request',
    'refusal',
    'apology',
    'stop-notice',
    'control-slip',
    'register',
    'submission-slip',
    'label',
    'annex',
  ],
} as const;
const day = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' } as const;
const template = { type: 'string', pattern: '^[a-z0-9-]+/[a-z0-9-]+\\.typ$' } as const;
const page = { type: 'string', enum: ['a4', 'a5', 'label'] } as const;

/** `definitions/papers/manifest.json`: which circular's forms are used from which day to which. */
export const papersManifestSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'motcua/papers@1',
  type: 'object',
  properties: {
    format: { const: 'motcua/papers@1' },
    sets: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          circular: { type: 'string', minLength: 1 },
          article: { type: 'string' },
          validFrom: day,
          validTo: day,
          forms: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              properties: {
                kind,
                number: { type: 'string' },
                title: { type: 'string' },
                suffix: { type: 'string' },
                page,
                template,
              },
              required: ['kind', 'number', 'title', 'page', 'template'],
              additionalProperties: false,
            },
          },
          /** What the sources leave open. */
          open: { type: 'array', items: { type: 'string' } },
        },
        required: ['circular', 'validFrom', 'forms'],
        additionalProperties: false,
      },
    },
    /** Papers no circular prescribes. */
    own: {
      type: 'array',
      items: {
        type: 'object',
        properties: { kind, title: { type: 'string' }, page, template },
        required: ['kind', 'title', 'page', 'template'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'sets', 'own'],
  additionalProperties: false,
} as const;

export type PapersManifest = FromSchema<typeof papersManifestSchema>;

/** The form to print: its title and number as of a day, and the template that lays it out. */
export interface PaperForm {
  readonly kind: PaperKind;
  readonly title: string;
  readonly circular: string;
  /** "Mẫu số 01, 01/2018/TT-VPCP"; empty for our own papers. */
  readonly reference: string;
  /** What follows the number: "TNHS". */
  readonly suffix: string;
  readonly template: string;
}

let loaded: Promise<PapersManifest> | undefined;

/** Reads and checks the manifest once; a broken manifest is a broken installation and throws. */
export const papersManifest = (): Promise<PapersManifest> => {
  loaded ??= readFile(join(papersRoot(), 'manifest.json'), 'utf8').then((text) => {
    const manifest: unknown = JSON.parse(text);
    const valid = new Ajv2020({ strict: true }).compile<PapersManifest>(papersManifestSchema);
    if (!valid(manifest)) throw new Error(`definitions/papers/manifest.json: ${JSON.stringify(valid.errors)}`);
    return manifest;
  });
  return loaded;
};

/** The form in force on that day; undefined when that set has no such form (a stop notice before 2025). */
export const formOn = (manifest: PapersManifest, kindOfPaper: PaperKind, on: LocalDate): PaperForm | undefined => {
  const own = manifest.own.find((form) => form.kind === kindOfPaper);
  if (own)
    return { kind: kindOfPaper, title: own.title, circular: '', reference: '', suffix: '', template: own.template };
  const set = manifest.sets.find((each) => each.validFrom <= on && (each.validTo === undefined || on <= each.validTo));
  const form = set?.forms.find((each) => each.kind === kindOfPaper);
  if (!set || !form) return undefined;
  return {
    kind: kindOfPaper,
    title: form.title,
    circular: set.circular,
    reference: `Mẫu số ${form.number}, ${set.circular}`,
    suffix: form.suffix ?? '',
    template: form.template,
  };
};
