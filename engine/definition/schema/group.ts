import type { FromSchema } from 'json-schema-to-ts';
import { id, localized, procedureCode } from './common.ts';
import { limitSchema } from './procedure.ts';

/**
 * Linked procedures that are handed in as one (nhóm thủ tục hành chính liên thông; TT 01/2018/TT-VPCP
 * Điều 4): one receipt, and a dossier for each member, which its own agency settles within its own limit.
 */
const member = {
  type: 'object',
  properties: {
    code: procedureCode,
    /** Published for the group where it differs from the procedure's own. */
    legal: limitSchema,
    promised: limitSchema,
    /** Papers that nobody hands in: another member's result is put in their place when it is there. */
    papers: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        properties: {
          /** On this member's checklist. */
          paper: id,
          from: procedureCode,
          /** Among that member's results. */
          result: id,
        },
        required: ['paper', 'from', 'result'],
        additionalProperties: false,
      },
    },
    /** Questions answered once: the answer to `of` in the form of `from` goes into `question` of this member's. */
    answers: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        properties: { question: id, from: procedureCode, of: id },
        required: ['question', 'from', 'of'],
        additionalProperties: false,
      },
    },
  },
  required: ['code'],
  additionalProperties: false,
} as const;

export const groupSchema = {
  type: 'object',
  properties: {
    /** The province's own name for it; the same code again, in a later decision, takes its place. */
    code: { type: 'string', pattern: '^[A-Z0-9][A-Z0-9.-]{1,39}$' },
    /** From this decision on there is no such group; nothing else is said then. */
    ends: { const: true },
    name: localized,
    /** Whose agency leads (cơ quan chủ trì); the receipt bears its dossier's code. */
    lead: procedureCode,
    members: { type: 'array', items: member, minItems: 2, maxItems: 12 },
    note: localized,
  },
  required: ['code'],
  additionalProperties: false,
} as const;

export type GroupItem = FromSchema<typeof groupSchema>;
export type GroupMember = NonNullable<GroupItem['members']>[number];
