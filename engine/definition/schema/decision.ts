import type { FromSchema } from 'json-schema-to-ts';
import { localDate, localized, procedureCode, releaseNumber } from './common.ts';
import { groupSchema } from './group.ts';
import { organisationSchema } from './organisation.ts';

/**
 * A signed decision (quyết định công bố, or quyết định phê duyệt quy trình nội bộ; NĐ 63/2010 Điều
 * 13–15, TT 01/2018/TT-VPCP Điều 8). `effectiveFrom` is a Vietnamese calendar date: the items take
 * effect at its 00:00, or at the instant given.
 */
const item = {
  type: 'object',
  properties: {
    action: { type: 'string', enum: ['add', 'amend', 'replace', 'repeal'] },
    code: procedureCode,
    /** The release put in force: its number in the file's package or in the store. Absent on repeal. */
    release: releaseNumber,
    /** SHA-256 of the release's content, when the signer wants to bind it. */
    contentHash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    /** `replace`: the codes that end. */
    replaces: { type: 'array', items: procedureCode, minItems: 1, maxItems: 20 },
    /** `repeal`: where people are sent instead. */
    replacedBy: procedureCode,
    /** What becomes of dossiers under way on the release that ends. */
    inFlight: {
      type: 'object',
      properties: {
        policy: { type: 'string', enum: ['keep', 'convert', 'ask'] },
        reason: localized,
        /** `ask`: calendar days in which the applicant may answer (10 unless said), and what is done without an answer (keep unless said). */
        answerDays: { type: 'integer', minimum: 1, maximum: 90 },
        otherwise: { type: 'string', enum: ['convert', 'keep'] },
      },
      required: ['policy'],
      additionalProperties: false,
    },
    note: localized,
  },
  required: ['action', 'code'],
  additionalProperties: false,
} as const;

export const decisionSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'motcua/decision@1',
  type: 'object',
  properties: {
    format: { const: 'motcua/decision@1' },
    number: { type: 'string', pattern: '^[0-9]{1,6}[a-z]?/[0-9A-Za-zĐđ/-]{2,40}$' },
    kind: { type: 'string', enum: ['publication', 'process-approval', 'reorganisation'] },
    title: localized,
    signedOn: localDate,
    signer: {
      type: 'object',
      properties: { name: { type: 'string', minLength: 1, maxLength: 200 }, title: { type: 'string', maxLength: 200 } },
      required: ['name'],
      additionalProperties: false,
    },
    /** `2021-07-01` (00:00 in Vietnam) or an instant with its offset. */
    effectiveFrom: {
      type: 'string',
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?$',
    },
    basis: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        properties: {
          number: { type: 'string', minLength: 1, maxLength: 200 },
          name: localized,
          /** Of a ministry's decision: how long the province took is counted from it. */
          signedOn: localDate,
          effectiveFrom: localDate,
        },
        required: ['number'],
        additionalProperties: false,
      },
    },
    /** A procedure that comes into force before its internal process is approved: run on the generated process, or wait. */
    untilProcessApproved: { type: 'string', enum: ['generated', 'wait'] },
    /** A correction: number of the applied decision whose items were wrong, from `effectiveFrom` (which may be past) to where they end. */
    corrects: { type: 'string', pattern: '^[0-9]{1,6}[a-z]?/[0-9A-Za-zĐđ/-]{2,40}$' },
    /** None in a reorganisation, which has `organisation` instead, nor where only `groups` are published. */
    items: { type: 'array', items: item, maxItems: 2000 },
    /** Groups of linked procedures that it publishes, changes or ends. */
    groups: { type: 'array', items: groupSchema, maxItems: 200 },
    /** `reorganisation`: what becomes of units, and of procedures and people with them. */
    organisation: organisationSchema,
  },
  required: ['format', 'number', 'kind', 'signedOn', 'effectiveFrom', 'items'],
  additionalProperties: false,
} as const;

export type Decision = FromSchema<typeof decisionSchema>;
export type OrganisationChange = NonNullable<Decision['organisation']>;
export type UnitChange = OrganisationChange['changes'][number];
export type DecisionItem = Decision['items'][number];
export type DecisionAction = DecisionItem['action'];
export type InFlightPolicy = NonNullable<DecisionItem['inFlight']>['policy'];
