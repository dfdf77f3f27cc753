import { parseArgs } from 'node:util';

/** Flags a command understands: `text` takes a value, `switch` does not. */
export type FlagSpec = Readonly<Record<string, 'text' | 'switch'>>;

export interface Flags<Spec extends FlagSpec> {
  readonly positionals: readonly string[];
  readonly text: { readonly [Name in keyof Spec as Spec[Name] extends 'text' ? Name : never]?: string };
  readonly on: { readonly [Name in keyof Spec as Spec[Name] extends 'switch' ? Name : never]?: boolean };
}

/** Strict: an unknown flag, or a flag without its value, is a sentence for the user. */
export const readFlags = <Spec extends FlagSpec>(args: readonly string[], spec: Spec): Flags<Spec> | string => {
  const options = Object.fromEntries(
    Object.entries(spec).map(([name, kind]) => [
      name,
      { type: kind === 'text' ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const only = (kind: 'string' | 'boolean'): Record<string, unknown> =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === kind));
    return { positionals, text: only('string') as Flags<Spec>['text'], on: only('boolean') as Flags<Spec>['on'] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
