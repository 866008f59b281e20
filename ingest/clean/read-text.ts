import { readFile } from 'node:fs/promises';
import { cleanText } from './clean-text.ts';
import { detectEncoding, type Encoding } from './detect-encoding.ts';

/** A whole text file, decoded and cleaned. */
export async function readText(path: string): Promise<{ readonly text: string; readonly encoding: Encoding }> {
  const encoding = await detectEncoding(path);
  return { text: cleanText(new TextDecoder(encoding).decode(await readFile(path))), encoding };
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
