import type { QuantityMention } from '../../kernel/index.ts';
import type { Check } from './check.ts';
import type { SourceUnit } from './source-text.ts';

/** What was computed from sources for a claim: the check of its figure, and the units that it was computed from as one with that figure. */
export interface ComputedFigure {
  readonly check: Check;
  /** Absent where an operand is in no source. */
  readonly unit?: SourceUnit;
}

/**
 * Several units as one sentence, in which what they come to stands too, as the claim says it: all other checks of the claim are made
 * against it as against any other.
 * @param said the words that say what kind of figure it is, as the claim has them. @param words of them.
 */
export function joinUnits(
  units: readonly [SourceUnit, ...SourceUnit[]],
  { said, words, figure }: { readonly said: string; readonly words: readonly string[]; readonly figure: QuantityMention },
): SourceUnit {
  const [first] = units;
  const union = <Value>(of: (unit: SourceUnit) => Iterable<Value>): ReadonlySet<Value> => new Set(units.flatMap((unit) => [...of(unit)]));
  const text = [...units.map((unit) => unit.text), said].join(' ');
  return {
    sourceId: first.sourceId,
    text,
    start: first.start,
    end: first.end,
    words: new Set([...union((unit) => unit.words), ...words]),
    concepts: union((unit) => unit.concepts),
    // Their places are those of other texts; without one a quantity is told by its value.
    quantities: [...units.flatMap((unit) => unit.quantities.map(({ mention }) => mention)), figure].map((mention) => ({
      mention: { ...mention, start: 0, end: 0 },
    })),
    identifiers: union((unit) => unit.identifiers),
    contextWords: union((unit) => unit.contextWords),
    contextIdentifiers: union((unit) => unit.contextIdentifiers),
    context: [...new Set(units.map((unit) => unit.context))].join(' ; '),
  };
}
