import { afterAll, beforeAll, describe } from 'vitest';
import type { Access } from '../access.ts';
import { type DocumentId, makeLabelSetId, type VersionId } from '../ids.ts';
import type { FileBeingRead } from './file-being-read.ts';
import type { Filter, RecordReader } from './record-reader.ts';

/** A row of a log of work orders: an identifier, a date in days since 1970 UTC, a number, a text. */
export interface ContractRow {
  readonly asset: string;
  readonly date: number;
  readonly duration: number | null;
  readonly text: string;
}

/** A reader over one log of the rows given, and who may read it. */
export interface RecordReaderPlace {
  readonly reader: RecordReader;
  readonly access: Access;
  readonly document: DocumentId;
  readonly version: VersionId;
  /** Logs that are being read beside it, in order. */
  readonly beingRead: readonly FileBeingRead[];
  close(): Promise<void>;
}

export const ALL: Filter = { kind: 'all', filters: [] };

const LANGUAGES = {
  en: { third: 'P-3', texts: ['Bearing worn', 'Seal leaks', 'Bearing replaced', 'Seal replaced', 'bearing worn'], part: 'BEARING' },
  zh: { third: '循环泵-3', texts: ['轴承磨损', '密封泄漏', '更换轴承', '更换密封', '轴承磨损'], part: '轴承' },
} as const;

interface ContractLog {
  readonly rows: readonly ContractRow[];
  /** Their places. */
  readonly all: readonly number[];
  /** The third of the machines. */
  readonly third: string;
  readonly texts: readonly [string, string, string, string, string];
  /** Stands in the texts of the first, third and last row, be it in another case. */
  readonly part: string;
}

export type OpenLog = (rows: readonly ContractRow[]) => Promise<RecordReaderPlace>;
type At = (check: (place: RecordReaderPlace) => Promise<void>) => () => Promise<void>;

/** A suite over a log in each language; `at` gives a case the reader, which all of them share: none changes what it holds. */
export function describeLogs(name: string, open: OpenLog, body: (log: ContractLog, at: At) => void): void {
  describe.each(['en', 'zh'] as const)(`${name}, a log in %s`, (language) => {
    const { third, texts, part } = LANGUAGES[language];
    const cells = [
      ['P-1', 0, 4],
      ['P-2', 40, null],
      ['P-1', 400, 2],
      [third, 400, 0],
      ['P-1', 800, 1],
    ] as const;
    const rows = cells.map(([asset, date, duration], at): ContractRow => ({ asset, date, duration, text: texts[at] ?? '' }));
    const all = rows.map((_, ordinal) => ordinal);
    let place: RecordReaderPlace;
    beforeAll(async () => {
      place = await open(rows);
    });
    afterAll(() => place.close());
    body({ rows, all, third, texts, part }, (check) => () => check(place));
  });
}

export const signal = () => new AbortController().signal;

/** One to whom nothing is granted. */
export const strangerOf = (access: Access): Access => ({ ...access, grants: [makeLabelSetId(access.tenant, ['granted to nobody'])] });

export async function collect<Page>(pages: AsyncIterable<Page>): Promise<readonly Page[]> {
  const found: Page[] = [];
  for await (const page of pages) found.push(page);
  return found;
}
