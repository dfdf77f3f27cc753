import type { FromSchema } from 'json-schema-to-ts';
import { id, localized, procedureCode } from './common.ts';

/** Occasions on which people need procedures, in the order of the home page (việc cần làm). */
export const lifeEventsSchema = {
  type: 'object',
  properties: {
    format: { const: 'motcua/life-events@1' },
    events: {
      type: 'array',
      maxItems: 24,
      items: {
        type: 'object',
        properties: {
          id,
          icon: { type: 'string', enum: ['baby', 'family', 'papers', 'house', 'business', 'work', 'help', 'death'] },
          name: localized,
          procedures: { type: 'array', items: procedureCode, minItems: 1, maxItems: 20 },
        },
        required: ['id', 'icon', 'name', 'procedures'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'events'],
  additionalProperties: false,
} as const;

export type LifeEvents = FromSchema<typeof lifeEventsSchema>;
export type LifeEvent = LifeEvents['events'][number];
