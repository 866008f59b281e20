import { type Box, compareText, type StoredPassage, sheetOf } from '../../kernel/index.ts';
import { isValveMark, valveFunction } from '../../ontology/index.ts';

/** Heights of a mark that it may stand from the tag of its valve. */
const FARTHEST = 2.5;

/** Which mark says how a valve stands: the one nearest to its tag, and each mark of one valve. By the label of the valve. */
export function valveMarks(labels: readonly StoredPassage[]): ReadonlyMap<StoredPassage, StoredPassage> {
  const marks = labels.filter(({ passage }) => isValveMark(passage.text));
  const valves = labels.filter(({ passage }) => (passage.structure.drawn ?? []).some(({ own }) => valveFunction(own) !== undefined));
  const pairs = marks.flatMap((mark) =>
    valves.flatMap((valve) => {
      const [a, b] = [boxOf(mark), boxOf(valve)];
      if (a === undefined || b === undefined || placeOf(mark) !== placeOf(valve)) return [];
      const gap = Math.hypot(Math.max(a.x0 - b.x1, b.x0 - a.x1, 0), Math.max(a.y0 - b.y1, b.y0 - a.y1, 0));
      const off = Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2;
      return gap <= FARTHEST * (a.y1 - a.y0) ? [{ mark, valve, cost: gap + off }] : [];
    }),
  );
  const found = new Map<StoredPassage, StoredPassage>();
  const used = new Set<StoredPassage>();
  for (const { mark, valve } of pairs.sort((a, b) => a.cost - b.cost || compareText(a.mark.passage.id, b.mark.passage.id))) {
    if (found.has(valve) || used.has(mark)) continue;
    found.set(valve, mark);
    used.add(mark);
  }
  return found;
}

function placeOf({ passage }: StoredPassage): string {
  return `${passage.versionId} ${sheetOf(passage)}`;
}

function boxOf({ passage }: StoredPassage): Box | undefined {
  const boxes = passage.anchors.flatMap((anchor) =>
    anchor.kind === 'drawing' ? [anchor.box] : anchor.kind === 'page' ? anchor.boxes : [],
  );
  const [first, ...others] = boxes;
  return others.reduce<Box | undefined>(
    (sum, box) =>
      sum === undefined
        ? box
        : { x0: Math.min(sum.x0, box.x0), y0: Math.min(sum.y0, box.y0), x1: Math.max(sum.x1, box.x1), y1: Math.max(sum.y1, box.y1) },
    first,
  );
}
