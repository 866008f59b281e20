import { languageOf } from '../../kernel/index.ts';
import { splitSentences, stepMarker } from '../../ontology/index.ts';
import type { ClaimInput } from './check.ts';

const LINE = /[^\n\r]+/g;
const BULLET = /^\s*(?:[-*•·–]\s+)+/u;
const CITATION_MARK = /\s*(?:\[\d+(?:\s*[,，-]\s*\d+)*\]|【\d+】|\(\d+\))+/gu;

/** Sentences of an answer with their offsets, line by line; list marks, step numbers and citation marks are no part of a claim. */
export function splitClaims(answer: string): ClaimInput[] {
  const claims: ClaimInput[] = [];
  for (const { 0: line, index } of answer.matchAll(LINE)) {
    const lead = BULLET.exec(line)?.[0].length ?? 0;
    const marker = stepMarker(line.slice(lead))?.length ?? 0;
    const offset = lead + marker;
    const body = line.slice(offset);
    for (const { start, end } of splitSentences(body, languageOf(body))) {
      const text = body.slice(start, end).replace(CITATION_MARK, '').trim();
      if (text !== '') claims.push({ text, start: index + offset + start, end: index + offset + end });
    }
  }
  return claims;
}
