import type { Package } from '../../archive/open-package.ts';
import { elementAt, readPartTree } from '../../archive/read-part-tree.ts';
import { readRelations } from '../../archive/read-relations.ts';
import { relationIn } from './read-drawn-pictures.ts';

const PART = 'xl/cellimages.xml';
/** What a cell that holds a picture says in WPS. */
const SHOWN = /DISPIMG\("([^"]{1,100})"/g;

/**
 * Parts of the pictures that stand in cells, as WPS keeps them, by the names that cells call; undefined where the package lacks one.
 * @throws FaultlineError where their list is damaged or too large.
 */
export async function readCellImages(source: Package, maxElements: number): Promise<ReadonlyMap<string, string | undefined>> {
  if (!source.names.includes(PART)) return new Map();
  const parts = new Map((await readRelations(source, PART)).map(({ id, part }) => [id, part]));
  const images = new Map<string, string | undefined>();
  for (const image of (await readPartTree(source, PART, maxElements))?.children ?? []) {
    const picture = elementAt(image, 'pic');
    const name = elementAt(picture, 'nvPicPr', 'cNvPr')?.attributes.name;
    for (const relation of relationIn(picture)) if (name !== undefined) images.set(name, parts.get(relation));
  }
  return images;
}

/** Names of the pictures that a cell of these words holds. */
export function cellImagesIn(text: string): readonly string[] {
  return !text.includes('DISPIMG') ? [] : [...text.matchAll(SHOWN)].map(([, name = '']) => name);
}
