import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import QRCode from 'qrcode';
import type { Instant } from '#engine/clock/index.ts';
import { localDate } from '#engine/clock/index.ts';
import { formOn, papersManifest } from './manifest.ts';
import { papersRoot } from './root.ts';
import type { PaperDataOf, PaperKind } from './types.ts';

let compiler: NodeCompiler | undefined;

/** One compiler for the process; Tinos has the metrics of Times New Roman and all Vietnamese letters. */
const typst = (): NodeCompiler => {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  compiler ??= NodeCompiler.create({ workspace: papersRoot(), fontArgs: [{ fontPaths: [fonts] }] });
  return compiler;
};

const qrSvg = async (text: string): Promise<string> =>
  text === '' ? '' : await QRCode.toString(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });

const withQr = async <Data extends { readonly head: { readonly verifyUrl: string } }>(data: Data) => ({
  ...data,
  head: { ...data.head, qr: await qrSvg(data.head.verifyUrl) },
});

/**
 * The paper as a tagged PDF (PDF/UA-1), in the form in force at `issuedAt`. Data reaches the template
 * as JSON through `sys.inputs`, never as source, so a typed `#` or `[` stays a character.
 * Throws when that day's set has no such form, or when the template is broken: both are faults of the installation.
 */
export const renderPaper = async <Kind extends PaperKind>(
  kind: Kind,
  data: PaperDataOf[Kind],
  issuedAt: Instant,
): Promise<Uint8Array> => {
  const form = formOn(await papersManifest(), kind, localDate(issuedAt));
  if (!form) throw new Error(`no form "${kind}" is in force on ${localDate(issuedAt)}`);
  const more = 'more' in data ? { more: await Promise.all(data.more.map(withQr)) } : {};
  const inputs = { data: JSON.stringify({ ...(await withQr(data)), ...more, form }) };
  const result = typst().compile({ mainFilePath: join(papersRoot(), form.template), inputs });
  const document = result.result;
  if (!document) {
    const failure = result.takeError();
    throw new Error(`${form.template}: ${JSON.stringify(failure?.shortDiagnostics ?? 'not compiled')}`);
  }
  const pdf = typst().pdf(document, {
    pdfStandard: 'ua-1',
    creationTimestamp: Math.floor(Date.parse(issuedAt) / 1000),
  });
  typst().evictCache(20);
  return new Uint8Array(pdf);
};
