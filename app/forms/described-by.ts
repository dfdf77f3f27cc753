import { errorId, hintId } from './ids.ts';

interface Described {
  readonly id: string;
  readonly options: { readonly description?: unknown };
  readonly rawErrors?: readonly string[] | undefined;
}

/** `aria-describedby` and `aria-invalid` of a control: only ids that are on the page. */
export const description = ({
  id,
  options,
  rawErrors,
}: Described): { 'aria-describedby'?: string; 'aria-invalid'?: true } => {
  const wrong = rawErrors !== undefined && rawErrors.length > 0;
  const ids = [options.description ? hintId(id) : '', wrong ? errorId(id) : ''].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(wrong ? { 'aria-invalid': true } : {}) };
};
