import { addDays, at } from '#engine/clock/index.ts';
import type { LoadedPackage } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { Service } from '#engine/service/index.ts';
import { demoAccounts } from './accounts.ts';
import type { SeedClock } from './clock.ts';
import { must, type NationalFile } from './definitions.ts';

const actor = (login: string): Actor => {
  const account = demoAccounts.find((one) => one.login === login);
  if (!account) throw new Error(`no demo account ${login}`);
  const { id, name, unit, roles } = account;
  return { kind: 'staff', id, name, ...(unit === undefined ? {} : { unit }), roles };
};

const SYNCHRONISED = at('2021-07-14', '08:00');

/**
 * Puts the decisions in force the way people do: the day after signing the office's author proposes,
 * another approves, and it is applied; what takes effect later waits for its day.
 */
export const publish = async (
  service: Service,
  clock: SeedClock,
  decisions: readonly LoadedPackage[],
): Promise<void> => {
  const author = actor('vanphong.soan');
  const approver = actor('vanphong.duyet');
  for (const given of decisions) {
    const { number, signedOn } = given.decision;
    const known = await service.store.catalogue.decision(number);
    if (known?.status === 'applied') continue;
    clock.stand(at(addDays(signedOn, 1), '08:30'));
    if (!known) must(`propose ${number}`, await service.catalogue.propose(given, author));
    const { record } = (await service.catalogue.decision(number)) ?? {};
    if (record?.status === 'draft') {
      clock.stand(at(addDays(signedOn, 1), '10:00'));
      must(`approve ${number}`, await service.catalogue.approve(number, record.contentHash, approver));
    }
    clock.stand(at(addDays(signedOn, 1), '10:05'));
    must(`apply ${number}`, await service.catalogue.apply(number, author));
  }
};

/**
 * The national database as the demo synchronised it: where there is more than one version of a procedure, the release
 * in force takes in the first; the newest waits at the office's page.
 */
export const synchronise = async (
  { layers, store }: Service,
  clock: SeedClock,
  national: readonly NationalFile[],
): Promise<void> => {
  clock.stand(SYNCHRONISED);
  for (const { code, version, json } of national) {
    if ((await store.national.versions(code)).length >= version) continue;
    const takenIn = version === 1 && national.some((other) => other.code === code && other.version > 1);
    must(`national ${code}`, await layers.sync(json, { by: actor('vanphong.soan'), takenIn }));
  }
};
