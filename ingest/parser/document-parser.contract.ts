import { beforeAll, describe, expect, test } from 'vitest';
import type { ElementPlace } from '../../kernel/index.ts';
import { elementsOf, misplaced, notWhole } from '../test-support/check-structure.ts';
import { sectionTitles } from '../test-support/outline-passages.ts';
import { readFromEveryChunk, readWhole, type WholeReading } from '../test-support/read-whole.ts';
import { temporaryFile } from '../test-support/temporary-file.ts';
import type { DocumentParser } from './document-parser.ts';

/** A document as bytes, with words that each stand in it once. */
export interface ParserSample {
  readonly language: 'zh' | 'en';
  readonly fileName: string;
  readonly bytes: Uint8Array | string;
  readonly words: readonly string[];
  /** Kinds of elements that the sample holds. */
  readonly holds: readonly ElementPlace['kind'][];
}

/** What a parser does not keep yet: the name of the test → why. */
export type ContractGaps = Readonly<Record<string, string>>;

interface SampleReading {
  readonly sample: ParserSample;
  readonly path: string;
  readonly reading: WholeReading;
}

/** What every parser has to give, whatever the format: run on two samples at least, one in each language. */
export function documentParserContract(
  load: () => Promise<DocumentParser>,
  format: string,
  samples: () => Promise<readonly ParserSample[]>,
  gaps: ContractGaps = {},
): void {
  describe(`document parser contract: ${format}`, () => {
    let parser: DocumentParser;
    const readings: SampleReading[] = [];
    beforeAll(async () => {
      parser = await load();
      for (const sample of await samples()) {
        const path = await temporaryFile(sample.fileName, sample.bytes);
        readings.push({ sample, path, reading: await readWhole(parser, path) });
      }
    });
    const check = (name: string, holds: (reading: WholeReading, sample: ParserSample, path: string) => Promise<void> | void): void => {
      const gap = gaps[name];
      test.skipIf(gap !== undefined)(gap === undefined ? name : `${name} (not yet: ${gap})`, async () => {
        for (const { reading, sample, path } of readings) await holds(reading, sample, path);
      });
    };

    test('is tried in both languages', () => {
      expect(new Set(readings.map(({ sample }) => sample.language))).toEqual(new Set(['zh', 'en']));
    });

    check('counts the passages from 0 without gaps and names each by an id of its own', ({ passages, conclusion }) => {
      expect(conclusion.outcome).toBe('visible');
      expect(passages.length).toBeGreaterThan(0);
      expect(passages.map(({ order }) => order)).toEqual(passages.map((_, index) => index));
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    });

    check('counts the chunks from 0 and goes on from each as if never stopped', async ({ chunks }, _, path) => {
      expect(chunks.map(({ ordinal }) => ordinal)).toEqual(chunks.map((_chunk, index) => index));
      expect(chunks.length).toBeGreaterThan(1);
      for (const { rest, expected } of await readFromEveryChunk(parser, path)) expect(rest).toEqual(expected);
    });

    check('gives the same for the same bytes', async (reading, _, path) => {
      expect(await readWhole(parser, path)).toEqual(reading);
    });

    check('puts every word into one passage or lists it as excluded', ({ passages, chunks }, { words }) => {
      const excluded = chunks.flatMap((chunk) => chunk.excluded);
      const holders = words.map((word) => [
        word,
        passages.filter(({ text, marker }) => text.includes(word) || marker === word).length +
          excluded.filter(({ text }) => text.includes(word)).length,
      ]);
      expect(holders).toEqual(words.map((word) => [word, 1]));
    });

    check('names in its structure passages of the right kind that stand before or are the passage itself', ({ passages }) => {
      for (const passage of passages) expect(misplaced(passage, passages)).toEqual([]);
    });

    check('gives as headings the titles of the sections around', ({ passages }, { holds }) => {
      // A table without sections may have a name, of its sheet or above its header.
      if (holds.includes('section')) {
        for (const passage of passages) expect(passage.headings).toEqual(sectionTitles(passage, passages));
      } else expect(passages.flatMap(({ structure }) => structure.section ?? [])).toEqual([]);
    });

    check('cuts cells within the text, in order', ({ passages }) => {
      for (const { cells = [], text } of passages) {
        let end = 0;
        for (const cell of cells) {
          expect(cell.start).toBeGreaterThanOrEqual(end);
          expect(cell.end).toBeGreaterThan(cell.start);
          end = cell.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }
    });

    check('lets every section, list and table be proved whole', async ({ passages }, { holds }) => {
      expect(new Set(elementsOf(passages).map(({ kind }) => kind))).toEqual(new Set(holds));
      expect(await notWhole(passages)).toEqual([]);
    });
  });
}
