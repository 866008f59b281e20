import {
  type BadRow,
  type ExcludedRun,
  hashParts,
  type Json,
  type Passage,
  type TagGrammar,
  type TypedRecord,
  type VersionCorrections,
  type VersionId,
} from '../../kernel/index.ts';
import type { ParserInput, ResumePoint, SegmentChunk } from '../parser/document-parser.ts';
import { countChunk, EMPTY_TALLY } from '../parser/quality-report.ts';
import { inheritCells } from './inherit-cells.ts';
import type { OpenedTables, RawRow } from './raw-row.ts';
import { correctCells, writePreamble, writeRow } from './read-row.ts';
import { recordsByDay } from './records-by-day.ts';
import { ROWS_CARRY, type RowsCarry, type RowsDetail, type Sheet } from './rows-detail.ts';
import { sheetTitle } from './sheet-title.ts';
import { isHeaderAgain, standsApart, standsBeside } from './stands-beside.ts';
import { writePicture } from './write-picture.ts';

const CHUNK_ROWS = 1_000;
/** A chunk also ends here, so that rows of extreme length do not pile up in memory. */
const CHUNK_CHARACTERS = 2_000_000;

const START: RowsCarry = {
  consumed: 0,
  done: 0,
  order: 0,
  ordinal: 0,
  cutRows: 0,
  beside: 0,
  line: 0,
  apart: false,
  above: [],
  pictured: 0,
  unreadPictures: [],
  tally: EMPTY_TALLY,
};

/** What the open chunk has gathered. */
interface Gathered {
  readonly passages: Passage[];
  readonly records: TypedRecord[];
  readonly excluded: ExcludedRun[];
  readonly bad: BadRow[];
  readonly hashes: string[];
  tables: number;
  characters: number;
  rows: number;
}

/**
 * Turns the surveyed rows into passages and records, 1,000 rows a chunk, and what the pictures of a sheet hold into passages behind its
 * rows; goes through the file again and skips what is done.
 */
export async function* segmentRows(
  tables: OpenedTables,
  detail: RowsDetail,
  { versionId, corrections, grammar, pictures }: Pick<ParserInput, 'versionId' | 'corrections' | 'grammar' | 'pictures'>,
  from: ResumePoint | undefined,
): AsyncGenerator<SegmentChunk> {
  const resumed = from === undefined ? START : ROWS_CARRY.parse(from.carry);
  let state = resumed;
  let ordinal = (from?.ordinal ?? -1) + 1;
  let gathered = emptyGathering();
  let [passed, pictured] = [0, 0];
  let sheetIndex = 0;
  const close = (): SegmentChunk => {
    state = { ...state, tally: countChunk(state.tally, gathered) };
    const { passages, records, excluded, hashes } = gathered;
    const chunk: SegmentChunk = {
      ordinal,
      inputHash: hashParts(hashes),
      carry: state as unknown as Json,
      passages,
      records,
      excluded,
      done: state.done,
    };
    ordinal += 1;
    gathered = emptyGathering();
    return chunk;
  };
  for await (const raw of tables.sheets) {
    const sheet = detail.sheets[sheetIndex];
    // Behind the last sheet that has rows are those without any, or those that the survey did not come to.
    if (sheet === undefined && detail.fault !== undefined) break;
    const total = sheet === undefined ? 0 : sheet.preamble + sheet.headerRows + sheet.rows;
    let inSheet = 0;
    if (sheet !== undefined) {
      reading: for await (const batch of raw.rows) {
        for (const row of batch) {
          inSheet += 1;
          passed += 1;
          if (passed > resumed.consumed) {
            if (inSheet === 1) state = { ...state, above: [], table: undefined, line: row.line, apart: false };
            state = takeRow(sheet, row, inSheet, { detail, versionId, corrections, grammar, state, gathered });
            if (gathered.rows >= CHUNK_ROWS || gathered.characters >= CHUNK_CHARACTERS) yield close();
          }
          if (inSheet === total) break reading;
        }
      }
    }
    if (inSheet > 0) sheetIndex += 1;
    if (pictures === undefined) continue;
    const named = inSheet > 0 && sheet !== undefined ? sheet.headings : [sheetTitle(raw.name)].filter((title) => title !== undefined);
    for (const picture of (await raw.pictures?.()) ?? []) {
      const texts = await picture.read(pictures);
      pictured += texts.length;
      if (texts.length === 0 || pictured <= resumed.pictured) continue;
      const passages = writePicture(texts, picture, { versionId, name: raw.name, headings: named, order: state.order });
      gathered.passages.push(...passages);
      gathered.hashes.push(...passages.map(({ id }) => id));
      state = { ...state, pictured, order: state.order + passages.length };
      if (gathered.passages.length >= CHUNK_ROWS) yield close();
    }
  }
  const unreadPictures = pictures?.warnings() ?? [];
  const isNew = unreadPictures.join() !== state.unreadPictures.join();
  state = { ...state, unreadPictures };
  if (gathered.rows > 0 || gathered.passages.length > 0 || isNew) yield close();
}

