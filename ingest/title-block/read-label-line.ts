import type { DocumentProperties } from '../../kernel/index.ts';
import { DOCUMENT_LABEL_PATTERNS } from '../../ontology/index.ts';
import { readDate } from './read-date.ts';

export type DocumentLabels = Pick<DocumentProperties, 'documentNumber' | 'revision' | 'effective'>;

const STOP = String.raw`(?:\s*no\.?(?![a-z]))?\s*[:：#＃.]?\s*`;
const NUMBER = label(DOCUMENT_LABEL_PATTERNS.number, '[A-Z0-9]+(?:[-_/.][A-Z0-9]+)*');
const REVISION = label(
  DOCUMENT_LABEL_PATTERNS.revision,
  String.raw`(?:[A-Z]\d{0,2}|v?\s?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)(?![\p{L}\d]|\.\d)`,
);
const EFFECTIVE = new RegExp(`^${DOCUMENT_LABEL_PATTERNS.effective}${STOP}`, 'iu');
const AFTER_DATE = new RegExp(`^\\s*${DOCUMENT_LABEL_PATTERNS.afterDate}`, 'iu');
const PAGE = new RegExp(`^${DOCUMENT_LABEL_PATTERNS.page}`, 'iu');
const BARE_NUMBER = /^[A-Z]{2,6}(?:[-/][A-Z0-9]+){1,5}(?![\p{L}\p{N}_])/u;
const BETWEEN = /^[\s|,;，；·•、—–-]+/u;
const LONGEST_DATE = 32;
const LONGEST_LINE = 200;

/**
 * Number, revision and date of a line that says nothing else: labels at its start, each with its value (`文件编号：WI-42 版本：C`,
 * `Doc. No. MM-7 Rev. 2 2024-03-18`); beside a label also a bare number, a date and a page number. Empty for any other line: a
 * sentence or row that mentions a revision is no statement of the document about itself.
 */
export function readLabelLine(line: string): DocumentLabels {
  const plain = line.normalize('NFKC').trim();
  if (plain.length > LONGEST_LINE) return {};
  let found: DocumentLabels = {};
  let labelled = false;
  let rest = plain;
  while (rest !== '') {
    const between = BETWEEN.exec(rest)?.[0].length ?? 0;
    rest = rest.slice(between);
    if (rest === '') break;
    const part = partOf(rest);
    if (part === undefined) return {};
    labelled ||= part.labelled;
    found = { ...part.labels, ...found };
    rest = rest.slice(part.length);
  }
  return labelled ? found : {};
}

/** A label with its value, or what may stand beside one. */
interface LinePart {
  readonly labels: DocumentLabels;
  readonly length: number;
  readonly labelled: boolean;
}

/** What the text opens with, if that is a part of a statement about a document. */
export function partOf(text: string): LinePart | undefined {
  const number = NUMBER.exec(text);
  const documentNumber = number?.groups?.value;
  if (number !== null && documentNumber !== undefined && isNumber(documentNumber)) {
    return { labels: { documentNumber }, length: number[0].length, labelled: true };
  }
  const revision = REVISION.exec(text);
  const value = revision?.groups?.value?.replace(/\s/gu, '') ?? '';
  // A lower-case letter behind the word is the next word (`version a user installs`), no value.
  if (revision !== null && !/^[a-z]\d*$/u.test(value)) return { labels: { revision: value }, length: revision[0].length, labelled: true };
  const head = EFFECTIVE.exec(text)?.[0].length ?? 0;
  const date = dateAt(text.slice(head));
  if (date !== undefined) {
    const after = AFTER_DATE.exec(text.slice(head + date.length))?.[0].length ?? 0;
    return { labels: { effective: date.time }, length: head + date.length + after, labelled: head > 0 };
  }
  const page = PAGE.exec(text);
  if (page !== null) return { labels: {}, length: page[0].length, labelled: false };
  const bare = BARE_NUMBER.exec(text);
  return bare === null || !isNumber(bare[0]) ? undefined : { labels: { documentNumber: bare[0] }, length: bare[0].length, labelled: false };
}

function label(words: string, value: string): RegExp {
  return new RegExp(`^${words}${STOP}(?<value>${value})`, 'iu');
}

function isNumber(text: string): boolean {
  return /\d/u.test(text) && text.length >= 3 && text.length <= 60;
}

/** The longest beginning of the text that is a date, where no word or number goes on behind it. */
function dateAt(text: string): { readonly time: number; readonly length: number } | undefined {
  for (let end = Math.min(text.length, LONGEST_DATE); end >= 6; end -= 1) {
    if (/^[A-Za-z0-9]/u.test(text.slice(end))) continue;
    const date = readDate(text.slice(0, end), undefined, false);
    if (date !== undefined) return { time: date.time, length: text.slice(0, end).trimEnd().length };
  }
  return undefined;
}
