import { fail, ok, type Result } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import type { ParsedDefinitions, ParsedProcess } from '../parse/model.ts';

/** The process that a file is about: the one wanted, else the only one that no other calls. */
export const chooseProcess = ({ processes }: ParsedDefinitions, wanted: string | undefined): Result<ParsedProcess> => {
  if (wanted !== undefined) {
    const found = processes.find((process) => process.id === wanted);
    return found ? ok(found) : fail(said.noProcess(wanted));
  }
  const called = new Set(processes.flatMap((process) => process.nodes.flatMap((node) => node.called ?? [])));
  const executable = processes.filter((process) => process.executable && !called.has(process.id));
  const full = processes.filter((process) => process.nodes.length > 0);
  const uncalled = full.filter((process) => !called.has(process.id));
  // Where each is called by another, or by itself, any of them may be meant.
  const candidates = [executable, uncalled, full].find((some) => some.length > 0) ?? [];
  const [only, ...others] = candidates;
  if (!only) return fail(said.noProcess());
  return others.length > 0 ? fail(said.whichProcess(candidates.map((process) => process.id))) : ok(only);
};
