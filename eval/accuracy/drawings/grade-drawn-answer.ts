import type { Answer } from '../../../app/index.ts';
import { positionOf } from '../../../datasets/index.ts';
import { foldIdentifier } from '../../../kernel/index.ts';
import type { DrawnQuestion } from './drawn-question.ts';

/**
 * `partial`: nothing told is wrong, and what is missing is told as a pipe without a direction; `wrong`: something told is not so, or
 * something is missing and nothing says so.
 */
export const DRAWN_GRADES = ['right', 'partial', 'refused', 'wrong'] as const;
export type DrawnGrade = (typeof DRAWN_GRADES)[number];

/** What stands on a sheet is cited there; a sheet of a PDF is a page. */
const ON_SHEETS: readonly (string | undefined)[] = ['drawing', 'page'];

/** Holds an answer against what its sheets were drawn from. */
export function gradeDrawnAnswer({ kind, wanted }: DrawnQuestion, { decision, claims, citations }: Answer['content']): DrawnGrade {
  if (kind === 'unknown') return decision === 'answered' ? 'wrong' : 'right';
  if (decision !== 'answered') return 'refused';
  const want = new Set(wanted.map(pairOf));
  if (kind === 'where') {
    const said = claims.map(({ text }) => foldIdentifier(text)).join(' ');
    return wanted.every((number) => said.includes(foldIdentifier(number))) ? 'right' : 'wrong';
  }
  if (kind === 'list')
    return isSame(want, new Set(claims.map(({ text }) => foldIdentifier(text.split(/\s/u)[0] ?? '')))) ? 'right' : 'wrong';
  const drawn = claims.flatMap((claim) => (claim.kind === 'computed' || claim.drawn === undefined ? [] : [claim.drawn]));
  const isCited = claims.every(
    (claim) => claim.citations.length > 0 && claim.citations.every((at) => ON_SHEETS.includes(citations[at]?.anchors[0]?.kind)),
  );
  if (!isCited) return 'wrong';
  if (kind === 'isolation') {
    const [isolation] = drawn.flatMap((one) => (one.kind === 'isolation' ? [one] : []));
    return isSame(want, new Set((isolation?.valves ?? []).map(foldIdentifier))) ? 'right' : 'wrong';
  }
  if (kind === 'state' || kind === 'states') {
    const said = drawn.flatMap((one) =>
      one.kind === 'normal-state' ? [pairOf(`${one.valve} > ${positionOf(one.mark) ?? one.mark}`)] : [],
    );
    return isSame(want, new Set(said)) ? 'right' : 'wrong';
  }
  const told = new Set(drawn.flatMap((one) => ('from' in one && one.kind !== 'joins' ? [pairOf(`${one.from} > ${one.to}`)] : [])));
  if ([...told].some((one) => !want.has(one))) return 'wrong';
  const missing = [...want].filter((one) => !told.has(one));
  const open = new Set(
    drawn.flatMap((one) => (one.kind === 'joins' ? [pairOf(`${one.from} > ${one.to}`), pairOf(`${one.to} > ${one.from}`)] : [])),
  );
  if (missing.length === 0) return 'right';
  return missing.some((one) => open.has(one)) ? 'partial' : 'wrong';
}

function pairOf(text: string): string {
  return text.split(' > ').map(foldIdentifier).join(' > ');
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
