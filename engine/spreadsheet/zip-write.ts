import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of these files. No dates: the same content gives the same bytes. */
export const writeZip = (files: readonly { readonly name: string; readonly content: string }[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const bytes = Buffer.from(content, 'utf8');
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([word(0x04034b50), common, title, packed]);
    const entry = Buffer.concat([word(0x02014b50), short(20), common, Buffer.alloc(10), word(at), title]);
    parts.push(local);
    directory.push(entry);
    at += local.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.concat([
    word(0x06054b50),
    short(0),
    short(0),
    short(files.length),
    short(files.length),
    word(size),
    word(at),
    short(0),
  ]);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
};

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const short = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
