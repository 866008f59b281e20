import { FaultlineError } from '../../../kernel/index.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import type { DrawingReading } from '../create-drawing-parser.ts';
import { MODEL } from '../interpret/stamped-sheets.ts';
import type { DrawingElement } from '../model/drawing.ts';
import { SheetBuilder } from '../model/sheet-builder.ts';
import { composed, scaled, turned } from '../model/transform.ts';
import { readXmlTree } from '../xml/read-xml-tree.ts';
import { toXmlFault } from '../xml/to-xml-fault.ts';
import { drawSvg } from './draw-svg.ts';

/** `y` of an SVG runs downwards. */
const UPRIGHT = scaled(1, -1);
/** Share of the texts that must be turned alike for the sheet to have been. */
const TURNED = 0.8;

/**
 * Reads an SVG drawing as far as it goes, turned so that most of its texts are level.
 * @throws FaultlineError `parse-failed` or `limit-exceeded` where nothing of it can be read.
 */
export async function readSvg(path: string, limits: Pick<ReadLimits, 'maxElements' | 'maxDepth'>): Promise<DrawingReading> {
  const { root, encoding, fault } = await readXmlTree(path, limits);
  if (root.name.toLowerCase() !== 'svg') throw new FaultlineError('parse-failed', 'The file is no SVG drawing.');
  let builder = new SheetBuilder(limits.maxElements);
  let warnings = drawSvg(root, UPRIGHT, builder);
  const turn = usualTurn(builder.elements);
  if (turn !== 0) {
    builder = new SheetBuilder(limits.maxElements);
    warnings = drawSvg(root, composed(turned(-turn), UPRIGHT), builder);
  }
  const drawing = { sheets: [{ name: MODEL, elements: builder.elements }], encoding, warnings };
  return { drawing, ...toXmlFault(builder.fault ?? fault) };
}

/** Degrees by which nearly all texts are turned; 0 where they are not turned alike. */
function usualTurn(elements: readonly DrawingElement[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const element of elements) {
    if (element.kind !== 'text' || element.isHidden) continue;
    all += 1;
    const turn = Math.round(element.rotation * 10) / 10;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= TURNED * all ? most[0] : 0;
}
