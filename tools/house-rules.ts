/** A source file as dependency-cruiser found it: paths from the root of the project. */
export interface CruisedFile {
  readonly source: string;
  readonly imports: readonly string[];
  /** Lines of the file. */
  readonly lines: number;
}

const LONGEST_FILE = 300;
const LARGEST_ROOM = 7_000;
const TEST = /\.(test|contract|fixture|test-support)\.ts$|\/test-support\//;
/** Houses of several rooms: each of their folders is one, with a floor of its own. */
const HOUSES = ['answering', 'api', 'app', 'datasets', 'eval', 'ingest', 'ledger', 'ontology', 'web'];

/**
 * What breaks the order of the house, a sentence each: a file of more than 300 lines, a room of more than 7,000 lines of product
 * code, and folders of one room of which each leads to the other, so that none is the lower one. A file beside a room's folders
 * (its door, what composes it) stands above or below them and is left out of the last.
 */
export function houseFaults(files: readonly CruisedFile[]): readonly string[] {
  const faults = files
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ source, lines }) => `${source} has ${lines} lines, more than ${LONGEST_FILE}: give each of its subjects a file`);
  const product = files.filter(({ source }) => !TEST.test(source));
  const rooms = new Map<string, number>();
  for (const { source, lines } of product) rooms.set(roomOf(source), (rooms.get(roomOf(source)) ?? 0) + lines);
  for (const [room, lines] of rooms)
    if (lines > LARGEST_ROOM) faults.push(`${room} has ${lines} lines of product code, more than ${LARGEST_ROOM}: it is two rooms`);
  return [...faults, ...circles(product)];
}

function roomOf(source: string): string {
  const [house = '', shelf = ''] = source.split('/');
  return HOUSES.includes(house) && !/\.tsx?$/.test(shelf) ? `${house}/${shelf}` : house;
}

/** `room/shelf` of a file below a folder of its room. */
function shelfOf(source: string): string | undefined {
  const [room, shelf, file] = source.split('/');
  return file === undefined ? undefined : `${room}/${shelf}`;
}

function circles(files: readonly CruisedFile[]): readonly string[] {
  const arrows = new Map<string, Map<string, string>>();
  for (const { source, imports } of files) {
    const from = shelfOf(source);
    for (const target of imports) {
      const to = shelfOf(target);
      if (from === undefined || to === undefined || from === to || from.split('/')[0] !== to.split('/')[0]) continue;
      const leads = arrows.get(from) ?? new Map<string, string>();
      if (!leads.has(to)) leads.set(to, `${source} → ${target}`);
      arrows.set(from, leads);
    }
  }
  const below = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const open = [start];
    for (let shelf = open.pop(); shelf !== undefined; shelf = open.pop()) {
      for (const next of arrows.get(shelf)?.keys() ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return seen;
  };
  return [...arrows].flatMap(([from, leads]) =>
    [...leads].filter(([to]) => below(to).has(from)).map(([, arrow]) => `folders that lead to each other: ${arrow}`),
  );
}
