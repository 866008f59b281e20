import { readFile } from 'node:fs/promises';
import { cleanText } from './clean-text.ts';
import { type Encoding, encodingWarnings, surveyEncoding } from './detect-encoding.ts';
import { makeDecoder } from './make-decoder.ts';

export interface WholeText {
  readonly text: string;
  readonly encoding: Encoding;
  /** For the quality report. */
  readonly warnings: readonly string[];
}

/** A whole text file, decoded and cleaned. */
export async function readText(path: string): Promise<WholeText> {
  const survey = await surveyEncoding(path);
  const { encoding } = survey;
  return { text: cleanText(makeDecoder(encoding).decode(await readFile(path))), encoding, warnings: encodingWarnings(survey) };
}

/** Joins the lines of a paragraph: with a space, but with none between Chinese characters. */
export function joinLines(text: string): string {
  // Line by line: a pattern for blanks before a line end would look at a run of blanks once for each of them.
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const begun = index === 0 ? line : line.trimStart();
      return index === lines.length - 1 ? begun : begun.trimEnd();
    })
    .join('\n')
    .replace(/(?<=[\p{sc=Han}，。；：、！？（）])\n(?=[\p{sc=Han}，。；：、！？（）])/gu, '')
    .replaceAll('\n', ' ');
}
