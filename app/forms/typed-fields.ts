/** What was typed by somebody whose session ended meanwhile: names and values, files left out. */
export interface TypedFields {
  readonly fields: readonly (readonly [string, string])[];
}

export const isTypedFields = (value: unknown): value is TypedFields =>
  typeof value === 'object' && value !== null && 'fields' in value && Array.isArray(value.fields);