function emptyGathering(): Gathered {
  return { passages: [], records: [], excluded: [], bad: [], hashes: [], tables: 0, characters: 0, rows: 0 };
}

function takeRow(
  sheet: Sheet,
  raw: RawRow,
  inSheet: number,
  context: {
    readonly detail: RowsDetail;
    readonly versionId: VersionId;
    readonly corrections: VersionCorrections | undefined;
    readonly grammar: TagGrammar;
    readonly state: RowsCarry;
    readonly gathered: Gathered;
  },
): RowsCarry {
  const { gathered, state } = context;
  gathered.rows += 1;
  gathered.hashes.push(raw.cells.map((cell) => cell.text).join('\t'));
  const consumed = state.consumed + 1;
  const above = sheet.preamble + sheet.headerRows;
  if (inSheet > sheet.preamble && inSheet <= above) {
    gathered.tables += inSheet === above ? 1 : 0;
    return { ...state, consumed };
  }
  const row = Math.max(0, inSheet - above);
  if (row > 0 && isHeaderAgain(sheet, raw)) {
    const text = raw.cells.map((cell) => cell.text).join('\t');
    gathered.excluded.push({ text, anchor: { kind: 'row', sheet: sheet.name, row, line: raw.line }, reason: 'running-header' });
    return { ...state, consumed, done: state.done + 1, line: raw.line };
  }
  const apart = row > 0 && standsApart(sheet, raw, state);
  const place = {
    versionId: context.versionId,
    row,
    table: state.table ?? state.order,
    order: state.order,
    ordinal: state.ordinal,
    ragged: context.detail.ragged,
  };
  const cells = context.corrections === undefined ? raw.cells : correctCells(sheet, raw, place, context.corrections.texts);
  const fill = inheritCells(sheet, cells, state.above);
  const isBeside = row > 0 && (apart || standsBeside(sheet, raw));
  const written =
    row === 0
      ? writePreamble(sheet, raw, place)
      : writeRow(apart ? { ...sheet, columns: [] } : sheet, raw, cells, isBeside ? [] : fill.inherited, place, context.grammar, isBeside);
  if (row === 1 && !sheet.hasHeader) gathered.tables += 1;
  if (written.passage !== undefined) gathered.passages.push(written.passage);
  const records = written.record === undefined ? [] : recordsByDay(sheet, written.record);
  gathered.records.push(...records);
  if (written.excluded !== undefined) gathered.excluded.push(written.excluded);
  if (written.bad !== undefined) gathered.bad.push(written.bad);
  gathered.characters += written.passage?.text.length ?? 0;
  return {
    ...state,
    consumed,
    done: state.done + (row === 0 ? 0 : 1),
    order: state.order + (written.passage === undefined ? 0 : 1),
    ordinal: state.ordinal + records.length,
    cutRows: state.cutRows + (raw.cut === true ? 1 : 0),
    beside: state.beside + (isBeside ? 1 : 0),
    line: raw.line,
    apart,
    above: row === 0 || isBeside ? state.above : fill.above,
    table: row === 0 || written.passage === undefined ? state.table : place.table,
  };
}
