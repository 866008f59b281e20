import { foldText } from '../../kernel/index.ts';
import { rootEnglish } from '../../ontology/index.ts';

/** A unit of lexical comparison: a stemmed English word, a code, or two neighbouring Chinese characters; UTF-16 offsets. */
export interface MatchWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A run ends where the script changes: nothing need stand between a code and a Chinese word (`P-607的拧紧力矩`). */
const PIECE = /\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{N}])+(?:['.\-/](?:(?!\p{sc=Han})[\p{L}\p{N}])+)*/gu;
const HAN = /^\p{sc=Han}/u;

/**
 * Words of a text for comparing two texts, in order. Chinese runs give overlapping pairs (a lone character gives itself), so
 * that no segmenter has to agree with itself on two texts.
 */
export function matchWords(text: string): MatchWord[] {
  const folded = foldText(text);
  const found: MatchWord[] = [];
  const add = (word: string, start: number, end: number) => found.push({ text: word, ...folded.toSource(start, end) });
  for (const { 0: piece, index } of folded.text.matchAll(PIECE)) {
    if (!HAN.test(piece)) {
      if (/\d/.test(piece)) add(piece, index, index + piece.length);
      else
        for (const part of piece.matchAll(/[^'.\-/]+/g)) add(rootEnglish(part[0]), index + part.index, index + part.index + part[0].length);
    } else if (piece.length === 1) {
      add(piece, index, index + 1);
    } else {
      for (let at = 0; at < piece.length - 1; at += 1) add(piece.slice(at, at + 2), index + at, index + at + 2);
    }
  }
  return found;
}
