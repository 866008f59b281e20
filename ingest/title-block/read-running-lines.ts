import { type DocumentLabels, partOf } from './read-label-line.ts';

/**
 * Number, revision and date from running headers and footers. They speak of the document wherever the words stand in the line;
 * the number may be without a label (`CWS-LOTO-03 Rev. 3 2024-03-18`), and the only date of a line that states a revision is the
 * day of that revision. The first of each counts, a labelled number before one without.
 */
export function readRunningLines(lines: readonly string[]): DocumentLabels {
  const read = lines.map(readLine);
  const first = <Name extends keyof Statement>(name: Name) => read.find((line) => line[name] !== undefined)?.[name];
  const documentNumber = first('labelledNumber') ?? first('documentNumber');
  const revision = first('revision');
  const effective = first('effective') ?? first('onlyDate');
  return {
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(revision === undefined ? {} : { revision }),
    ...(effective === undefined ? {} : { effective }),
  };
}

interface Statement extends DocumentLabels {
  readonly labelledNumber?: string;
  /** Date without a label of a line with a revision and no other date. */
  readonly onlyDate?: number;
}

function readLine(line: string): Statement {
  const plain = line.normalize('NFKC').slice(0, 500);
  let found: Statement = {};
  const dates: number[] = [];
  for (let at = 0; at < plain.length; ) {
    const part = startsWord(plain, at) ? partOf(plain.slice(at)) : undefined;
    at += part?.length ?? 1;
    if (part === undefined) continue;
    const { documentNumber, revision, effective } = part.labels;
    if (part.labelled) found = { ...part.labels, ...(documentNumber === undefined ? {} : { labelledNumber: documentNumber }), ...found };
    else if (effective !== undefined) dates.push(effective);
    else if (documentNumber !== undefined) found = { documentNumber, ...found };
    if (revision !== undefined) found = { ...found, revision: found.revision ?? revision };
  }
  const [onlyDate] = dates;
  return found.revision !== undefined && dates.length === 1 && onlyDate !== undefined ? { ...found, onlyDate } : found;
}

/** Not within a word or number of Latin script. */
function startsWord(text: string, at: number): boolean {
  return !/\s/u.test(text[at] ?? ' ') && !/[\p{sc=Latn}\p{N}_/-]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));
}
