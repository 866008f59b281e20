import { type Box, compareText, foldIdentifier, type StoredPassage, sheetOf, type TagGrammar } from '../../kernel/index.ts';
import { isValveMark, valveFunction } from '../../ontology/index.ts';

/** Heights of a mark that it may stand from the tag of its valve. */
const FARTHEST = 2.5;

/**
 * Which mark says how a valve stands: the one that its file gives to it, else the one nearest to its tag, and each mark of one valve. By
 * the label of the valve, whether its pipes were read or not.
 */
export function valveMarks(labels: readonly StoredPassage[], grammar: TagGrammar): ReadonlyMap<StoredPassage, StoredPassage> {
  const marks = labels.filter(({ passage }) => isValveMark(passage.text));
  const tags = new Map(labels.map((label) => [label, tagOf(label, grammar)] as const));
  const valves = labels.filter((label) => valveFunction(tags.get(label) ?? '') !== undefined);
  const found = new Map<StoredPassage, StoredPassage>();
  const used = new Set<StoredPassage>();
  for (const mark of marks) {
    const stated = (mark.passage.structure.drawn ?? []).find(({ kind }) => kind === 'state-of');
    if (stated === undefined) continue;
    const own = valves.find(
      (valve) => placeOf(valve) === placeOf(mark) && foldIdentifier(tags.get(valve) ?? '') === foldIdentifier(stated.other),
    );
    used.add(mark);
    if (own !== undefined && !found.has(own)) found.set(own, mark);
  }
  const pairs = marks.flatMap((mark) =>
    valves.flatMap((valve) => {
      const [a, b] = [boxOf(mark), boxOf(valve)];
      if (a === undefined || b === undefined || placeOf(mark) !== placeOf(valve)) return [];
      const gap = Math.hypot(Math.max(a.x0 - b.x1, b.x0 - a.x1, 0), Math.max(a.y0 - b.y1, b.y0 - a.y1, 0));
      const off = Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2;
      return gap <= FARTHEST * (a.y1 - a.y0) ? [{ mark, valve, cost: gap + off }] : [];
    }),
  );
  for (const { mark, valve } of pairs.sort((a, b) => a.cost - b.cost || compareText(a.mark.passage.id, b.mark.passage.id))) {
    if (found.has(valve) || used.has(mark)) continue;
    found.set(valve, mark);
    used.add(mark);
  }
  return found;
}

function tagOf({ passage }: StoredPassage, grammar: TagGrammar): string | undefined {
  const [first] = grammar.find(passage.text);
  return first?.start === 0 ? first.identifier.text : undefined;
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
