import { printTable } from '../../print-table.ts';
import type { HandReadScore } from './run-hand-read-sheet.ts';

/** Precision and recall of tags and edges of the sheet that a person read, then what was missed and invented. */
export function reportHandRead({ tags, edges, unsure, isSheet }: HandReadScore): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(4));
  const rows = Object.entries({ tags, edges }).map(([matter, { wanted, found, right }]) => [
    ...[matter, wanted, found, right],
    ...[share(right, found), share(right, wanted), share(2 * right, found + wanted)],
  ]);
  const table = printTable(['matter', 'wanted', 'found', 'right', 'precision', 'recall', 'F1'], rows);
  const faults = Object.entries({ tags, edges }).flatMap(([matter, { missed, invented }]) => [
    ...missed.map((name) => `${matter}: missed ${name}`),
    ...invented.map((name) => `${matter}: invented ${name}`),
  ]);
  const notes = [
    isSheet ? 'The picture was read as a drawing.' : 'The picture was read as a page of text.',
    ...(unsure.length === 0 ? [] : [`Below the floor of confidence, so nearest at most: ${unsure.join(', ')}.`]),
  ];
  return `${table}\n${[...faults, ...notes].join('\n')}\n`;
}
