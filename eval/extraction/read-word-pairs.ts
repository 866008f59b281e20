import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordPair } from '../../models/index.ts';

const SET = 'maintnorm-train';
const FILES = ['train.norm', 'val.norm'];
/** The files hold the texts of three companies one after another, as many of each. */
const COMPANIES = 3;

/** A text of MaintNorm, word by word, and which company wrote it. */
export interface NormalisedSample {
  readonly company: number;
  readonly words: readonly WordPair[];
}

/** The texts of MaintNorm that may be learnt from, in the order of the files. */
export async function readWordPairs(dataFolder: string): Promise<NormalisedSample[]> {
  const samples: NormalisedSample[] = [];
  for (const file of FILES) {
    const texts = (await readFile(join(dataFolder, SET, file), 'utf8'))
      .split(/\r?\n\r?\n/)
      .map((block) => block.split(/\r?\n/).filter((line) => line !== ''))
      .filter((lines) => lines.length > 0);
    texts.forEach((lines, at) => {
      samples.push({
        company: Math.floor((COMPANIES * at) / texts.length),
        words: lines.map((line) => {
          const [raw = '', form = ''] = line.split('\t');
          return { raw, form };
        }),
      });
    });
  }
  return samples;
}
