import type { Access } from './access.ts';
import { endsSection, isWhole, opens } from './is-whole.ts';
import type { StoredPassage } from './passage.ts';
import type { ElementPlace, ElementReading, PassageReader } from './ports/passage-reader.ts';

/** Passages read at a time: most elements end within the first. */
const PAGE = 200;

/**
 * Reads a section, list or table to its ends out of `range`, page after page; how every `PassageReader` does it. A list ends
 * before the first heading or the last of its items, whichever comes first; what stands between two items is given with them.
 */
export async function readElement(
  range: PassageReader['range'],
  access: Access,
  place: ElementPlace,
  most: number,
): Promise<ElementReading | undefined> {
  const held: StoredPassage[] = [];
  let end: number | undefined;
  let exhausted = false;
  while (end === undefined && !exhausted && held.length <= most) {
    const from = place.opening + held.length;
    const page = await range(access, place.version, from, from + PAGE - 1);
    exhausted = page.length < PAGE;
    for (const stored of page) {
      held.push(stored);
      end ??= endsAt(place, held);
    }
  }
  const first = held[0]?.passage;
  if (first === undefined || first.order !== place.opening || !opens(place, first)) return undefined;
  const size = trimmed(place, held.slice(0, end ?? held.length));
  const passages = held.slice(0, Math.min(size, most));
  const following = held[passages.length];
  const readOn = following !== undefined || exhausted;
  const plain = passages.map(({ passage }) => passage);
  const whole = readOn && size <= most && isWhole(place, plain, following?.passage);
  return { passages, whole, ...(following === undefined ? {} : { following }) };
}

/** Number of passages before the last of `held`, if that one stands outside the element for certain. */
function endsAt({ kind, opening }: ElementPlace, held: readonly StoredPassage[]): number | undefined {
  const first = held[0]?.passage;
  const last = held.at(-1)?.passage;
  if (first === undefined || last === undefined || held.length < 2) return undefined;
  const outside =
    kind === 'section' ? endsSection(first, last) : kind === 'list' ? last.kind === 'heading' : last.structure.table !== opening;
  return outside ? held.length - 1 : undefined;
}

/** What follows the last item up to the next heading is no part of a list. */
function trimmed({ kind, opening }: ElementPlace, held: readonly StoredPassage[]): number {
  if (kind !== 'list') return held.length;
  return held.findLastIndex(({ passage }) => passage.structure.list === opening) + 1;
}
