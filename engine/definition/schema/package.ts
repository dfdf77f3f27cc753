import type { FromSchema } from 'json-schema-to-ts';
import { procedureCode, releaseNumber } from './common.ts';

/**
 * A decision with everything it brings along, in one file that can be uploaded: the decision, the
 * releases it puts in force, and shared groups and lists they use. The parts are checked by their
 * own schemas, each under its own path.
 */
export const packageSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'motcua/package@1',
  type: 'object',
  properties: {
    format: { const: 'motcua/package@1' },
    decision: { type: 'object' },
    releases: {
      type: 'array',
      maxItems: 2000,
      items: {
        type: 'object',
        properties: {
          code: procedureCode,
          number: releaseNumber,
          procedure: { type: 'object' },
          form: { type: 'object' },
          /** BPMN 2.0 XML. */
          process: { type: 'string', minLength: 1 },
          /** Typst texts by file name. */
          templates: { type: 'object', additionalProperties: { type: 'string' } },
        },
        required: ['code', 'number', 'procedure'],
        additionalProperties: false,
      },
    },
    shared: {
      type: 'object',
      properties: {
        groups: { type: 'array', items: { type: 'object' }, maxItems: 200 },
        codeLists: { type: 'array', items: { type: 'object' }, maxItems: 200 },
      },
      additionalProperties: false,
    },
  },
  required: ['format', 'decision', 'releases'],
  additionalProperties: false,
} as const;

export type PackageFile = FromSchema<typeof packageSchema>;
