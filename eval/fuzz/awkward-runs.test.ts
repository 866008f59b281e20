import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, configuredCaller, ingestFiles, loadConfig, openApplication } from '../../app/index.ts';
import { readHere } from '../../ingest/index.ts';
import { AWKWARD_PIECES, awkwardRun } from './awkward-runs.ts';
import { RUN_PLACES } from './run-places.ts';

const SHORT = 12_500;
const SHORT_MORE = 100;
const TIMES_LONGER = 4;
/** Of a step that is linear the time grows as the length does, of one that is quadratic as its square. */
const MOST_GROWTH = 8;
/** Below it garbage collection and compilation are most of the time. Milliseconds of processor. */
const NOISE = 400;
const ATTEMPTS = 3;
/** Has no divisor in common with the number of places. */
const STEP = 7;

let folder = '';
let application: Application;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-runs-'));
  application = await openApplication(loadConfig({ home: join(folder, 'home'), logLevel: 'silent' }, {}), { read: readHere });
});

afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

/** Milliseconds of processor that taking in a file takes, in all steps. */
async function cost(name: string, content: Buffer | string): Promise<number> {
  const path = join(folder, name);
  await writeFile(path, content);
  const before = process.cpuUsage();
  const { files } = await ingestFiles(application, configuredCaller(application.config), { paths: [path] }, () => undefined, NEVER);
  const { user, system } = process.cpuUsage(before);
  expect(files[0]?.version.outcome).toEqual(expect.any(String));
  return (user + system) / 1_000;
}

const NEVER = new AbortController().signal;

/** What once cost its square, or the third power of its length. */
const FOUND: readonly (readonly [string, string])[] = [
  ['\n', 'line'],
  ['*', 'first line'],
  ['_', 'key of a field'],
  ['(', 'heading'],
  ['（', 'heading'],
  ['<', 'heading'],
  ['<!--', 'amid a sentence'],
  ['<![CDATA[', 'amid a sentence'],
  ['a_ ', 'amid a sentence'],
  ['**a', 'paragraph'],
  ['[a](', 'paragraph'],
  ['![', 'paragraph'],
  ['1,', 'cell of a date'],
  ['a@', 'line at the head'],
  ['.', 'line at the head'],
  ['_', 'line at the head'],
];

/** Those, and each piece once, which is each place several times. */
const CASES = [
  ...FOUND.map(([piece, kind]) => ({ piece, place: RUN_PLACES.find((place) => place.kind === kind) })),
  ...AWKWARD_PIECES.map((piece, index) => ({ piece, place: RUN_PLACES[(index * STEP) % RUN_PLACES.length] })),
].flatMap(({ piece, place }) =>
  place === undefined ? [] : [{ piece, place, title: `${JSON.stringify(piece)} as ${place.kind} (${place.format})` }],
);

describe('a run of one piece', () => {
  it.each(CASES)('of $title costs what its length does, not its square', { timeout: 600_000 }, async ({ piece, place }) => {
    // The processor is shared: once is enough to prove that it does not grow. Equal bytes would be known already.
    const grows = async (attempt: number): Promise<boolean> => {
      const length = SHORT + attempt * SHORT_MORE;
      const long = await cost(place.name, place.put(awkwardRun(piece, length * TIMES_LONGER)));
      // Whatever the short one costs, this is no growth.
      if (long <= NOISE) return false;
      return long > MOST_GROWTH * (await cost(place.name, place.put(awkwardRun(piece, length)))) + NOISE;
    };
    let attempts = 0;
    while (attempts < ATTEMPTS && (await grows(attempts))) attempts += 1;
    expect(attempts).toBeLessThan(ATTEMPTS);
  });
});
