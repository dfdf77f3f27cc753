import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '#engine/clock/index.ts';
import { loadRelease, type Decision, type Release } from '#engine/definition/index.ts';
import { createService } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { must, seed } from '#seeds/index.ts';
import { demoActor } from './demo-actor.ts';
import { goodRelease } from '../definition/corpus.ts';
import { conditional, flows } from '../process/support.ts';

export interface FindingsStage {
  readonly data: string;
  /** A decision file with the same faulty release, to be looked at before it is published. */
  readonly file: string;
  readonly faulty: string;
}

const step = (id: string, name: string, role: string): string =>
  `<userTask id="${id}" name="${name}" mc:role="${role}" mc:unit="receiving"/>`;

/** A dossier with 50 guests finds no way at the gateway. */
const process = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:mc="urn:motcua:bpmn:1" id="d" targetNamespace="urn:test"><process id="p" isExecutable="true">
  <startEvent id="start" name="Nộp hồ sơ"/>${step('check', 'Thẩm tra hồ sơ', 'officer')}
  <exclusiveGateway id="size" name="Quy mô sự kiện"/>${step('small', 'Trình lãnh đạo phòng', 'head')}
  ${step('big', 'Lấy ý kiến công an', 'officer')}${step('sign', 'Ký kết quả', 'leader').replace('/>', ' mc:act="sign"/>')}
  <endEvent id="end" name="Trả kết quả"/>
  ${flows('start>check check>size small>sign big>sign sign>end')}
  ${conditional('size', 'small', 'form.guests < 50')}${conditional('size', 'big', 'form.guests > 50')}
</process></definitions>`;

const label = (vi: string): { readonly label: { readonly vi: string } } => ({ label: { vi } });

const form = {
  format: 'motcua/form@1',
  kind: 'pages',
  pages: [
    {
      id: 'event',
      title: { vi: 'Sự kiện' },
      questions: [
        { id: 'name', type: 'text', ...label('Tên sự kiện'), required: true, maxLength: 200 },
        {
          id: 'guests',
          type: 'number',
          ...label('Số khách dự kiến'),
          required: true,
          decimals: 0,
          minimum: 1,
          maximum: 500,
        },
        { id: 'outdoor', type: 'yes-no', ...label('Tổ chức ngoài trời'), required: true },
        {
          id: 'stage',
          type: 'text',
          ...label('Mô tả sân khấu'),
          when: 'form.guests < 10 and form.guests > 90',
          maxLength: 200,
        },
      ],
    },
    {
      id: 'contact',
      title: { vi: 'Người liên hệ' },
      questions: [{ id: 'contact', type: 'text', ...label('Họ và tên'), required: true, maxLength: 100 }],
    },
  ],
};

export const faultyRelease = (code: string): Release => {
  const { procedure } = goodRelease();
  const loaded = loadRelease({
    code,
    number: 1,
    procedureJson: {
      ...procedure,
      code,
      name: { vi: 'Chấp thuận tổ chức sự kiện' },
      cases: [],
      none: [...(procedure.none ?? []), 'cases'],
    },
    formJson: form,
    processXml: process,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};

const decisionOf = (number: string, release: Release, signedOn: string, effectiveFrom: string): Decision => ({
  format: 'motcua/decision@1',
  number,
  kind: 'publication',
  title: { vi: 'Công bố thủ tục về sự kiện' },
  signedOn,
  signer: { name: 'Người ký của bản trình diễn' },
  effectiveFrom,
  items: [{ action: 'add', code: release.code, release: release.number }],
});

/** The demo with one procedure in force that was published before anything checked it, and a draft like it. */
export const findingsStage = async (): Promise<FindingsStage> => {
  const data = mkdtempSync(join(tmpdir(), 'motcua-findings-'));
  const store = await openSqliteStore({ path: join(data, 'motcua.sqlite'), filesDir: join(data, 'files') });
  await seed({ store });
  const service = await createService({
    store,
    clock: { now: () => at('2021-07-02', '08:00') },
    verify: async () => ({ problems: [] }),
  });
  const faulty = faultyRelease('9.000901');
  const decision = decisionOf('9901/QĐ-UBND', faulty, '2021-07-01', '2021-07-10');
  const author = demoActor('vanphong.soan');
  const proposed = must('propose', await service.catalogue.propose({ decision, releases: [faulty] }, author));
  must('approve', await service.catalogue.approve(decision.number, proposed.contentHash, demoActor('vanphong.duyet')));
  must('apply', await service.catalogue.apply(decision.number, author));
  await store.close();
  const draft = faultyRelease('9.000902');
  const file = join(data, 'du-thao.json');
  const { code, number, procedure } = draft;
  writeFileSync(
    file,
    JSON.stringify({
      format: 'motcua/package@1',
      decision: decisionOf('9902/QĐ-UBND', draft, '2021-07-15', '2021-08-01'),
      releases: [{ code, number, procedure, form: draft.form, process: draft.process }],
    }),
  );
  return { data, file, faulty: faulty.code };
};
