import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ContentHash } from './release.ts';
import type { FormDefinition } from './schema/form.ts';
import type { Procedure } from './schema/procedure.ts';

export interface HashedParts {
  readonly procedure: Procedure;
  readonly form?: FormDefinition | undefined;
  readonly process?: string | undefined;
  readonly templates?: Readonly<Record<string, string>> | undefined;
}

/** RFC 8785: one spelling for one value, whatever the order of keys and the form of numbers. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
};

/** Lower-case hex SHA-256 of the canonical JSON. */
export const jsonHash = (value: unknown): ContentHash =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

/**
 * What the seal of a release is taken of: the canonical JSON of `{ procedure, form?, templates? }`,
 * then, where there is a process, a NUL byte (which no canonical JSON contains) and the UTF-8 bytes
 * of its BPMN as they stand. The release's number is not content and is left out.
 */
export const sealedBytes = ({ procedure, form, process, templates }: HashedParts): Uint8Array => {
  const named = templates && Object.keys(templates).length > 0 ? { templates } : {};
  const text = canonicalJson({ procedure, ...(form ? { form } : {}), ...named });
  return Buffer.from(process === undefined ? text : `${text}\u0000${process}`, 'utf8');
};

/** The seal of a release: SHA-256 over its {@link sealedBytes}. */
export const releaseHash = (parts: HashedParts): ContentHash =>
  createHash('sha256').update(sealedBytes(parts)).digest('hex');
