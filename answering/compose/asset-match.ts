import type { LinkedEntity } from '../question/question.ts';
import { belongsTo, isSibling } from '../verify/tag-relation.ts';
import type { EvidenceUnit } from './evidence-unit.ts';

/**
 * How a unit's equipment stands to the question's. `same`: it names it; `related`: it names what belongs to it (equal loop
 * number and suffix: motor M-101A of pump P-101A); `open`: it names none; `foreign`: it is about other equipment.
 */
export type AssetRelation = 'same' | 'related' | 'open' | 'foreign';

/** Whether a code names equipment, as the ledger's keys and the shapes of tags tell. */
export type IsAssetCode = (code: string) => boolean;

/**
 * The nearest statement decides: the row or sentence itself, then its titles from the inside out. A document's own title names
 * what all of it is part of: only a sibling there makes its content foreign.
 */
export function assetRelation(unit: EvidenceUnit, asked: ReadonlySet<string>, isAsset: IsAssetCode): AssetRelation {
  if (asked.size === 0) return 'open';
  const whole = [...unit.title.codes].filter(isAsset);
  if (whole.some((code) => [...asked].some((other) => isSibling(code, other)))) return 'foreign';
  const relation = nearestRelation([assetLevel(unit), ...unit.headings.map((bag) => bag.codes)], asked, isAsset);
  return relation === 'foreign' && whole.some((code) => asked.has(code)) ? 'related' : relation;
}

function nearestRelation(levels: readonly ReadonlySet<string>[], asked: ReadonlySet<string>, isAsset: IsAssetCode): AssetRelation {
  let relation: AssetRelation = 'open';
  for (const [depth, level] of levels.entries()) {
    const named = [...level].filter(isAsset);
    if (named.length === 0) continue;
    if (named.some((code) => asked.has(code))) return 'same';
    if (named.some((code) => [...asked].some((other) => belongsTo(code, other)))) return 'related';
    if (depth > 0 || named.some((code) => [...asked].some((other) => isSibling(code, other)))) return 'foreign';
    relation = 'foreign';
  }
  return relation;
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
