import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processorMilliseconds } from './process-status.ts';
import { type ReadingChild, startChild } from './start-child.ts';

const MEMORY = { heapMegabytes: 64, residentMegabytes: 1_024 };
const LONG = 600_000;
/** Less than the pause of the process. */
const SHORT = 500;

describe('the time of a reading process', () => {
  let child: ReadingChild;

  beforeEach(async () => {
    child = startChild(new URL('./work-or-wait.fixture.ts', import.meta.url), MEMORY.heapMegabytes);
    await ask('answer', LONG, LONG);
  });
  afterEach(() => child.stop());

  function ask(how: string, allowedMilliseconds: number, wallMilliseconds: number) {
    child.begin({ ...MEMORY, allowedMilliseconds, wallMilliseconds });
    child.send({ kind: 'embed', request: { texts: [how] } });
    return child.receive();
  }

  it('is over when it has worked as long as is allowed', async () => {
    expect(await ask('work', SHORT, LONG)).toMatchObject({ end: 'out-of-time' });
  });

  it.skipIf(processorMilliseconds(process.pid) === undefined)('does not pass while it has no processor to work on', async () => {
    expect(await ask('pause', SHORT, LONG)).toMatchObject({ message: { kind: 'embedded' } });
  });

  it('is over by the clock, whether it works or not', async () => {
    expect(await ask('nothing', LONG, SHORT)).toMatchObject({ end: 'out-of-time' });
  });
});
