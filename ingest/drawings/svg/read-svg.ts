import { FaultlineError } from '../../../kernel/index.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import type { DrawingReading } from '../create-drawing-parser.ts';
import { MODEL } from '../interpret/stamped-sheets.ts';
import { SheetBuilder } from '../model/sheet-builder.ts';
import { composed, scaled, turned } from '../model/transform.ts';
import { usualTurn } from '../model/usual-turn.ts';
import { readXmlTree } from '../xml/read-xml-tree.ts';
import { toXmlFault } from '../xml/to-xml-fault.ts';
import { drawSvg } from './draw-svg.ts';

/** `y` of an SVG runs downwards. */
const UPRIGHT = scaled(1, -1);

/**
 * Reads an SVG drawing as far as it goes, turned so that most of its texts are level.
 * @throws FaultlineError `parse-failed` or `limit-exceeded` where nothing of it can be read.
 */
export async function readSvg(path: string, limits: Pick<ReadLimits, 'maxElements' | 'maxDepth'>): Promise<DrawingReading> {
  const { root, encoding, fault } = await readXmlTree(path, limits);
  if (root.name.toLowerCase() !== 'svg') throw new FaultlineError('parse-failed', 'The file is no SVG drawing.');
  let builder = new SheetBuilder(limits.maxElements);
  let warnings = drawSvg(root, UPRIGHT, builder);
  const turn = usualTurn(builder.elements.flatMap((one) => (one.kind === 'text' && !one.isHidden ? [one.rotation] : [])));
  if (turn !== 0) {
    builder = new SheetBuilder(limits.maxElements);
    warnings = drawSvg(root, composed(turned(-turn), UPRIGHT), builder);
  }
  const drawing = { sheets: [{ name: MODEL, elements: builder.elements }], encoding, warnings };
  return { drawing, ...toXmlFault(builder.fault ?? fault) };
}
