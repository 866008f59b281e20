import { describe, expect, it } from 'vitest';
import { RequestFailure } from './request-failure.ts';
import { untilReached } from './until-reached.ts';

const AWAY = RequestFailure.connection(new Error('connection refused'));
const REFUSED = RequestFailure.problem({ code: 'not-found', detail: 'There is no such thing.' });

/** Asks a service that fails so often, one failure a time. */
async function ask(failures: readonly Error[], abort = new AbortController(), pause = async () => {}) {
  const left = [...failures];
  let lost = 0;
  const asked = async () => {
    const failure = left.shift();
    if (failure !== undefined) throw failure;
    return 'here';
  };
  const lose = () => {
    lost += 1;
  };
  const said = await untilReached(asked, lose, abort.signal, pause).catch((error: unknown) => error);
  return { said, lost, left: left.length };
}

describe('a request to a service that is away', () => {
  it('is sent again until the service is reached, each loss told', async () => {
    expect(await ask([])).toEqual({ said: 'here', lost: 0, left: 0 });
    expect(await ask([AWAY, AWAY, AWAY])).toEqual({ said: 'here', lost: 3, left: 0 });
  });

  it('is not sent again where the service refused it', async () => {
    expect(await ask([AWAY, REFUSED, AWAY])).toEqual({ said: REFUSED, lost: 1, left: 1 });
  });

  it('is given up when nobody waits any more', async () => {
    const abort = new AbortController();
    const reason = new Error('gone');
    expect(await ask([AWAY, AWAY], abort, async () => abort.abort(reason))).toEqual({ said: reason, lost: 1, left: 1 });
  });
});
