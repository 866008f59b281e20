import { stat } from 'node:fs/promises';
import { z } from 'zod';
import {
  anchorsText,
  type BlockAnchor,
  type DocumentProperties,
  type ExcludedRun,
  type Format,
  hashParts,
  type Json,
  languageOf,
  makePassageId,
  OUTCOMES,
  type Passage,
  type ShownPicture,
  type VersionId,
} from '../../../kernel/index.ts';
import type { Conclusion, DocumentParser, ParserInput, SegmentChunk, Survey } from '../../parser/document-parser.ts';
import { countChunk, EMPTY_TALLY, makeQualityReport, TALLY } from '../../parser/quality-report.ts';
import type { ReadFault } from '../../parser/read-fault.ts';
import { readApplicableNames } from '../../title-block/read-applicable-names.ts';
import { readDocumentLabels } from '../../title-block/read-document-labels.ts';
import { readScopeLabels, withScopeNames } from '../../title-block/read-scope-labels.ts';
import { readTitleBlock } from '../../title-block/read-title-block.ts';
import { statesGenerated } from '../../title-block/states-generated.ts';
import { titleBlockTexts } from '../../title-block/title-block-texts.ts';
import type { Block } from './block.ts';

const CHUNK_BLOCKS = 200;
/** Excluded runs given out with each chunk: they need no blocks beside them, and a document may have nothing else. */
const CHUNK_EXCLUDED = 1_000;
/** Blocks at the start and at the end of a document in which it may say that it was generated. */
const FIRST_BLOCKS = 40;
const LAST_BLOCKS = 10;

/** A document read to its blocks. */
export interface BlockReading {
  readonly blocks: readonly Block[];
  readonly tables: number;
  readonly title?: string;
  /** Of what has them: slides. */
  readonly pages?: number;
  /** Pictures that it names and does not hold. */
  readonly shows?: readonly ShownPicture[];
  /** Texts outside the flow that may state number and revision, as front matter does. */
  readonly outside: readonly string[];
  /** Running headers and footers, which are in no block. */
  readonly excluded?: readonly ExcludedRun[];
  readonly encoding?: string;
  readonly warnings: readonly string[];
  readonly fault?: ReadFault;
}

const DETAIL = z.object({
  tables: z.number().int().nonnegative(),
  encoding: z.string().optional(),
  warnings: z.array(z.string()),
  fault: z.object({ outcome: z.enum(OUTCOMES), reason: z.string() }).optional(),
});
const CARRY = z.object({ done: z.number().int().nonnegative(), tally: TALLY });

/** A parser for documents that are read whole and then given out in blocks. */
export function createBlockParser(format: Format, version: string, read: (input: ParserInput) => Promise<BlockReading>): DocumentParser {
  const readings = new WeakMap<ParserInput, Promise<BlockReading>>();
  const readOnce = (input: ParserInput): Promise<BlockReading> => {
    const reading = readings.get(input) ?? readWithin(input, read);
    readings.set(input, reading);
    return reading;
  };
  return {
    format,
    version,
    async survey(input) {
      return surveyBlocks(await readOnce(input));
    },
    async *segment(input, _survey, from) {
      const { blocks, excluded: outOfFlow = [] } = await readOnce(input);
      let { done, tally } = from === undefined ? { done: 0, tally: EMPTY_TALLY } : CARRY.parse(from.carry);
      let ordinal = (from?.ordinal ?? -1) + 1;
      while (done < blocks.length || ordinal * CHUNK_EXCLUDED < outOfFlow.length) {
        const slice = blocks.slice(done, done + CHUNK_BLOCKS);
        const passages = slice.map((block, index) => toPassage(block, input.versionId, done + index));
        const excluded = outOfFlow.slice(ordinal * CHUNK_EXCLUDED, (ordinal + 1) * CHUNK_EXCLUDED);
        done += slice.length;
        tally = countChunk(tally, { passages, excluded });
        const inputHash = hashParts([...slice, ...excluded].flatMap(hashedParts));
        const carry: Json = { done, tally: tally as unknown as Json };
        const chunk: SegmentChunk = { ordinal, inputHash, carry, passages, records: [], excluded, done };
        yield chunk;
        ordinal += 1;
      }
    },
    conclude: concludeBlocks,
  };
}

function hashedParts(unit: Block | ExcludedRun): string[] {
  return 'reason' in unit ? [unit.reason, unit.text] : [unit.kind, unit.path, unit.text];
}

