import { z } from 'zod';
import {
  anchorsText,
  type DocumentProperties,
  type DrawingAnchor,
  type ExcludedRun,
  type Format,
  hashParts,
  type Json,
  languageOf,
  makePassageId,
  OUTCOMES,
  type Passage,
  type PassageStructure,
  SHEET_STATUSES,
  type SheetStamp,
  type SheetStatus,
  type VersionId,
} from '../../kernel/index.ts';
import type { Conclusion, DocumentParser, ParserInput, SegmentChunk, Survey } from '../parser/document-parser.ts';
import { countChunk, EMPTY_TALLY, makeQualityReport, TALLY } from '../parser/quality-report.ts';
import type { ReadFault } from '../parser/read-fault.ts';
import type { Draft } from './interpret/draft.ts';
import { draftStructure } from './interpret/draft-structure.ts';
import { readSheet, type SheetReading } from './interpret/read-sheet.ts';
import { MODEL, stampedSheets } from './interpret/stamped-sheets.ts';
import { titleProperties } from './interpret/title-properties.ts';
import type { Drawing } from './model/drawing.ts';

const CHUNK_DRAFTS = 200;
/** Excluded runs given out with each chunk. */
const CHUNK_EXCLUDED = 1_000;
/** UTF-16 units that the language of a drawing is told by. */
const LANGUAGE_SAMPLE = 50_000;
const MOST_WARNINGS = 50;
const MOST_STAMPS = 200;

/** A drawing as far as it could be read, and why not further. */
export interface DrawingReading {
  readonly drawing: Drawing;
  readonly fault?: ReadFault;
}

const DETAIL = z.object({
  encoding: z.string(),
  tables: z.number().int().nonnegative(),
  stamps: z.array(z.object({ sheet: z.string(), status: z.enum(SHEET_STATUSES) })),
  warnings: z.array(z.string()),
  fault: z.object({ outcome: z.enum(OUTCOMES), reason: z.string() }).optional(),
});
const CARRY = z.object({ done: z.number().int().nonnegative(), tally: TALLY });

/** What is given out, in order; `opens` is the order of the first draft of its sheet. */
interface Placed {
  readonly draft: Draft;
  readonly sheet: SheetReading;
  readonly opens: number;
  readonly stamp?: SheetStatus;
}

interface Interpretation {
  readonly sheets: readonly SheetReading[];
  readonly placed: readonly Placed[];
  readonly stamps: readonly SheetStamp[];
  readonly excluded: readonly ExcludedRun[];
  readonly encoding: string;
  readonly warnings: readonly string[];
  readonly fault?: ReadFault;
}

/** A parser for drawings of one format: they are read whole, interpreted sheet by sheet and given out in chunks. */
export function createDrawingParser(
  format: Format,
  version: string,
  read: (input: ParserInput) => Promise<DrawingReading>,
): DocumentParser {
  const readings = new WeakMap<ParserInput, Promise<Interpretation>>();
  const readOnce = (input: ParserInput): Promise<Interpretation> => {
    const reading = readings.get(input) ?? read(input).then((found) => interpret(found, input));
    readings.set(input, reading);
    return reading;
  };
  return {
    format,
    version,
    async survey(input) {
      return surveyDrawing(await readOnce(input));
    },
    async *segment(input, _survey, from) {
      const { placed, excluded: leftOut } = await readOnce(input);
      let { done, tally } = from === undefined ? { done: 0, tally: EMPTY_TALLY } : CARRY.parse(from.carry);
      let ordinal = (from?.ordinal ?? -1) + 1;
      while (done < placed.length || ordinal * CHUNK_EXCLUDED < leftOut.length) {
        const slice = placed.slice(done, done + CHUNK_DRAFTS);
        const passages = slice.map((one, index) => toPassage(one, input.versionId, done + index));
        const excluded = leftOut.slice(ordinal * CHUNK_EXCLUDED, (ordinal + 1) * CHUNK_EXCLUDED);
        done += slice.length;
        tally = countChunk(tally, { passages, excluded });
        const parts = [
          ...passages.flatMap(({ kind, text, anchors }) => [kind, text, anchorsText(anchors)]),
          ...excluded.map((run) => run.text),
        ];
        const carry: Json = { done, tally: tally as unknown as Json };
        const chunk: SegmentChunk = { ordinal, inputHash: hashParts(parts), carry, passages, records: [], excluded, done };
        yield chunk;
        ordinal += 1;
      }
    },
    conclude: concludeDrawing,
  };
}

