import type { LinkedEntity } from '../question/question.ts';
import { belongsTo, isSibling } from '../verify/tag-relation.ts';
import { type Equipment, equipmentIn } from './equipment.ts';
import type { Bag, EvidenceUnit } from './evidence-unit.ts';

/**
 * How a unit's equipment stands to the question's. `same`: it names it; `related`: it names what belongs to it (equal loop
 * number and suffix: motor M-101A of pump P-101A); `open`: it names none; `foreign`: it is about other equipment.
 */
export type AssetRelation = 'same' | 'related' | 'open' | 'foreign';

/**
 * The nearest statement decides: the row or sentence itself, then its titles from the inside out. Equipment that a text designates
 * without a code (`pump no. 7`, `2号泵`) is other equipment unless its document says that it is the asked; what is said in general
 * is about the asked only in a document that names it. What a document is called
 * and says it holds for names what all of it is part of: only a sibling there makes its content foreign, unless the asked is named
 * beside it (a manual of a series that holds for each of its machines).
 */
export function assetRelation(unit: EvidenceUnit, asked: ReadonlySet<string>, equipment: Equipment): AssetRelation {
  if (asked.size === 0) return 'open';
  const within = (bag: Pick<Bag, 'codes' | 'designations'>) => equipmentIn(bag, unit.stored.passage.versionId, asked, equipment);
  const title = within(unit.title);
  const whole = [...title.codes].filter(equipment.isAsset);
  const isOfAsked = whole.some((code) => asked.has(code));
  const namesSibling = (codes: Iterable<string>) => [...codes].some((code) => [...asked].some((other) => isSibling(code, other)));
  if (!isOfAsked && (namesSibling(whole) || title.designatesOthers)) return 'foreign';
  const statement = within({ codes: assetLevel(unit), designations: designationLevel(unit) });
  const levels = [statement, ...unit.headings.map(within)];
  const relation = nearestRelation(levels, asked, equipment);
  if (isOfAsked && relation === 'foreign') {
    const isNeighbours = levels.some(({ codes }) => namesSibling([...codes].filter(equipment.isAsset)));
    return statement.designatesOthers || isNeighbours ? relation : 'related';
  }
  const isNamed = isOfAsked || [...asked].some((code) => equipment.names(unit.stored.passage.versionId, code));
  return relation === 'open' && !isNamed ? 'foreign' : relation;
}

function nearestRelation(
  levels: readonly ReturnType<typeof equipmentIn>[],
  asked: ReadonlySet<string>,
  { isAsset }: Equipment,
): AssetRelation {
  let relation: AssetRelation = 'open';
  for (const [depth, { codes, designatesOthers }] of levels.entries()) {
    const named = [...codes].filter(isAsset);
    if (named.some((code) => asked.has(code))) return 'same';
    if (designatesOthers) return 'foreign';
    if (named.length === 0) continue;
    if (named.some((code) => [...asked].some((other) => belongsTo(code, other)))) return 'related';
    if (depth > 0 || named.some((code) => [...asked].some((other) => isSibling(code, other)))) return 'foreign';
    relation = 'foreign';
  }
  return relation;
}

/** Designations of a row that say what it is about: of its columns (a size of thread is none), else of its asset cells, else of all of it. */
function designationLevel(unit: EvidenceUnit): Bag['designations'] {
  const columns = unit.cells.flatMap((cell) => cell.header.designations.filter(({ initial }) => initial !== undefined));
  if (columns.length > 0) return columns;
  const assets = unit.cells.filter((cell) => cell.role === 'asset').flatMap((cell) => cell.bag.designations);
  return assets.length > 0 ? assets : unit.bag.designations;
}

/** Codes of a row that say what it is about: its asset cells, else all cells that are no value of one asset's column. */
export function assetLevel(unit: EvidenceUnit): ReadonlySet<string> {
  const columns = unit.cells.flatMap((cell) => [...cell.header.codes]);
  if (columns.length > 0) return new Set(columns);
  const assetCells = unit.cells.filter((cell) => cell.role === 'asset');
  if (assetCells.length > 0) {
    const codes = new Set(assetCells.flatMap((cell) => [...cell.bag.codes]));
    if (codes.size > 0) return codes;
  }
  return unit.bag.codes;
}

/** All codes by which the asked equipment goes; beside a code, a name is a word of the question like any other. */
export function assetCodes(named: readonly LinkedEntity[]): ReadonlySet<string> {
  const coded = named.filter((asset) => asset.isCode);
  const assets = coded.length > 0 ? coded : named;
  return new Set(
    assets.flatMap((asset) => [
      asset.folded,
      ...asset.keys.filter((key) => key.class === 'tag' || key.class === 'serial').map((key) => key.folded),
    ]),
  );
}