async function readWithin(input: ParserInput, read: (input: ParserInput) => Promise<BlockReading>): Promise<BlockReading> {
  const { size } = await stat(input.path);
  const { maxBytes, maxCharacters } = input.limits;
  if (size > maxBytes) return unread({ outcome: 'limit-exceeded', reason: `The file has ${size} bytes; at most ${maxBytes} are read.` });
  const reading = await read(input);
  let characters = 0;
  const kept = reading.blocks.findIndex((block) => {
    characters += block.text.length;
    return characters > maxCharacters;
  });
  if (kept < 0) return reading;
  const fault: ReadFault = { outcome: 'limit-exceeded', reason: `The document has more than ${maxCharacters} characters.` };
  return { ...reading, blocks: reading.blocks.slice(0, kept), fault };
}

/** The reading of a document of which nothing is read, and why. */
export function unread(fault: ReadFault): BlockReading {
  return { blocks: [], tables: 0, outside: [], warnings: [], fault };
}

function surveyBlocks(reading: BlockReading): Survey {
  const { blocks, encoding, fault } = reading;
  const running = (reading.excluded ?? [])
    .filter((run) => run.reason === 'running-header' || run.reason === 'running-footer')
    .map((run) => run.text);
  const title = reading.title ?? blocks.find((block) => block.kind === 'heading')?.text;
  const cover = titleBlockTexts(blocks);
  // What is nested under another name speaks of that.
  const frontMatter = reading.outside.filter((line) => !/^\s/u.test(line));
  const properties: DocumentProperties = {
    language: languageOf(
      blocks
        .map((block) => block.text)
        .join('\n')
        .slice(0, 50_000),
    ),
    ...(title === undefined ? {} : { title: title.slice(0, 300) }),
    ...(reading.pages === undefined ? {} : { pages: reading.pages }),
    ...(reading.shows === undefined || reading.shows.length === 0 ? {} : { shows: reading.shows }),
    ...readDocumentLabels(cover, running),
    ...readTitleBlock(frontMatter),
    ...withScopeNames([
      ...readScopeLabels(frontMatter, 'front-matter'),
      ...readScopeLabels(cover, 'cover'),
      ...readApplicableNames(blocks),
    ]),
    ...(statesGenerated([...running, ...edgeTexts(blocks)], reading.outside) ? { aiGenerated: true } : {}),
  };
  const detail: Json = {
    tables: reading.tables,
    warnings: reading.warnings.slice(0, 50),
    ...(encoding === undefined ? {} : { encoding }),
    ...(fault === undefined ? {} : { fault: { ...fault } }),
  };
  return { properties, total: blocks.length, unit: 'block', detail };
}

/** What stands at the start and at the end, without tables: their cells speak of what they list. */
function edgeTexts(blocks: readonly Block[]): readonly string[] {
  const edges = [...blocks.slice(0, FIRST_BLOCKS), ...blocks.slice(FIRST_BLOCKS).slice(-LAST_BLOCKS)];
  return edges.filter(({ kind }) => kind !== 'table-row').map(({ text }) => text);
}

function toPassage(block: Block, versionId: VersionId, order: number): Passage {
  const anchor: BlockAnchor = {
    ...{ kind: 'block', path: block.path, start: block.start, end: block.start + block.text.length },
    ...(block.picture === undefined ? {} : { picture: block.picture }),
  };
  const anchors = [anchor];
  return {
    id: makePassageId(versionId, block.kind, anchorsText(anchors), block.text),
    versionId,
    kind: block.kind,
    text: block.text,
    language: languageOf(block.text),
    headings: block.headings,
    anchors,
    order,
    ...(block.cells === undefined ? {} : { cells: block.cells }),
    ...(block.marker === undefined ? {} : { marker: block.marker }),
    ...(block.recognition === undefined ? {} : { recognition: block.recognition }),
    structure: block.structure,
    scope: [],
  };
}

function concludeBlocks(survey: Survey, lastCarry: Json | undefined): Conclusion {
  const detail = DETAIL.parse(survey.detail);
  const { done, tally } = lastCarry === undefined ? { done: 0, tally: EMPTY_TALLY } : CARRY.parse(lastCarry);
  const report = makeQualityReport(
    { ...tally, tables: detail.tables },
    {
      ofRows: false,
      warnings: detail.warnings,
      ...(detail.encoding === undefined ? {} : { encoding: detail.encoding }),
      ...(survey.properties.aiGenerated === true ? { aiGenerated: true } : {}),
    },
  );
  if (detail.fault !== undefined) {
    const kept = done > 0 && detail.fault.outcome !== 'partial' ? ' What was read before is kept.' : '';
    return { outcome: detail.fault.outcome, reason: `${detail.fault.reason}${kept}`, report };
  }
  if (survey.total === 0) return { outcome: 'empty', reason: 'The document holds no text.', report };
  return { outcome: 'visible', report };
}
