import { type ColumnRole, fold } from '../../kernel/index.ts';
import type { Question } from '../question/question.ts';
import { assetCodes, assetRelation } from './asset-match.ts';
import { equipmentKinds, kindsOfBags } from './equipment-kind.ts';
import type { EvidenceUnit, UnitCell } from './evidence-unit.ts';
import type { Gathered } from './gather-evidence.ts';
import { askedEquipment } from './scope-match.ts';
import { tableOf } from './with-tables.ts';

/** Evidence of a fault that may be of the asked machine, and rows of tables of faults that are of machines of other kinds. */
export interface PartedRows {
  readonly own: Gathered;
  readonly others: Gathered;
  /** Of which kinds the others are; ids of the vocabulary. */
  readonly kindsOf: ReadonlyMap<EvidenceUnit, ReadonlySet<string>>;
}

/** Cells that say what is at fault and how. */
const FAULTY: ReadonlySet<ColumnRole | undefined> = new Set(['symptom', 'component', 'asset', 'failure-mode', 'effect', 'alarm-text']);
const CAUSAL: ReadonlySet<ColumnRole | undefined> = new Set(['cause', 'mechanism']);

/**
 * Parts rows of faults by the kind of machine that they are of, where the question names a machine of a kind that is known: by a tag whose
 * kind documents tell, or by the kind itself. What a row names in what is at fault, else its titles, says what it is of; a row that names
 * no machine is of the kind that its table names most, unless its causes name the asked kind. Of what its document is called by (a skid)
 * every row is, and sentences and rows of other tables are left among the own.
 */
export function partRowsByKind(question: Question, gathered: Gathered): PartedRows {
  const codes = assetCodes(askedEquipment(question, gathered.named));
  const asked = equipmentKinds([
    ...question.terms.flatMap(({ concept }) => concept ?? []),
    ...(codes.size === 0 ? [] : gathered.askedKinds),
  ]);
  const kindsOf = new Map<EvidenceUnit, ReadonlySet<string>>();
  for (const faults of asked.size === 0 ? [] : faultsByTable(gathered.units)) {
    const prevailing = mostNamed(faults.map(([unit]) => kindsOfBags(bagsOf(unit, FAULTY))));
    for (const fault of faults) {
      const kinds = otherKinds(fault, asked, prevailing);
      if (kinds === undefined) continue;
      for (const unit of fault) if (codes.size === 0 || assetRelation(unit, codes, gathered.equipment) !== 'same') kindsOf.set(unit, kinds);
    }
  }
  return {
    own: { ...gathered, units: gathered.units.filter((unit) => !kindsOf.has(unit)) },
    others: { ...gathered, units: [...kindsOf.keys()] },
    kindsOf,
  };
}

/** Rows of one fault of one table. */
type Fault = readonly [EvidenceUnit, ...EvidenceUnit[]];

function faultsByTable(units: readonly EvidenceUnit[]): readonly (readonly Fault[])[] {
  const tables = new Map<string, Map<string, Fault>>();
  for (const unit of units) {
    if (![FAULTY, CAUSAL].every((roles) => unit.cells.some(({ role }) => roles.has(role)))) continue;
    const table = tableOf(unit.stored);
    const faults = tables.get(table) ?? new Map<string, Fault>();
    const label = labelOf(unit);
    const [first = unit, ...more] = faults.get(label) ?? [];
    faults.set(label, first === unit ? [unit] : [first, ...more, unit]);
    tables.set(table, faults);
  }
  return [...tables.values()].map((faults) => [...faults.values()]);
}

/** The kinds of machines that a fault is of, where the asked one is of none of them. */
function otherKinds(fault: Fault, asked: ReadonlySet<string>, prevailing: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const [first] = fault;
  const isAsked = (kinds: ReadonlySet<string>) => [...kinds].some((kind) => asked.has(kind));
  const title = kindsOfBags([first.title]);
  if (isAsked(title)) return undefined;
  // The outermost title often is the document's: what is called a skid there may be any machine of it.
  const headings = first.headings.map((bag) => new Set([...kindsOfBags([bag])].filter((kind) => !title.has(kind))));
  const [own] = [kindsOfBags(bagsOf(first, FAULTY)), ...headings].filter(({ size }) => size > 0);
  if (own === undefined && isAsked(kindsOfBags(fault.flatMap((unit) => bagsOf(unit, CAUSAL))))) return undefined;
  const kinds = own ?? prevailing;
  return kinds.size === 0 || isAsked(kinds) ? undefined : kinds;
}

/** The kinds that most faults of a table name. */
function mostNamed(named: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const kinds of named) for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return new Set([...counts].filter(([, count]) => count === most).map(([kind]) => kind));
}

function bagsOf({ cells }: EvidenceUnit, roles: ReadonlySet<ColumnRole | undefined>): readonly UnitCell['bag'][] {
  return cells.filter(({ role }) => roles.has(role)).map(({ bag }) => bag);
}

function labelOf({ cells }: EvidenceUnit): string {
  return cells
    .filter(({ role }) => FAULTY.has(role))
    .map((cell) => fold(cell.inherited ?? cell.text))
    .join(' | ');
}
