import type { FromSchema } from 'json-schema-to-ts';
import { id, localized } from './common.ts';

/** `motcua/queue@1`: what somebody who takes a number at a counter comes for, in the order of the screen. */
export const queueKindsSchema = {
  type: 'object',
  properties: {
    format: { const: 'motcua/queue@1' },
    kinds: {
      type: 'array',
      maxItems: 12,
      items: {
        type: 'object',
        properties: { id, name: localized },
        required: ['id', 'name'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'kinds'],
  additionalProperties: false,
} as const;

export type QueueKinds = FromSchema<typeof queueKindsSchema>;
export type QueueKind = QueueKinds['kinds'][number];
