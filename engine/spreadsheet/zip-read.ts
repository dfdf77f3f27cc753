import { inflateRawSync } from 'node:zlib';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { sheetProblems as say } from './messages.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const FILES = 500;
/** Unpacked bytes of all files together: a packed bomb is refused, not unpacked. */
const UNPACKED = 60_000_000;

/** The files of a zip archive by name. Refuses what is not one, encrypted parts, and more than 60 MB unpacked. */
export const readZip = (bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return fail(say.notAZip());
  const files = new Map<string, Uint8Array>();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let left = UNPACKED;
  if (count > FILES) return fail(say.zipTooLarge());
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return fail(say.notAZip());
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if ((flags & 1) === 1 || size > left) return fail(size > left ? say.zipTooLarge() : say.notAZip());
    if (start + 30 > bytes.length || view.getUint32(start, true) !== LOCAL) return fail(say.notAZip());
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const content = unpack(bytes.subarray(from, from + packed), method, left);
    if (!content) return fail(say.notAZip());
    left -= content.length;
    files.set(name, content);
  }
  return ok(files);
};

/** The directory's end stands within the last 64 kB. */
const endOf = (view: DataView): number | undefined => {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
};

const unpack = (bytes: Uint8Array, method: number, most: number): Uint8Array | undefined => {
  if (method === 0) return bytes;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
};
