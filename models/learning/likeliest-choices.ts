/** For each thing to choose the place of its option, and the product of their chances. */
export interface Choices {
  readonly at: readonly number[];
  readonly chance: number;
}

interface Open extends Choices {
  /** Options of earlier things stay as they are, so that no choice is met twice. */
  readonly from: number;
}

/**
 * Choices of one option for each thing, likeliest together first, without end until there are no more; things are independent of each
 * other. @param chances of the options of each thing, likeliest first, above 0.
 */
export function* likeliestChoices(chances: readonly (readonly number[])[]): Generator<Choices> {
  const chanceOf = (thing: number, option: number) => chances[thing]?.[option] ?? 0;
  const open: Open[] = [{ at: chances.map(() => 0), chance: chances.reduce((product, own) => product * (own[0] ?? 0), 1), from: 0 }];
  for (let next = take(open); next !== undefined; next = take(open)) {
    yield { at: next.at, chance: next.chance };
    const { at, chance, from } = next;
    for (let thing = from; thing < at.length; thing += 1) {
      const option = at[thing] ?? 0;
      const other = chanceOf(thing, option + 1);
      if (other <= 0) continue;
      put(open, { at: at.with(thing, option + 1), chance: (chance / chanceOf(thing, option)) * other, from: thing });
    }
  }
}

/** Of a heap whose first is the likeliest. */
function take(heap: Open[]): Open | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    const child = (heap[right]?.chance ?? 0) > (heap[left]?.chance ?? 0) ? right : left;
    const below = heap[child];
    if (below === undefined || below.chance <= last.chance) break;
    heap[place] = below;
    place = child;
  }
  heap[place] = last;
  return first;
}

function put(heap: Open[], one: Open): void {
  let place = heap.length;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || parent.chance >= one.chance) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = one;
}
