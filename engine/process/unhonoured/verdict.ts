/**
 * What becomes of something that a file says beside BPMN, or of BPMN that is valid and not carried out:
 * - `read`: carried out as written;
 * - `harmless`: says nothing about what happens (drawing, technique of another engine, notes);
 * - `noted`: kept in the file and not used; a person is told;
 * - `declined`: would change what happens. A release is refused; a headless run of a foreign file is warned;
 * - `refused`: would change the way that is taken. Refused everywhere.
 */
export type Verdict = 'read' | 'harmless' | 'noted' | 'declined' | 'refused';

/** By local name; `name@kind` and `name@event`, `name@gateway` go before the plain name. */
export type Verdicts = Readonly<Record<string, Verdict>>;

export const listed = (verdict: Verdict, names: string): Verdicts =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, verdict]));
