import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mcDescriptor } from '#engine/process/browser.ts';
import { hasShared, said, shared } from '../process/support.ts';
import { launch } from './visitor.ts';

/** As many of each collection, the first in the order of their names, that have a diagram to show. */
const OF_EACH = 20;
const MOST_BYTES = 400_000;

const collections = hasShared
  ? readdirSync(shared('bpmn'), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => name)
  : [];

const filesOf = (collection: string): readonly string[] => {
  const root = path.join(shared('bpmn'), collection);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bpmn'))
    .sort()
    .map((name) => path.join(root, name))
    .filter((file) => {
      const xml = readFileSync(file, 'utf8');
      return xml.length < MOST_BYTES && /<[\w-]*:?BPMNShape\b/.test(xml);
    })
    .slice(0, OF_EACH);
};

/** What a model says, without how it is drawn; undefined where a part of it is not understood: the product refuses that. */
const meaning = async (xml: string): Promise<string | undefined> => {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  if (warnings.length > 0) return undefined;
  const root = rootElement as ModdleElement & { diagrams?: unknown };
  delete root.diagrams;
  return JSON.stringify(said(root));
};

interface Modeler {
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  destroy(): void;
}

describe.skipIf(!hasShared)('foreign models in the modeller (needs ../shared)', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage();
    await page.setContent('<div id="canvas" style="width: 1000px; height: 700px"></div>');
    await page.addScriptTag({
      path: createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-modeler.production.min.js'),
    });
  });
  afterAll(() => browser.close());

  const throughModeller = (xml: string): Promise<{ readonly xml?: string; readonly error?: string }> =>
    page.evaluate(
      async ({ xml: given, descriptor }) => {
        const { BpmnJS } = window as unknown as { BpmnJS: new (options: object) => Modeler };
        const modeler = new BpmnJS({ container: '#canvas', moddleExtensions: { mc: descriptor } });
        try {
          await modeler.importXML(given);
          return { xml: (await modeler.saveXML({ format: true })).xml };
        } catch (error) {
          return { error: String(error) };
        } finally {
          modeler.destroy();
        }
      },
      { xml, descriptor: mcDescriptor },
    );

  it('are a hundred and more', () => {
    expect(collections.flatMap(filesOf).length).toBeGreaterThan(100);
  });

  it.each(collections)('of %s come out of it saying what they said', async (collection) => {
    const changed: string[] = [];
    for (const file of filesOf(collection)) {
      const xml = readFileSync(file, 'utf8');
      const before = await meaning(xml).catch(() => undefined);
      // What no reader takes is refused before the modeller sees it.
      if (before === undefined) continue;
      const { xml: after, error } = await throughModeller(xml);
      const name = path.relative(shared('bpmn'), file);
      if (after === undefined) changed.push(`${name}: ${error ?? ''}`);
      else if ((await meaning(after)) !== before) changed.push(name);
    }
    expect(changed).toEqual([]);
  });
});
