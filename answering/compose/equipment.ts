import type { TagGrammar, VersionId } from '../../kernel/index.ts';
import type { Designation } from '../../ontology/index.ts';
import type { Bag, EvidenceUnit } from './evidence-unit.ts';

/** Whether a code names equipment, as the ledger's keys and the shapes of tags tell. */
export type IsAssetCode = (code: string) => boolean;

/** What the gathered passages tell of names of equipment. */
export interface Equipment {
  readonly isAsset: IsAssetCode;
  /** Whether a name of a file or folder is written as a tag of equipment: `P-600`, not `area-11-a`. */
  readonly isTag: (name: string) => boolean;
  /** Codes that a document gives a designation beside which it prints them: `pump no. 7 (P-607)`. */
  readonly codesOf: (version: VersionId, designation: Designation) => ReadonlySet<string>;
  /** Whether a document names a code at all. */
  readonly names: (version: VersionId, code: string) => boolean;
}

/** For questions that rows alone answer. */
export function equipmentByShape(isAsset: IsAssetCode): Equipment {
  return { isAsset, isTag: () => false, codesOf: () => NONE, names: () => false };
}

const NONE: ReadonlySet<string> = new Set();

/** Reads which codes documents print beside designations; a name holds within its document only. */
export function readEquipment(units: readonly EvidenceUnit[], isAsset: IsAssetCode, grammar: TagGrammar): Equipment {
  const named = new Map<string, Set<string>>();
  const printed = new Set<string>();
  for (const unit of units) {
    const { versionId } = unit.stored.passage;
    for (const bag of [unit.bag, ...unit.headings, unit.title, ...unit.cells.flatMap((cell) => [cell.bag, cell.header])]) {
      for (const code of bag.codes) printed.add(`${versionId} ${code}`);
      for (const { designation, code } of bag.appositions) {
        if (!isAsset(code)) continue;
        const name = nameOf(versionId, designation);
        named.set(name, new Set([...(named.get(name) ?? []), code]));
      }
    }
  }
  return {
    isAsset,
    isTag: (name) => grammar.find(name).some(({ identifier }) => isAsset(identifier.folded)),
    codesOf: (version, designation) => named.get(nameOf(version, designation)) ?? NONE,
    names: (version, code) => printed.has(`${version} ${code}`),
  };
}

function nameOf(version: VersionId, { key, initial = '' }: Designation): string {
  return `${version} ${initial} ${key}`;
}

/** Codes of a text, those that its designations stand for included, and whether it designates equipment that is none of the asked. */
export function equipmentIn(
  bag: Pick<Bag, 'codes' | 'designations'>,
  version: VersionId,
  asked: ReadonlySet<string>,
  equipment: Equipment,
): { readonly codes: ReadonlySet<string>; readonly designatesOthers: boolean } {
  const codes = new Set(bag.codes);
  let designatesOthers = false;
  for (const designation of bag.designations) {
    const trains = [...asked].filter((code) => isTrainOf(code, designation) && equipment.names(version, code));
    const own = new Set([
      ...equipment.codesOf(version, designation),
      ...[...asked].filter((code) => isNumberOf(code, designation)),
      ...trains.filter((code) => code.startsWith(designation.initial ?? ' ')),
    ]);
    for (const code of own) codes.add(code);
    if (own.size === 0 && trains.length === 0) designatesOthers = true;
  }
  return { codes, designatesOthers };
}

/** `Pump 506` and `#506` are P-506: the number is whole, and the kind, where one is named, begins with the tag's letter. */
function isNumberOf(code: string, { key, initial }: Designation): boolean {
  const { letters = '', number = '' } = /^(?<letters>[A-Z]+)(?<number>\d{3,}[A-Z]?)$/.exec(code)?.groups ?? {};
  if (letters === '') return false;
  return key === code || (key === number && (initial === undefined || initial === '' || letters.startsWith(initial)));
}

/** In a document that names P-101A, `pump A` is P-101A and `motor A` is of its train. */
function isTrainOf(code: string, { key }: Designation): boolean {
  return /^[A-Z]$/.test(key) && new RegExp(`\\d${key}$`).test(code);
}
