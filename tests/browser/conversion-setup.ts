import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '#engine/clock/index.ts';
import { loadRelease, type Decision, type Release } from '#engine/definition/index.ts';
import { createService } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { must, seed } from '#seeds/index.ts';
import { demoActor } from './demo-actor.ts';

export interface ConversionStage {
  readonly data: string;
  readonly number: string;
  /** A dossier of a citizen with an account that will be asked about. */
  readonly asked: { readonly code: string; readonly phone: string };
  readonly total: number;
}

const amended = (release: Release, number: number): Release => {
  const { code, procedure, form, process } = release;
  const loaded = loadRelease({
    code,
    number,
    procedureJson: { ...procedure, description: { vi: 'Nội dung được làm rõ hơn' } },
    ...(form ? { formJson: form } : {}),
    ...(process === undefined ? {} : { processXml: process }),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};

/** The demo, and a proposed decision under which every running dossier is converted or its applicant is asked. */
export const conversionStage = async (): Promise<ConversionStage> => {
  const data = mkdtempSync(join(tmpdir(), 'motcua-conversion-'));
  const store = await openSqliteStore({ path: join(data, 'motcua.sqlite'), filesDir: join(data, 'files') });
  await seed({ store });
  const now = at('2021-07-26', '08:00');
  const service = await createService({ store, clock: { now: () => now }, verify: async () => ({ problems: [] }) });
  const page = await store.dossiers.list({ limit: 500, offset: 0 });
  const states = (await Promise.all(page.rows.map(({ id }) => store.dossiers.load(id)))).flatMap((one) => one ?? []);
  const running = states.filter(({ status }) => ['submitted', 'processing', 'supplement'].includes(status));
  const asked = running.find(({ applicant }) => applicant.account !== undefined);
  if (!asked) throw new Error('the demo has no running dossier of an account');
  const codes = [...new Set([asked.procedure, ...running.map(({ procedure }) => procedure)])].slice(0, 3);
  const releases: Release[] = [];
  for (const code of codes) {
    const entry = await store.catalogue.inForce(code, at('2021-08-01', '00:00'));
    const release = entry && (await store.releases.byNumber(code, entry.number));
    if (release) releases.push(amended(release, release.number + 50));
  }
  const decision: Decision = {
    format: 'motcua/decision@1',
    number: '9903/QĐ-UBND',
    kind: 'publication',
    title: { vi: 'Sửa đổi thủ tục đang có hồ sơ' },
    signedOn: '2021-07-20',
    signer: { name: 'Người ký của bản trình diễn' },
    effectiveFrom: '2021-08-01',
    items: releases.map(({ code, number }) => ({
      action: 'amend',
      code,
      release: number,
      inFlight:
        code === asked.procedure
          ? {
              policy: 'ask',
              reason: { vi: 'Quy định mới có lợi hơn cho người nộp' },
              answerDays: 10,
              otherwise: 'keep',
            }
          : { policy: 'convert', reason: { vi: 'Luật yêu cầu áp dụng ngay' } },
    })),
  };
  must('propose', await service.catalogue.propose({ decision, releases }, demoActor('vanphong.soan')));
  const person = await store.people.byId(asked.applicant.account ?? '');
  await store.close();
  return {
    data,
    number: decision.number,
    asked: { code: asked.code, phone: person?.phone ?? '' },
    total: running.filter(({ procedure }) => codes.includes(procedure)).length,
  };
};