function interpret({ drawing, fault }: DrawingReading, { grammar, limits }: ParserInput): Interpretation {
  const [only] = drawing.sheets;
  const isNamed = drawing.sheets.length > 1 || (only !== undefined && only.name !== MODEL);
  const sheets = drawing.sheets.map((sheet) => readSheet(sheet, grammar, isNamed));
  const placed: Placed[] = [];
  const statuses = stampedSheets(sheets);
  for (const [at, sheet] of sheets.entries()) {
    const opens = placed.length;
    const stamp = statuses[at];
    for (const draft of sheet.drafts) placed.push({ draft, sheet, opens, ...(stamp === undefined ? {} : { stamp }) });
  }
  let characters = 0;
  const kept = placed.findIndex(({ draft }) => {
    characters += draft.text.length;
    return characters > limits.maxCharacters;
  });
  const tooLong: ReadFault = { outcome: 'limit-exceeded', reason: `The drawing has more than ${limits.maxCharacters} characters.` };
  const stop = kept < 0 ? fault : tooLong;
  return {
    sheets,
    placed: kept < 0 ? placed : placed.slice(0, kept),
    stamps: sheets.flatMap(({ name }, at) => (statuses[at] === undefined ? [] : [{ sheet: name, status: statuses[at] }])),
    excluded: sheets.flatMap(({ name, leftOut }) =>
      leftOut.map(({ text, reason, entity, box }) => ({ text, reason, anchor: { kind: 'drawing' as const, layout: name, entity, box } })),
    ),
    encoding: drawing.encoding,
    warnings: drawing.warnings,
    ...(stop === undefined ? {} : { fault: stop }),
  };
}

function surveyDrawing({ sheets, placed, stamps, encoding, warnings, fault }: Interpretation): Survey {
  const fields = sheets.flatMap((sheet) => sheet.fields);
  const newest = sheets.flatMap((sheet) => sheet.newest)[0];
  const sample = placed.map(({ draft }) => draft.text).join('\n');
  const properties: DocumentProperties = { language: languageOf(sample.slice(0, LANGUAGE_SAMPLE)), ...titleProperties(fields, newest) };
  const tables = new Set(placed.flatMap(({ draft, opens }) => (draft.table === undefined ? [] : [opens + draft.table])));
  const detail: Json = {
    encoding,
    tables: tables.size,
    stamps: stamps.slice(0, MOST_STAMPS).map((stamp) => ({ ...stamp })),
    warnings: warnings.slice(0, MOST_WARNINGS),
    ...(fault === undefined ? {} : { fault: { ...fault } }),
  };
  return { properties, total: placed.length, unit: 'block', detail };
}

function toPassage({ draft, sheet, opens, stamp }: Placed, versionId: VersionId, order: number): Passage {
  const { kind, text, places, cells } = draft;
  const anchors = places.map(({ entity, box }): DrawingAnchor => ({ kind: 'drawing', layout: sheet.name, entity, box }));
  const isNamed = sheet.drafts[0]?.kind === 'heading';
  return {
    id: makePassageId(versionId, kind, anchorsText(anchors), text),
    versionId,
    kind,
    text,
    language: languageOf(text),
    headings: isNamed && kind !== 'heading' ? [sheet.name] : [],
    anchors,
    order,
    ...(cells === undefined ? {} : { cells }),
    structure: { ...structureOf(draft, opens, isNamed), ...(stamp === undefined ? {} : { stamp }) },
    scope: [],
  };
}

function structureOf(draft: Draft, opens: number, isNamed: boolean): PassageStructure {
  return draft.kind === 'heading' ? { level: 1 } : { ...(isNamed ? { section: opens } : {}), ...draftStructure(draft, opens) };
}

function concludeDrawing(survey: Survey, lastCarry: Json | undefined): Conclusion {
  const { tables, stamps, encoding, warnings, fault } = DETAIL.parse(survey.detail);
  const { done, tally } = lastCarry === undefined ? { done: 0, tally: EMPTY_TALLY } : CARRY.parse(lastCarry);
  const report = makeQualityReport(
    { ...tally, tables },
    {
      ofRows: false,
      warnings,
      encoding,
      ...(stamps.length === 0 ? {} : { stamps }),
    },
  );
  if (fault !== undefined) {
    const kept = done > 0 ? ' What was read before is kept.' : '';
    return { outcome: fault.outcome, reason: `${fault.reason}${kept}`, report };
  }
  if (survey.total > 0) return { outcome: 'visible', report };
  const reason = 'The drawing holds no words; if they were drawn as lines, export it again with its texts as texts.';
  return { outcome: 'empty', reason, report };
}
