/** What running lines and title pages say of the document itself. */
export interface DocumentLabels {
  readonly documentNumber?: string;
  readonly revision?: string;
  /** Milliseconds, UTC, at the start of the day. */
  readonly effective?: number;
}

const NUMBER_LABEL =
  /(?:文件编号|文档编号|文件号|资料编号|手册编号|文档号|规程编号|编\s*号|document\s*(?:no\.?|number|id)|doc\.?\s*(?:no\.?|number|id)|manual\s*(?:no\.?|number)|procedure\s*(?:no\.?|number)|publication\s*no\.?)\s*[:：#]?\s*([A-Z0-9][A-Z0-9]*(?:[-_/.][A-Z0-9]+)*)/iu;
const BARE_NUMBER = /(?:^|\s)([A-Z]{2,6}(?:[-/][A-Z0-9]+){1,5})(?=\s|$)/u;
const REVISION_LABEL =
  /(?:修订版次|修订版本|修订号|版本号|版\s*次|版\s*本|修订|revision|\brev\.?|version|\bver\.?)\s*(?:no\.?)?\s*[:：]?\s*/giu;
const REVISION_VALUE = /^(?:[A-Z]\d{0,2}|[Vv]?\d{1,3}(?:\.\d{1,3}){0,3}[A-Z]?)(?![\p{L}\d])/u;
const DATE_LABEL =
  /(?:生效日期|实施日期|发布日期|批准日期|修订日期|effective(?:\s+date|\s+from)?|date\s+of\s+issue|issue\s+date|issued(?:\s+on)?|revision\s+date|日\s*期|\bdate)\s*[:：]?\s*/giu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads number, revision and effective date from lines, the first that says each; order the lines by how much they are worth. */
export function documentLabels(lines: readonly string[]): DocumentLabels {
  const folded = lines.map((line) => line.normalize('NFKC').replace(/\s+/gu, ' '));
  const documentNumber =
    firstOf(folded, (line) => withDigit(NUMBER_LABEL.exec(line)?.[1])) ?? firstOf(folded, (line) => withDigit(BARE_NUMBER.exec(line)?.[1]));
  const revision = firstOf(folded, revisionIn);
  const effective = firstOf(folded, dateIn);
  return {
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(revision === undefined ? {} : { revision }),
    ...(effective === undefined ? {} : { effective }),
  };
}

function firstOf<Value>(lines: readonly string[], read: (line: string) => Value | undefined): Value | undefined {
  for (const line of lines) {
    const value = read(line);
    if (value !== undefined) return value;
  }
  return undefined;
}

function withDigit(text: string | undefined): string | undefined {
  return text !== undefined && /\d/u.test(text) && text.length >= 3 && text.length <= 60 ? text : undefined;
}

function revisionIn(line: string): string | undefined {
  for (const label of line.matchAll(REVISION_LABEL)) {
    const value = REVISION_VALUE.exec(line.slice(label.index + label[0].length));
    if (value !== null) return value[0];
  }
  return undefined;
}

function dateIn(line: string): number | undefined {
  for (const label of line.matchAll(DATE_LABEL)) {
    const date = dateAt(line.slice(label.index + label[0].length, label.index + label[0].length + 40));
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A date at the start of a text, year first or with the month's name; day and month in numbers alone are not guessed. */
function dateAt(text: string): number | undefined {
  const numeric = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/u.exec(text);
  if (numeric !== null) return utc(numeric[1], numeric[2], numeric[3]);
  const dayFirst = /^(\d{1,2})\s+(\p{L}{3})\p{L}*\.?,?\s+(\d{4})/u.exec(text);
  if (dayFirst !== null) return utc(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^(\p{L}{3})\p{L}*\.?\s+(\d{1,2}),?\s+(\d{4})/u.exec(text);
  return monthFirst === null ? undefined : utc(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
}

function utc(year: string | undefined, month: string | undefined, day: string | undefined): number | undefined {
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(time);
  const exact = date.getUTCFullYear() === Number(year) && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exact ? time : undefined;
}
