import type { Actor } from '#engine/dossier/index.ts';
import { demoAccounts } from '#seeds/index.ts';

/** Somebody of the demo, by login, as commands name them. */
export const demoActor = (login: string): Actor => {
  const account = demoAccounts.find((each) => each.login === login || each.id === `demo.${login}`);
  if (!account) throw new Error(`no demo account ${login}`);
  const { id, name, kind, unit, roles } = account;
  return { kind, id, name, ...(unit === undefined ? {} : { unit }), roles };
};
