import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const bundled = async (
  entry: string,
): Promise<{ readonly bytes: number; readonly inputs: readonly string[]; readonly text: string }> => {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const text = result.outputFiles[0]?.text ?? '';
  return { bytes: gzipSync(text).length, inputs: Object.keys(result.metafile.inputs), text };
};

describe('what browsers get', () => {
  it.each(['engine/form/browser.ts', 'engine/expression/browser.ts'])(
    '%s has no parser, no AJV, no made code, and is small',
    async (entry) => {
      const { bytes, inputs, text } = await bundled(entry);
      expect(inputs.filter((path) => path.includes('node_modules'))).toEqual([]);
      expect(text).not.toMatch(/\beval\(|new Function/);
      expect(bytes).toBeLessThan(15_500);
    },
  );
});
