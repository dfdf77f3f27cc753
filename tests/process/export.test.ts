import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import { compileProcess, exportProcess, parseProcess } from '#engine/process/index.ts';
import { bpmn, flows, hasShared, said, shared } from './support.ts';

const plain = new BpmnModdle();

const contentOf = async (xml: string): Promise<string> => JSON.stringify(said((await plain.fromXML(xml)).rootElement));

describe('writing a process out again', () => {
  it('keeps documentation, vendor attributes and extensions, and gives the same bytes the second time', async () => {
    const xml = bpmn(
      '<documentation>Quy trình “thử”</documentation><startEvent id="s"/><userTask id="t" camunda:assignee="a" mc:role="clerk" name="Xem &amp; xét"><documentation>Vì sao</documentation><extensionElements><zeebe:formDefinition formId="f"/><camunda:properties><camunda:property name="n" value="v"/></camunda:properties></extensionElements></userTask><endEvent id="e"/><textAnnotation id="n"><text>ghi chú</text></textAnnotation>' +
        flows('s>t t>e'),
    );
    const once = await exportProcess(xml);
    if (!once.ok) throw new Error(JSON.stringify(once.problems));
    expect(await contentOf(once.value)).toBe(await contentOf(xml));
    const twice = await exportProcess(once.value);
    expect(twice.ok && twice.value).toBe(once.value);
  });

  it('keeps the ends of lines as they are, in texts and in names', async () => {
    const xml = bpmn(
      '<startEvent id="s"/><userTask id="t" name="một&#13;&#10;hai&#10;ba"><documentation>một&#13;&#10;hai&#13;ba</documentation></userTask><endEvent id="e"/>' +
        flows('s>t t>e'),
    );
    const once = await exportProcess(xml);
    if (!once.ok) throw new Error(JSON.stringify(once.problems));
    expect(await contentOf(once.value)).toBe(await contentOf(xml));
    expect(await contentOf(once.value)).toContain('một\\r\\nhai\\rba');
  });

  it('refuses rather than leaves out', async () => {
    const refused = await exportProcess(bpmn('<madeUp/>'));
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['process.xml.warning']);
  });

  it.skipIf(!hasShared)(
    'loses nothing of any foreign file; and each compiles or is refused by name (needs ../shared)',
    async () => {
      const root = shared('bpmn');
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
        // The industrial models are all alike and read in other tests; two are larger than a release may be.
        (name) => name.endsWith('.bpmn') && !name.startsWith('ibm-soundness') && !/[45]00\.bpmn$/.test(name),
      );
      const lost: string[] = [];
      const nameless: string[] = [];
      for (const file of files) {
        const xml = readFileSync(path.join(root, file), 'utf8');
        const parsed = await parseProcess(xml);
        const problems = parsed.ok
          ? parsed.value.processes.flatMap(({ id }) => {
              const graph = compileProcess(parsed.value, { process: id });
              return graph.ok ? [] : graph.problems;
            })
          : parsed.problems;
        if (problems.some(({ code, message }) => code === '' || message.vi === '' || message.en === undefined))
          nameless.push(file);
        const written = await exportProcess(xml);
        if (!written.ok) continue;
        if ((await contentOf(written.value)) !== (await contentOf(xml))) lost.push(file);
        const again = await parseProcess(written.value);
        if (JSON.stringify(parsed) !== JSON.stringify(again)) lost.push(`${file} (as we read it)`);
      }
      expect(files.length).toBeGreaterThan(2_000);
      expect(nameless).toEqual([]);
      expect(lost).toEqual([]);
    },
    180_000,
  );
});
