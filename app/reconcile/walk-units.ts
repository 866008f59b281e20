import { compareText, type HeldUnit, type Unit } from '../../kernel/index.ts';

/** A unit with its generation in the ledger and at the target; absent where that side does not know it. */
export interface UnitPair {
  readonly unit: Unit;
  readonly told?: number;
  readonly held?: number;
}

/** Joins what the ledger told a target with what the target holds; both come ordered by id, and so do the pairs. */
export async function* walkUnits(told: AsyncIterable<HeldUnit>, held: AsyncIterable<HeldUnit>): AsyncGenerator<UnitPair> {
  const left = told[Symbol.asyncIterator]();
  const right = held[Symbol.asyncIterator]();
  let one = await left.next();
  let other = await right.next();
  while (one.done !== true || other.done !== true) {
    const order = one.done === true ? 1 : other.done === true ? -1 : compareText(one.value.unit.id, other.value.unit.id);
    const pair: { unit?: Unit; told?: number; held?: number } = {};
    if (order <= 0 && one.done !== true) {
      pair.unit = one.value.unit;
      pair.told = one.value.generation;
      one = await left.next();
    }
    if (order >= 0 && other.done !== true) {
      pair.unit = other.value.unit;
      pair.held = other.value.generation;
      other = await right.next();
    }
    if (pair.unit !== undefined) yield { ...pair, unit: pair.unit };
  }
}
