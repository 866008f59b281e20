import { createCanvas } from '@napi-rs/canvas';
import { siteGrammar } from '../../ontology/index.ts';
import { type KnownWord, knownTexts } from '../ocr/known-texts.test-support.ts';
import type { DocumentParser, ReadLimits, ResumePoint, SegmentChunk } from '../parser/document-parser.ts';
import { readRequest } from '../test-support/read-whole.ts';
import { openPictureReader } from './picture-reader.ts';

/** What every picture shows, for the recogniser of the tests. */
export const SHOWN: readonly KnownWord[] = [
  { text: '法兰螺栓 M12', x: 40, y: 60, size: 12 },
  { text: 'torque 45 N·m', x: 40, y: 90, size: 12 },
];

/** A picture of ink; `shade` makes another one. */
export async function inkPicture(width: number, height: number, shade = 0): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = `rgb(${shade}, 0, 0)`;
  for (let line = 0; line < 4; line += 1) context.fillRect(20, 20 + line * 24, width / 2, 9);
  return canvas.encode('png');
}

interface Options {
  readonly limits?: Partial<ReadLimits>;
  readonly words?: readonly KnownWord[];
  readonly from?: ResumePoint;
}

/** A document read with its pictures, of which each shows these words. */
export async function readWithPictures(parser: DocumentParser, path: string, { limits = {}, words = SHOWN, from }: Options = {}) {
  const recogniser = knownTexts(() => words);
  const plain = { ...readRequest(path, limits), grammar: siteGrammar([]), recogniser };
  const input = { ...plain, pictures: openPictureReader(plain) };
  const survey = await parser.survey(input);
  const chunks: SegmentChunk[] = [];
  for await (const chunk of parser.segment(input, survey, from)) chunks.push(chunk);
  const passages = chunks.flatMap((chunk) => chunk.passages);
  return { asked: recogniser.asked, survey, chunks, passages, ...parser.conclude(survey, (chunks.at(-1) ?? from)?.carry) };
}
