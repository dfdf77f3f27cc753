import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedPackage } from '#engine/definition/index.ts';
import { localDate, addDays } from '#engine/clock/index.ts';
import { createService, demoClock } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { must, seed } from '#seeds/index.ts';
import { demoActor } from './demo-actor.ts';

/** What the citizens of the browser tests find, made before the server starts. */
export interface CitizenStage {
  readonly data: string;
  /** Nguyễn Văn An's dossier with an open request for a supplement. */
  readonly toSupply: string;
  /** His dossier that may still be withdrawn. */
  readonly toWithdraw: string;
  /** His settled dossier. */
  readonly settled: { readonly id: string; readonly code: string };
  /** His draft of a procedure that is repealed on {@link repealedOn}. */
  readonly draft: string;
  readonly repealedOn: string;
}

const AN = 'demo.nguyen-van-an';
const REPEALED = '1.000656';

/** The demo, with one request for a supplement more and a repeal that is still to come. */
export const citizenStage = async (): Promise<CitizenStage> => {
  const data = mkdtempSync(join(tmpdir(), 'motcua-citizen-'));
  const store = await openSqliteStore({ path: join(data, 'motcua.sqlite'), filesDir: join(data, 'files') });
  await seed({ store });
  const clock = await demoClock(store);
  const service = await createService({ store, clock });
  const { rows } = await store.dossiers.list({ account: AN, order: 'newest', limit: 50, offset: 0 });
  const one = (procedure: string, status: string): { readonly id: string; readonly code: string } => {
    const found = rows.find((row) => row.procedure === procedure && row.status === status);
    if (!found) throw new Error(`the seeds have no ${status} dossier of ${procedure}`);
    return found;
  };

  const asked = one('1.001193', 'submitted');
  const clerk = demoActor('thoxuong.motcua');
  const run = async (
    command: Parameters<typeof service.dossiers.execute>[0]['command'],
    key: string,
  ): Promise<void> => {
    must(key, await service.dossiers.execute({ dossier: asked.id, command, actor: clerk, key }));
  };
  await run({ type: 'accept' }, 'stage-accept');
  await run(
    {
      type: 'ask-supplement',
      papers: [{ paper: 'birth-certificate-notice', what: 'Ảnh chụp mờ, không đọc được ngày sinh' }],
      reason: 'Cần bản rõ để đối chiếu',
    },
    'stage-ask',
  );

  const today = localDate(clock.now());
  const repealedOn = addDays(today, 5);
  const repeal: LoadedPackage = {
    decision: {
      format: 'motcua/decision@1',
      number: '9199/QĐ-UBND',
      kind: 'publication',
      title: { vi: 'Quyết định bãi bỏ một thủ tục để kiểm thử' },
      signedOn: today,
      signer: { name: 'Người ký kiểm thử', title: 'CHỦ TỊCH' },
      effectiveFrom: repealedOn,
      items: [{ action: 'repeal', code: REPEALED, inFlight: { policy: 'keep', reason: { vi: 'Giải quyết nốt' } } }],
    },
    releases: [],
  };
  const author = demoActor('vanphong.soan');
  const proposed = must('propose', await service.catalogue.propose(repeal, author));
  must('approve', await service.catalogue.approve('9199/QĐ-UBND', proposed.contentHash, demoActor('vanphong.duyet')));
  must('apply', await service.catalogue.apply('9199/QĐ-UBND', author));
  const draft = must(
    'draft',
    await service.drafts.start({ procedure: REPEALED, owner: AN, channel: 'online', receivingUnit: 'H02.07201' }),
  );
  const stage = {
    data,
    toSupply: asked.code,
    toWithdraw: one('3.000333', 'submitted').code,
    settled: one('1.001193', 'returned'),
    draft: `/nop/${REPEALED}/${draft.id}`,
    repealedOn,
  };
  await store.close();
  return stage;
};
