import { type Format, failed, ok, type Result } from '../kernel/index.ts';
import { byteOrderMark, detectEncoding } from './clean/detect-encoding.ts';
import { makeDecoder } from './clean/make-decoder.ts';
import { type Line, splitLines } from './clean/read-lines.ts';
import { READ_FORMATS, type ReadFault } from './parser/read-fault.ts';
import { detectDelimiter } from './rows/csv/detect-delimiter.ts';

const CSV_NAMES = new Set(['.csv', '.tsv', '.tab', '.psv']);
const MARKDOWN_NAMES = new Set(['.md', '.markdown', '.mdown', '.mkd']);
/** Share of records that must agree on their number of cells before text without a telling name counts as a table. */
const TABLE_CONSISTENCY = 0.95;
const HTML_NAMES = new Set(['.html', '.htm', '.xhtml', '.xht']);
/** A page from its first tag, behind what may stand before it. */
const HTML_PAGE = /^(?:\s|<!--(?:(?!-->)[\s\S])*-->|<\?xml\b[^>]*>)*<(?:!doctype\s+html|html|head|body)\b/i;
/** A piece of a page: begins with a tag of flow content. */
const HTML_PIECE =
  /^(?:\s|<!--(?:(?!-->)[\s\S])*-->)*<(?:article|center|dl|div|h[1-6]|header|main|meta|nav|ol|p|section|table|title|ul)(?:\s[^<>]*)?>/i;
const HTML_TAGS = /<\/(?:a|b|body|dd|div|dt|em|font|h[1-6]|head|html|i|li|main|ol|p|pre|section|span|strong|table|t[dhr]|title|ul)\s*>/i;
const MARKDOWN_MARKS = /^(?:#{1,6} \S|```|~~~|[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\||!\[[^\]]*\]\(|[-*+] \[[^\]]*\]\()/m;
const RST_NAMES = new Set(['.rst', '.rest']);
/** What only reStructuredText has: directives, link targets, roles. One alone may be quoted in another text. */
const RST_MARKS = [
  /^ *\.\. [a-z][\w:+.-]*::(?:\s|$)/m,
  /^ *\.\. _[^\n:]+:(?:\s|$)/m,
  /:[a-z][\w+.-]*(?::[\w+.-]+)?:`[^`\n]+`/,
  /^\S.*\n([=~^"*+#-])\1{3,}$/m,
];
/** What a DXF drawing begins with, behind comments: the group code of a section. */
const DXF_DRAWING = /^(?:\s*999\r?\n[^\n]*\n)*\s*0\s*\r?\n\s*SECTION/;
/** What stands before the root of an XML file. */
const XML_HEAD = String.raw`^(?:\s|<!--(?:(?!-->)[\s\S])*-->|<\?[^>]*>|<!doctype\s[^<>\[]*>)*`;
/** A plant by DEXPI: of the Proteus schema, or a model that builds on those of DEXPI 2.0. */
const DEXPI_PLANT = new RegExp(`${XML_HEAD}<(?:(?:\\w+:)?PlantModel[\\s>]|Model[\\s>][\\s\\S]*?<Import\\s[^>]*dexpi)`, 'i');
/** An SVG drawing, with whatever document type. */
const SVG_DRAWING = /^(?:\s|<!--(?:(?!-->)[\s\S])*-->|<\?[^>]*>|<!doctype\s+svg(?:[^<>[\]]|\[[^\]]*\])*>)*<(?:\w+:)?svg[\s>]/i;
/** Share of control characters above which decoded bytes are no text. */
const CONTROL_SHARE = 0.02;

/** Texts that are something else than prose or tables, by how they begin. */
const OTHER_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*<!doctype\s/i, 'an XML file'],
  [/^\s*<\?xml/i, 'an XML file'],
  [/^\s*[{[]\s*(?:"[^"\n]*"\s*:|[{[\]}"\d-])/, 'a JSON file'],
  [/^\{\\rtf/, 'an RTF document'],
  [/^ISO-10303-21/, 'a STEP or IFC file'],
  [/^%!PS/, 'a PostScript file'],
];

/**
 * Whether the head of a file begins with the mark of UTF-16 or UTF-32 and is text by it. The mark of UTF-16 is also a signature of
 * old sound files, whose bytes are not.
 */
export function isMarkedText(head: Buffer): boolean {
  const marked = byteOrderMark(head);
  if (marked === undefined || marked === 'utf-8') return false;
  const text = makeDecoder(marked).decode(head, { stream: true });
  const broken = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return !isBinary(text) && broken <= CONTROL_SHARE * text.length;
}

/** Second stage of detection, for files without a binary signature. `ending` is the name's, with its stop, in lower case. */
export async function detectTextFormat(path: string, head: Buffer, ending: string): Promise<Result<Format, ReadFault>> {
  const encoding = await detectEncoding(path);
  const text = makeDecoder(encoding).decode(head, { stream: true });
  if (isBinary(text)) return failed(unsupported('a binary file of unknown kind'));
  if (text.trim() === '') {
    return head.length < 4_100 ? failed({ outcome: 'empty', reason: 'The file holds white space only.' }) : ok('text');
  }
  if (!MARKDOWN_NAMES.has(ending) && isHtml(text, ending)) return ok('html');
  if (!MARKDOWN_NAMES.has(ending) && DEXPI_PLANT.test(text)) return ok('dexpi');
  if (!MARKDOWN_NAMES.has(ending) && SVG_DRAWING.test(text)) return ok('svg');
  for (const [pattern, name] of OTHER_TEXTS) if (pattern.test(text) && !MARKDOWN_NAMES.has(ending)) return failed(unsupported(name));
  if (DXF_DRAWING.test(text)) return ok('dxf');
  const lines = splitLines(text);
  const table = detectDelimiter(head.length < 4_100 ? lines : lines.slice(0, -1));
  const even = table.width >= 2 && table.consistency >= TABLE_CONSISTENCY;
  const marked = MARKDOWN_MARKS.test(text);
  if (CSV_NAMES.has(ending)) return ok(marked && !even && isProse(lines) ? 'markdown' : 'csv');
  if (MARKDOWN_NAMES.has(ending)) return ok('markdown');
  if (RST_NAMES.has(ending) || RST_MARKS.filter((mark) => mark.test(text)).length >= 2) return ok('rst');
  if (marked && !even) return ok('markdown');
  const tabular = even && table.records >= 3 && (table.width >= 3 || table.delimiter === '\t');
  return ok(tabular && !isProse(lines) ? 'csv' : 'text');
}

function isHtml(text: string, ending: string): boolean {
  if (HTML_PAGE.test(text)) return true;
  return (HTML_NAMES.has(ending) || HTML_PIECE.test(text)) && HTML_TAGS.test(text);
}

function isBinary(text: string): boolean {
  const control = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return control > CONTROL_SHARE * text.length || text.includes('\u0000\u0000');
}

/** Many lines end as sentences do. */
function isProse(lines: readonly Line[]): boolean {
  const filled = lines.filter((line) => line.text.trim() !== '');
  return filled.filter((line) => /[.!?。！？:：]["”’)]?\s*$/.test(line.text)).length * 3 > filled.length;
}

function unsupported(what: string): ReadFault {
  return { outcome: 'unsupported-format', reason: `The file seems to be ${what}. ${READ_FORMATS}` };
}
