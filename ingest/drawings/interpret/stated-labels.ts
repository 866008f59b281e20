import { around } from '../model/box-of.ts';
import type { DrawingSheet } from '../model/drawing.ts';
import type { StatedName } from '../model/stated-plant.ts';
import { STATED } from '../piping/drawn-relations.ts';
import type { DrawnEnd, Piping } from '../piping/piping.ts';
import type { TextGroup } from './join-balloons.ts';
import type { PlacedText } from './placed-text.ts';

/** What a sheet is told by its file: nothing of it is inferred from where texts stand. */
export interface StatedLabels {
  readonly labels: readonly TextGroup[];
  readonly taken: ReadonlySet<PlacedText>;
  readonly piping: Piping;
}

/** The labels of the things that the file of a sheet names, and how they are connected; undefined where it names none. */
export function statedLabels({ stated }: DrawingSheet, texts: readonly PlacedText[]): StatedLabels | undefined {
  if (stated === undefined) return undefined;
  const byId = new Map<string, PlacedText[]>();
  for (const text of texts) byId.set(text.id, [...(byId.get(text.id) ?? []), text]);
  const labels: TextGroup[] = [];
  const ends = new Map<StatedName, DrawnEnd>();
  const printed = new Set<string>();
  for (const one of stated.names) {
    const parts = one.texts.flatMap((id) => byId.get(id) ?? []);
    const [text] = parts;
    const box = around(parts);
    if (text === undefined || box === undefined) continue;
    // A line number names each of its stretches and is printed once.
    const name = [one.name, ...one.texts].join('\n');
    if (!printed.has(name)) labels.push({ parts, text: one.name, box });
    printed.add(name);
    ends.set(one, { kind: one.kind, name: one.name, text });
  }
  const links = stated.links.flatMap(({ kind, from, to, line }) => {
    const [first, second] = [ends.get(from), ends.get(to)];
    if (first === undefined || second === undefined) return [];
    const onLine = line === undefined ? {} : { line };
    return [{ kind, from: first, to: second, ...onLine, confidence: STATED, isStated: true as const }];
  });
  const states = stated.states.flatMap(({ of, text }) => {
    const [end, [mark]] = [ends.get(of), byId.get(text) ?? []];
    return end === undefined || mark === undefined ? [] : [{ mark, of: end }];
  });
  for (const { mark } of states) labels.push({ parts: [mark], text: mark.text, box: mark.box });
  const instruments = [...ends].flatMap(([{ isInstrument }, end]) => (isInstrument ? [end] : []));
  const loops = stated.loops.flatMap(({ name, member }) => {
    const end = ends.get(member);
    return end === undefined ? [] : [{ name, member: end }];
  });
  return { labels, taken: new Set(labels.flatMap(({ parts }) => parts)), piping: { links, instruments, states, loops } };
}
