import type { FromSchema } from 'json-schema-to-ts';
import type { Problem } from '#engine/result/index.ts';
import { parseDossierCode } from '#engine/dossier/index.ts';
import * as say from './problems.ts';

/**
 * `motcua/peers@1`: systems of ministries that may send dossiers. `codes` are shapes of their codes: `A` a
 * capital letter, `9` a digit, `X` either, anything else itself. Shapes, not patterns: reading one takes time
 * that grows with its length and with nothing else.
 */
export const peersSchema = {
  type: 'object',
  properties: {
    format: { const: 'motcua/peers@1' },
    peers: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
          name: { type: 'string', minLength: 1, maxLength: 200 },
          codes: {
            type: 'array',
            minItems: 1,
            maxItems: 20,
            items: { type: 'string', pattern: '^[A-Z0-9.-]{6,35}$' },
          },
          /** Procedures of which it may send dossiers; absent: of all. */
          procedures: { type: 'array', minItems: 1, items: { type: 'string', maxLength: 40 } },
          /** Where changes of status go, by POST; absent: they wait until an address is set. */
          statusUrl: { type: 'string', pattern: '^https?://', maxLength: 500 },
        },
        required: ['id', 'name', 'codes'],
        additionalProperties: false,
      },
    },
    /** Where money is paid on line; absent: at the counter or through a bank only. */
    payment: {
      type: 'object',
      properties: {
        id: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
        name: { type: 'string', minLength: 1, maxLength: 200 },
        /** Takes `motcua/payment-request@1` by POST and answers `{ "url": … }`; absent: only the demo has one. */
        requestUrl: { type: 'string', pattern: '^https?://', maxLength: 500 },
      },
      required: ['id', 'name'],
      additionalProperties: false,
    },
  },
  required: ['format', 'peers'],
  additionalProperties: false,
} as const;

export type PeersFile = FromSchema<typeof peersSchema>;
export type Peer = PeersFile['peers'][number];
export type PaymentPlatform = NonNullable<PeersFile['payment']>;

const DIGIT = /^[0-9]$/;
const LETTER = /^[A-Z]$/;

const fitsCharacter = (character: string, wanted: string): boolean => {
  if (wanted === '9') return DIGIT.test(character);
  if (wanted === 'A') return LETTER.test(character);
  if (wanted === 'X') return DIGIT.test(character) || LETTER.test(character);
  return character === wanted;
};

export const fitsShape = (code: string, shape: string): boolean =>
  code.length === shape.length && [...code].every((character, place) => fitsCharacter(character, shape[place] ?? ''));

/** Our own scheme, whatever its day and number: reserved for dossiers that are given their code here. */
const OURS = /^[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Z][0-9]{2}-[0-9]{6}-[0-9]{4,}$/;

/** Why a peer may not send a dossier with this code. */
export const codeShapeProblem = (peer: Peer, code: string): Problem | undefined => {
  if (OURS.test(code) || parseDossierCode(code) !== undefined) return say.ownCode(code);
  return peer.codes.some((shape) => fitsShape(code, shape)) ? undefined : say.otherCode(code, peer.codes);
};
