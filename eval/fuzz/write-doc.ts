import { writeCompound } from './write-compound.ts';

const TEXT_AT = 1_024;

interface DocParts {
  /** As Word keeps it: `\r` ends a paragraph, `\u0007` a cell. */
  readonly body: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly isLocked?: boolean;
  /** Number of the form of Word; 193 is that of Word 97. */
  readonly form?: number;
  readonly title?: string;
}

/** The smallest file that is a Word document of the old binary form (MS-DOC): one piece of text and no properties of it. */
export function writeDoc({ body, footnotes = '', comments = '', isLocked = false, form = 193, title }: DocParts): Buffer {
  const text = Buffer.from(`${body}${footnotes}${comments}\r`, 'utf16le');
  const main = Buffer.concat([Buffer.alloc(TEXT_AT), text]);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(form, 2);
  main.writeUInt16LE(0x0200 | (isLocked ? 0x0100 : 0), 10);
  main.writeUInt32LE(body.length, 0x4c);
  main.writeUInt32LE(footnotes.length, 0x50);
  main.writeUInt32LE(comments.length, 0x5c);
  const table = Buffer.alloc(21);
  main.writeUInt32LE(0, 0x01a2);
  main.writeUInt32LE(table.length, 0x01a6);
  table[0] = 2;
  table.writeUInt32LE(16, 1);
  table.writeUInt32LE(text.length / 2, 9);
  table.writeUInt32LE(TEXT_AT, 15);
  return writeCompound({
    WordDocument: main,
    '1Table': table,
    ...(title === undefined ? {} : { '\u0005SummaryInformation': summary(title) }),
  });
}

/** Properties that say the title alone, in UTF-8 (MS-OLEPS). */
function summary(title: string): Buffer {
  const words = Buffer.from(`${title}\0`);
  const bytes = Buffer.alloc(48 + 24 + 8 + 8 + words.length);
  bytes.writeUInt32LE(48, 44);
  for (const [at, value] of [
    [4, 2],
    [8, 1],
    [12, 24],
    [16, 2],
    [20, 32],
    [24, 2],
    [28, 65_001],
    [32, 30],
    [36, words.length],
  ] as const)
    bytes.writeUInt32LE(value, 48 + at);
  words.copy(bytes, 48 + 40);
  return bytes;
}
