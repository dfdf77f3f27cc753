import { createContext, useContext } from 'react';
import type { TypeEnvironment } from '#engine/expression/browser.ts';
import type { Json, Path } from '#engine/studio/index.ts';

/** A name that a condition may use, in words. */
export interface ConditionName {
  readonly name: string;
  readonly label: string;
  readonly kind: 'string' | 'number' | 'boolean' | 'date' | 'list' | 'other';
  /** What it may be equal to, where that is known. */
  readonly values?: readonly { readonly value: string; readonly label: string }[];
}

/** What every field of the studio may need beside its own value. */
export interface StudioFieldContext {
  readonly names: readonly ConditionName[];
  readonly environment: TypeEnvironment;
  readonly cases: readonly { readonly value: string; readonly label: string }[];
  readonly lists: readonly { readonly value: string; readonly label: string }[];
  /** Units of the province, by code. */
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  /** Whether anything here may be changed by who looks at it. */
  readonly editable: boolean;
  readonly english: boolean;
  /** Whether a place is the nation's word: shown, and not changed here. */
  readonly isNational: (path: Path) => boolean;
  /** An id that nothing in the draft has. */
  readonly newId: (stem: string) => string;
  /** Puts a value at a path of the draft; `undefined` takes it away. */
  readonly put: (path: Path, value: Json | undefined) => void;
}

export const StudioFields = createContext<StudioFieldContext | undefined>(undefined);

export const useStudioFields = (): StudioFieldContext => {
  const found = useContext(StudioFields);
  if (!found) throw new Error('outside of the studio');
  return found;
};
