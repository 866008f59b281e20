import { compareText, type StoredPassage } from '../../kernel/index.ts';
import type { CHANGED_THINGS } from '../drawn-statement.ts';
import { isElectrical, type SheetState, type SheetThing } from './sheet-state.ts';

/** One difference of two revisions of a sheet, with the places that show it: in the later one first, where it stands there. */
export interface SheetChange {
  readonly change: 'added' | 'removed' | 'altered';
  readonly what: (typeof CHANGED_THINGS)[number];
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  readonly places: readonly [StoredPassage, StoredPassage];
}

/** What tells a sheet apart from its own earlier state; its number does not. */
const TITLE = ['title', 'revision', 'date', 'scale', 'sheet', 'status'] as const;

/** What is on a sheet now and was not, what was and is not, and what is otherwise; in a fixed order. */
export function sheetChanges(before: SheetState, after: SheetState): readonly SheetChange[] {
  const gone = [...before.things].filter(([name]) => !after.things.has(name));
  const fresh = [...after.things].filter(([name]) => !before.things.has(name));
  const renumbered = renumberedLines(
    gone.map(([, thing]) => thing),
    fresh.map(([, thing]) => thing),
  );
  const paired = new Set(renumbered.flat());
  const changes: SheetChange[] = [
    ...renumbered.map(
      ([old, now]): SheetChange => ({
        change: 'altered',
        what: 'line',
        name: old.name,
        before: old.name,
        after: now.name,
        places: [now.label, old.label],
      }),
    ),
    ...fresh.flatMap(([, thing]) => (paired.has(thing) ? [] : [moved('added', thing, after, before)])),
    ...gone.flatMap(([, thing]) => (paired.has(thing) ? [] : [moved('removed', thing, before, after)])),
    ...markChanges(before, after),
    ...ratingChanges(before, after),
    ...pipeChanges('added', after, before),
    ...pipeChanges('removed', before, after),
  ];
  for (const role of TITLE) {
    const [old, now] = [before.title.get(role), after.title.get(role)];
    if (old === undefined || now === undefined || old.text === now.text) continue;
    changes.push({ change: 'altered', what: 'title-block', name: role, before: old.text, after: now.text, places: [now.row, old.row] });
  }
  return changes.sort((a, b) => compareText(a.what, b.what) || compareText(a.change, b.change) || compareText(a.name, b.name));
}

function moved(change: 'added' | 'removed', { what, name, label }: SheetThing, on: SheetState, other: SheetState): SheetChange {
  return { change, what, name, places: on.witness === label ? [label, label] : [label, other.witness] };
}

/** Lines of which one group of the number differs, as its size does: the same line, otherwise. */
function renumberedLines(gone: readonly SheetThing[], fresh: readonly SheetThing[]): readonly (readonly [SheetThing, SheetThing])[] {
  const used = new Set<SheetThing>();
  return gone.flatMap((old) => {
    if (old.what !== 'line') return [];
    const groups = old.name.split('-');
    const alike = fresh.filter((now) => {
      const others = now.name.split('-');
      const differing = groups.filter((group, at) => group !== others[at]).length;
      return now.what === 'line' && !used.has(now) && others.length === groups.length && differing === 1;
    });
    const [only, ...more] = alike;
    if (only === undefined || more.length > 0) return [];
    used.add(only);
    return [[old, only] as const];
  });
}

function markChanges(before: SheetState, after: SheetState): readonly SheetChange[] {
  return [...after.things].flatMap(([folded, { name, label }]): SheetChange[] => {
    const old = before.things.get(folded);
    const [was, is] = [before.marks.get(folded), after.marks.get(folded)];
    const [text, now] = [was?.passage.text.trim(), is?.passage.text.trim()];
    if (old === undefined || text === now) return [];
    return [
      {
        change: 'altered',
        what: 'mark',
        name,
        ...(text === undefined ? {} : { before: text }),
        ...(now === undefined ? {} : { after: now }),
        places: [is ?? label, was ?? old.label],
      },
    ];
  });
}

function ratingChanges(before: SheetState, after: SheetState): readonly SheetChange[] {
  return [...after.things].flatMap(([folded, { name, label, rating }]): SheetChange[] => {
    const old = before.things.get(folded);
    if (old?.rating === undefined || rating === undefined || old.rating === rating) return [];
    return [{ change: 'altered', what: 'rating', name, before: old.rating, after: rating, places: [label, old.label] }];
  });
}

/**
 * Pipes and conductors between things that stand on both sheets, where no thing between them came or went. A thing of which the other sheet shows no
 * pipe at all stands in pipes that were not read there: that one of them is new or gone is not known.
 */
function pipeChanges(change: 'added' | 'removed', on: SheetState, other: SheetState): readonly SheetChange[] {
  const piped = new Set([...other.joined].map((pair) => pair.split(' ')[0]));
  return [...on.fed].flatMap(([pair, [from, to]]): SheetChange[] => {
    const [start = '', end = ''] = pair.split(' ');
    if (other.joined.has(pair) || !other.things.has(start) || !other.things.has(end)) return [];
    if (!piped.has(start) || !piped.has(end)) return [];
    if (isThrough(start, end, on, other)) return [];
    const what = isElectrical(from.label) && isElectrical(to.label) ? 'conductor' : 'pipe';
    return [{ change, what, name: `${from.name} → ${to.name}`, places: [from.label, other.witness] }];
  });
}

/** Whether the other sheet joins two things through nothing but what stands on that sheet alone. */
function isThrough(start: string, end: string, on: SheetState, other: SheetState): boolean {
  const own = [...other.things.keys()].filter((name) => !on.things.has(name));
  const reached = new Set([start]);
  for (const at of reached) {
    if (at !== start && other.joined.has(`${at} ${end}`)) return true;
    for (const name of own) if (other.joined.has(`${at} ${name}`)) reached.add(name);
  }
  return false;
}
