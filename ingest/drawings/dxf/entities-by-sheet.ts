import type { DecodeBytes } from './code-page.ts';
import type { DxfBlock, DxfEntity, DxfFile } from './dxf-entity.ts';

const MODEL = 'Model';
/** Block that holds the entities of the paper layout that was open when the drawing was saved; they stand outside the blocks. */
const OPEN_PAPER = '*PAPER_SPACE';
const OPEN_NAME = 'Paper_Space';

/** The entities of each sheet: the model, the paper layout that was open, and others, which stand in blocks of their own. */
export function entitiesBySheet(
  file: DxfFile,
  blocks: ReadonlyMap<string, DxfBlock>,
  decode: DecodeBytes,
): readonly { readonly name: string; readonly entities: readonly DxfEntity[] }[] {
  const open = file.layouts.find(({ block }) => block.toUpperCase() === OPEN_PAPER);
  const openName = open === undefined ? OPEN_NAME : decode(open.name);
  const sheets = new Map<string, DxfEntity[]>([[MODEL, []]]);
  for (const { name, block } of file.layouts) {
    const decoded = decode(name);
    if (block === '' || /^\*MODEL_SPACE$/i.test(block)) continue;
    sheets.set(decoded, [...(sheets.get(decoded) ?? []), ...(blocks.get(block.toUpperCase())?.entities ?? [])]);
  }
  // A file without its objects does not say which layouts its blocks are.
  const held = new Set(file.layouts.map(({ block }) => block.toUpperCase()));
  for (const [key, { name, entities }] of blocks) {
    if (key.startsWith(OPEN_PAPER) && !held.has(key)) sheets.set(decode(name).slice(1), [...entities]);
  }
  for (const entity of file.entities) {
    const name = entity.layout === undefined ? MODEL : entity.layout === '' ? openName : decode(entity.layout);
    const together = sheets.get(name) ?? [];
    together.push(entity);
    sheets.set(name, together);
  }
  const inModel = blocks.get('*MODEL_SPACE')?.entities ?? [];
  sheets.get(MODEL)?.unshift(...inModel);
  return [...sheets].map(([name, entities]) => ({ name, entities }));
}
