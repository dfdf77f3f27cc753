import type { Command } from './command.ts';

/** Named in the help because the design names them; they say plainly that they are not there yet. */
const later = (name: string, usage: string, summary: string): Command => ({
  name,
  usage,
  summary: `${summary} (not in this version)`,
  run: async (_args, io) => io.wrongUse(`"${name}" chưa có trong phiên bản này / is not in this version.`),
});

export const reportCommands: readonly Command[] = [
  later('report', 'II.06 --from DATE --to DATE [--unit CODE]', 'A statutory table.'),
];
export const simulateCommands: readonly Command[] = [
  later('simulate', '--dossiers N --from DATE --to DATE --seed S', 'A synthetic half-year.'),
];
