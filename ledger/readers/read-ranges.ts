import { compareText, type StoredPassage, type Stretch } from '../../kernel/index.ts';
import { batches } from '../connection/batches.ts';

/** Stretches asked for by one statement: each is a condition of its own. */
const AT_ONCE = 100;

/** Reads stretches together: those that overlap once, all of them by few statements; then gives each its passages in order. */
export async function readRanges(
  read: (stretches: readonly Stretch[]) => Promise<readonly StoredPassage[]>,
  asked: readonly Stretch[],
): Promise<readonly (readonly StoredPassage[])[]> {
  const byVersion = new Map<string, StoredPassage[]>();
  for (const batch of batches(merged(asked), AT_ONCE)) {
    for (const stored of await read(batch)) {
      const held = byVersion.get(stored.passage.versionId);
      if (held === undefined) byVersion.set(stored.passage.versionId, [stored]);
      else held.push(stored);
    }
  }
  for (const passages of byVersion.values()) passages.sort((a, b) => a.passage.order - b.passage.order);
  return asked.map(({ version, from, to }) =>
    (byVersion.get(version) ?? []).filter(({ passage }) => passage.order >= from && passage.order <= to),
  );
}

/** The same places without one of them twice. */
function merged(asked: readonly Stretch[]): readonly Stretch[] {
  const ordered = asked.filter(({ from, to }) => from <= to).sort((a, b) => compareText(a.version, b.version) || a.from - b.from);
  const apart: Stretch[] = [];
  for (const next of ordered) {
    const last = apart.at(-1);
    if (last?.version !== next.version || next.from > last.to + 1) apart.push(next);
    else apart[apart.length - 1] = { ...last, to: Math.max(last.to, next.to) };
  }
  return apart;
}
