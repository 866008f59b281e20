const BEGIN_KINDS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const FILE_PASS = 0x2f;
const END = 0x0a;

/** What the records of a workbook say before any is read (MS-XLS 2.1.4). */
export interface RecordSurvey {
  /** It begins as workbooks do. */
  readonly isBook: boolean;
  /** Its records are ciphered. */
  readonly isLocked: boolean;
  /** Every part of it has its end. */
  readonly isWhole: boolean;
}

export function surveyRecords(stream: Buffer): RecordSurvey {
  let isLocked = false;
  let begun = 0;
  let ended = 0;
  let at = 0;
  for (; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const kind = stream.readUInt16LE(at);
    if (BEGIN_KINDS.has(kind)) begun += 1;
    else if (kind === END) ended += 1;
    else if (kind === FILE_PASS && ended === 0) isLocked = true;
    // Behind the last part stands nothing but what fills the stream.
    else if (kind === 0 && begun > 0 && begun === ended) break;
  }
  const isBook = stream.length >= 4 && BEGIN_KINDS.has(stream.readUInt16LE(0));
  return { isBook, isLocked, isWhole: begun > 0 && begun === ended && at <= stream.length };
}
