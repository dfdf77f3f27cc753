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
 * The seal of a release: SHA-256 over the canonical JSON of `{ procedure, form?, templates? }`,
 * then, where there is a process, a NUL byte (which no canonical JSON contains) and the UTF-8 bytes
 * of its BPMN as they stand. The release's number is not content and is left out.
 */
export const releaseHash = ({ procedure, form, process, templates }: HashedParts): ContentHash => {
  const named = templates && Object.keys(templates).length > 0 ? { templates } : {};
  const hash = createHash('sha256').update(canonicalJson({ procedure, ...(form ? { form } : {}), ...named }));
  if (process !== undefined) hash.update('\u0000').update(process, 'utf8');
  return hash.digest('hex');
};
