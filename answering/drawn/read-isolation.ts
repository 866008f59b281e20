import { type Access, foldIdentifier, isOnSheetOutOfUse, type StoredPassage, sheetOf } from '../../kernel/index.ts';
import { valveFunction } from '../../ontology/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import { pipesStated } from './pipes-stated.ts';
import type { ReadAgain } from './read-again.ts';

type Isolation = Extract<DrawnStatement, { kind: 'isolation' }>;

/** What parts nothing: a motor and its machine are one. */
const LINES: ReadonlySet<string> = new Set(['feeds', 'fed-by', 'joins', 'drives', 'driven-by']);
const LAST_ORDER = Number.MAX_SAFE_INTEGER;

/**
 * The same by another way: everything that pipes join without a shut-off valve between, or conductors without a breaker, is one part of
 * the plant, whichever end says so; the valves are those that stand at the part of the asked thing. Undefined where another set of valves comes out.
 */
export async function readIsolation(
  { passages }: Pick<Evidence, 'passages'>,
  access: Access,
  kept: readonly StoredPassage[],
  statement: Isolation,
): Promise<ReadAgain | undefined> {
  const labels: StoredPassage[] = [];
  for (const version of new Set(kept.map(({ passage }) => passage.versionId))) {
    const found = await passages.range(access, version, 0, LAST_ORDER, ['drawing-label']);
    labels.push(...found.filter((stored) => stored.damaged !== true && !isOnSheetOutOfUse(stored.passage)));
  }
  const of = foldIdentifier(statement.of);
  const { pairs, leaving, names, roles } = readPipes(labels, statement.isElectrical === true);
  const isShutOff = (one: string): boolean => {
    const role = roles.get(one);
    return (
      one !== of && (role === undefined ? valveFunction(names.get(one) ?? '') === 'shut-off' : role === 'breaker' || role === 'switch')
    );
  };
  const parts = new Parts();
  for (const [a, b] of pairs) if (!isShutOff(a) && !isShutOff(b)) parts.join(a, b);
  const isOwn = (one: string): boolean => parts.partOf(one) === parts.partOf(of);
  const valves = new Set(
    pairs.flatMap(([a, b]) => [
      ...(isShutOff(a) && !isShutOff(b) && isOwn(b) ? [a] : []),
      ...(isShutOff(b) && !isShutOff(a) && isOwn(a) ? [b] : []),
    ]),
  );
  const around = [...new Set(pairs.flat())].filter((one) => !isShutOff(one) && isOwn(one));
  // What a motor turns is told apart from it by no breaker.
  const unparted = around.filter((one) => {
    const role = roles.get(one);
    return one !== of && (role === undefined ? valveFunction(names.get(one) ?? '') === undefined : role !== 'machine');
  });
  const isSame = (said: readonly string[], found: Iterable<string>): boolean => {
    const set = new Set(found);
    return said.length === set.size && said.every((name) => set.has(foldIdentifier(name)) && names.get(foldIdentifier(name)) === name);
  };
  const holds =
    names.get(of) === statement.of &&
    isSame(statement.valves, valves) &&
    isSame(statement.unparted, unparted) &&
    isSame(
      statement.leaving,
      [...leaving].filter((one) => !isShutOff(one) && isOwn(one)),
    );
  return holds ? { statement: { ...statement, basis: pipesStated(kept) ? 'stated' : 'inferred' }, isOverSheets: false } : undefined;
}

interface Pipes {
  /** Folded names that a pipe joins. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Folded names of what has a pipe to a sheet that is not among these. */
  readonly leaving: ReadonlySet<string>;
  /** Printed name by folded one. */
  readonly names: ReadonlyMap<string, string>;
  /** What things of a one-line diagram are. */
  readonly roles: ReadonlyMap<string, string>;
}

function readPipes(labels: readonly StoredPassage[], isElectrical: boolean): Pipes {
  const roles = new Map<string, string>();
  const names = new Map<string, string>();
  const pairs: (readonly [string, string])[] = [];
  const ends = new Map<string, { readonly own: string; readonly sheet: string; readonly way: string }[]>();
  for (const { passage } of labels)
    for (const relation of passage.structure.drawn ?? []) {
      const { kind, own, other, otherIs, line } = relation;
      if ((relation.isElectrical === true) !== isElectrical) continue;
      const folded = foldIdentifier(own);
      if (kind === 'drawn-as') roles.set(folded, other);
      if (!names.has(folded)) names.set(folded, own);
      if (!LINES.has(kind)) continue;
      if (otherIs === 'tag') pairs.push([folded, foldIdentifier(other)]);
      if (otherIs !== 'connector') continue;
      const pipe = line === undefined ? `${passage.id} ${other}` : `${foldIdentifier(line)} ${other}`;
      const end = { own: folded, sheet: `${passage.versionId} ${sheetOf(passage)}`, way: kind };
      ends.set(pipe, [...(ends.get(pipe) ?? []), end]);
    }
  const leaving = new Set<string>();
  for (const group of ends.values())
    for (const one of group) {
      const others = group.filter(({ sheet, way }) => sheet !== one.sheet && (way === 'joins' || way !== one.way));
      for (const other of others) pairs.push([one.own, other.own]);
      if (others.length === 0) leaving.add(one.own);
    }
  return { pairs, leaving, names, roles };
}

/** Disjoint sets of names. */
class Parts {
  readonly #above = new Map<string, string>();

  partOf(one: string): string {
    const above = this.#above.get(one);
    if (above === undefined || above === one) return one;
    const top = this.partOf(above);
    this.#above.set(one, top);
    return top;
  }

  join(a: string, b: string): void {
    this.#above.set(this.partOf(a), this.partOf(b));
  }
}
