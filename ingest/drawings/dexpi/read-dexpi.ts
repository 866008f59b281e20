import { drawingLabel } from '../../../ontology/index.ts';
import type { ReadLimits } from '../../parser/document-parser.ts';
import type { DrawingReading } from '../create-drawing-parser.ts';
import { MODEL } from '../interpret/stamped-sheets.ts';
import { around } from '../model/box-of.ts';
import { SheetBuilder } from '../model/sheet-builder.ts';
import { readXmlTree } from '../xml/read-xml-tree.ts';
import { toXmlFault } from '../xml/to-xml-fault.ts';
import { connectPlant } from './connect-plant.ts';
import { modelPlant } from './model-plant.ts';
import { drawModel } from './model-sheet.ts';
import { nameStates } from './name-states.ts';
import { nameThings } from './name-things.ts';
import { proteusPlant } from './proteus-plant.ts';
import { drawProteus } from './proteus-sheet.ts';

const CUT = 'The file states more connections than are told; the others are left out.';

/**
 * Reads a file of DEXPI as far as it goes: what it draws, and what it states of the plant.
 * @throws FaultlineError `parse-failed` or `limit-exceeded` where nothing of it can be read.
 */
export async function readDexpi(path: string, limits: Pick<ReadLimits, 'maxElements' | 'maxDepth'>): Promise<DrawingReading> {
  const { root, encoding, fault } = await readXmlTree(path, limits);
  const builder = new SheetBuilder(limits.maxElements);
  const isModel = root.name === 'Model';
  const plant = isModel ? modelPlant(root) : proteusPlant(root);
  const labels = isModel ? drawModel(root, builder) : drawProteus(root, builder);
  const frame = around(builder.elements) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  for (const { name, value } of plant.fields) {
    const tag = spaced(name);
    if (drawingLabel(tag) !== undefined) builder.stated(`#${name}`, value, frame, { tag });
  }
  const names = nameThings(plant, builder, labels);
  const { stated, isCut } = connectPlant(plant, names, nameStates(plant, names, builder, labels));
  const drawing = { sheets: [{ name: MODEL, elements: builder.elements, stated }], encoding, warnings: isCut ? [CUT] : [] };
  return { drawing, ...toXmlFault(builder.fault ?? fault) };
}

/** `RevisionNumber` as the words `Revision Number`. */
function spaced(name: string): string {
  return name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}
