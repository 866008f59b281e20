import type { Compound } from './open-compound.ts';

const SUMMARY = '\u0005SummaryInformation';
const CODE_PAGE = 1;
const TITLE = 2;
const BYTE_STRING = 30;
const WIDE_STRING = 31;
const UTF_16 = 1_200;
/** Windows code pages by the names that decoders give them. */
const DECODERS: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 65001: 'utf-8' };

/** Title in the properties of an old Office file (MS-OLEPS 2.21), if it says one that can be read. */
export async function readSummaryTitle(source: Compound): Promise<string | undefined> {
  const bytes = await source.readStream(SUMMARY);
  if (bytes === undefined || bytes.length < 48) return undefined;
  const set = bytes.readUInt32LE(44);
  const wordAt = (at: number): number => (at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0);
  const places = new Map<number, number>();
  const count = Math.min(wordAt(set + 4), Math.floor(bytes.length / 8));
  for (let index = 0; index < count; index += 1) places.set(wordAt(set + 8 + 8 * index), set + wordAt(set + 12 + 8 * index));
  const titleAt = places.get(TITLE);
  if (titleAt === undefined) return undefined;
  const pageAt = places.get(CODE_PAGE);
  const codePage = pageAt === undefined ? undefined : wordAt(pageAt + 4) & 0xffff;
  const type = wordAt(titleAt);
  const length = wordAt(titleAt + 4) * (type === WIDE_STRING ? 2 : 1);
  if (type !== BYTE_STRING && type !== WIDE_STRING) return undefined;
  const written = bytes.subarray(titleAt + 8, titleAt + 8 + length);
  const title = decode(written, type === WIDE_STRING ? UTF_16 : codePage)
    .replace(/\0.*$/su, '')
    .trim();
  return title === '' || title.includes('\ufffd') ? undefined : title;
}

function decode(bytes: Buffer, codePage: number | undefined): string {
  if (codePage === UTF_16) return bytes.toString('utf16le');
  return new TextDecoder(DECODERS[codePage ?? 0] ?? 'windows-1252').decode(bytes);
}
