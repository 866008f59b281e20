import { stepMarker } from '../../../ontology/index.ts';
import type { PageElements } from '../../layout/page-elements.ts';
import { rowText } from '../../layout/rows.ts';
import { blockParts } from './block-parts.ts';
import { markerOf } from './classify-line.ts';
import { sectionNumber } from './heading-rules.ts';
import { numberedMark } from './item-mark.ts';
import type { MarkedEdge } from './item-place.ts';
import type { OpenBlock, PageState } from './page-state.ts';

/** The items that a line with its left edge at `x` may follow: of the open list, of the block before it, and the numbered titles around. */
export function marksBefore({ block, headings, list }: PageState, x: number): MarkedEdge[] {
  const titles = [...headings.map(({ text }) => text), ...(block?.kind === 'heading' ? [block.text] : [])];
  const listed = (list?.levels ?? []).map((level) => ({ mark: level, x: level.x }));
  return [...titles.flatMap((text) => marksOfTitle(text, x)), ...listed, ...(block === undefined ? [] : marksOfBlock(block))];
}

/** The lines of `elements` that open like numbered items. */
export function marksAfter(elements: PageElements['elements']): MarkedEdge[] {
  return elements.flatMap((one) => {
    const mark = one.kind === 'line' ? markerOf(one, rowText(one.row).trim())?.mark : undefined;
    return one.kind === 'line' && mark !== undefined ? [{ mark, x: one.row.x0 }] : [];
  });
}

/** A title with a number is an item before the next number, however that is set off from its words. */
function marksOfTitle(text: string, x: number): MarkedEdge[] {
  const label = sectionNumber(text)?.label;
  if (label === undefined) return [];
  const openings = label.includes('.') ? [label] : [`${label}.`, `${label})`, `${label}、`];
  return openings.map((opening) => ({ mark: numberedMark(opening, label), x }));
}

function marksOfBlock(block: OpenBlock): MarkedEdge[] {
  const parts = blockParts(block, { titles: [], leadIn: undefined });
  const counted = parts.flatMap(({ mark, indent }) => (mark === undefined ? [] : [{ mark, x: block.first + indent }]));
  const line = block.text.split('\n').at(-1) ?? '';
  const said = stepMarker(line);
  return said === undefined ? counted : [...counted, { mark: numberedMark(line.slice(0, said.length), said.marker), x: block.left }];
}
