import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Format, failed, ok, type Result } from '../kernel/index.ts';
import { openArchive } from './archive/open-archive.ts';
import { detectCompound } from './detect-compound.ts';
import { detectTextFormat, isMarkedText } from './detect-text-format.ts';
import { BINARY_MARK } from './drawings/dxf/read-tags.ts';
import { READ_FORMATS, type ReadFault } from './parser/read-fault.ts';
import { pictureFormat } from './raster/picture-format.ts';

/** file-type looks at the first 4,100 bytes. */
const HEAD_BYTES = 4_100;
/** Readers of PDF accept its mark anywhere in the first kilobyte. */
const PDF_MARK_WITHIN = 1_024;
const PACKAGE_PARTS: Readonly<Record<string, Format | string>> = {
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx',
  'content.xml': 'an OpenDocument file',
  mimetype: 'an OpenDocument or EPUB file',
};
const DWG_REASON =
  'The file is a DWG drawing, which is not read. Open it in the program that drew it, save it as DXF of any version ' +
  '(in AutoCAD and its like: SAVEAS or DXFOUT) and send that.';
/** By the ending that file-type gives. */
const PICTURES: Readonly<Record<string, Format>> = { png: 'png', apng: 'png', jpg: 'jpeg', tif: 'tiff' };
const LISTED_ENTRIES = 20_000;

/**
 * Format of a file by its content; the ending of the name decides only between the kinds of text (CSV, HTML, Markdown, reStructuredText, plain text), and only where
 * the content fits more than one. A file of no supported format gives a fault that names what it seems to be.
 */
export async function detectFormat(path: string, fileName: string): Promise<Result<Format, ReadFault>> {
  if ((await stat(path)).size === 0) return failed({ outcome: 'empty', reason: 'The file has no content (0 bytes).' });
  const head = await readHead(path);
  if (head.subarray(0, PDF_MARK_WITHIN).includes('%PDF-')) return ok('pdf');
  const ending = extname(fileName).toLowerCase();
  if (isMarkedText(head)) return detectTextFormat(path, head, ending);
  if (head.subarray(0, BINARY_MARK.length).equals(BINARY_MARK)) return ok('dxf');
  if (isDwg(head)) return failed({ outcome: 'unsupported-format', reason: DWG_REASON });
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(head);
  if (isZip(head)) return detectPackage(path);
  if (type?.ext === 'cfb') return detectCompound(path);
  const picture = type === undefined ? undefined : PICTURES[type.ext];
  if (picture !== undefined) return ok(picture);
  // The directory of a TIFF may stand at its end, where file-type does not look: programs write it behind the pictures.
  if (type === undefined && pictureFormat(head) === 'tiff') return ok('tiff');
  if (type !== undefined && !type.mime.startsWith('text/') && type.ext !== 'xml') {
    return failed(unsupported(`a ${type.ext.toUpperCase()} file (${type.mime})`));
  }
  return detectTextFormat(path, head, ending);
}

/** The version, `AC1032` or of the eighties `AC1.50`, with zeros behind it. */
function isDwg(head: Buffer): boolean {
  return /^(?:AC(?:10\d\d|1\.\d\d|2\.\d\d)|MC0\.0)/.test(head.toString('latin1', 0, 6)) && head[6] === 0;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Local file header, or the end record of an empty archive. */
function isZip(head: Buffer): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
}

async function detectPackage(path: string): Promise<Result<Format, ReadFault>> {
  const opened = await openArchive(path);
  if (!opened.ok) return opened;
  let seen = 0;
  let locked = false;
  try {
    for await (const entry of opened.value.eachEntry()) {
      locked ||= entry.encrypted;
      const part = PACKAGE_PARTS[entry.name];
      if (part === 'docx' || part === 'pptx' || part === 'xlsx') return ok(part);
      if (part !== undefined) return failed(unsupported(part));
      seen += 1;
      if (seen >= LISTED_ENTRIES) break;
    }
  } catch (error) {
    return failed({ outcome: 'damaged', reason: `The file is damaged: its zip directory cannot be read (${String(error)}).` });
  } finally {
    opened.value.close();
  }
  if (locked)
    return failed({ outcome: 'encrypted', reason: 'The zip archive is protected by a password; unpack it and send the documents.' });
  return failed(unsupported('a zip archive; unpack it and send the documents'));
}

function unsupported(what: string): ReadFault {
  return { outcome: 'unsupported-format', reason: `The file seems to be ${what}. ${READ_FORMATS}` };
}
