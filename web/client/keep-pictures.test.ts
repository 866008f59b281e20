import { describe, expect, it } from 'vitest';
import { keepPictures } from './keep-pictures.ts';
import { RequestFailure } from './request-failure.ts';

const ADDRESS = '/v1/passages/psg_1/picture?start=0&end=4';
const NEVER = new AbortController().signal;
const LOST = RequestFailure.connection(new Error('no connection'));

const picture = (text: string) => new Response(text, { headers: { etag: `"${text}"`, 'content-type': 'image/png' } });
const problem = (code: string) => RequestFailure.problem({ detail: code, code });

/** Asks for one picture again and again, which the service answers as given. */
function tab(replies: readonly (Response | Error)[]) {
  const left = [...replies];
  const pictures = keepPictures(async () => {
    const reply = left.shift();
    if (reply instanceof Response) return reply;
    throw reply ?? new Error('nothing more was to be asked');
  });
  const shown = async (): Promise<readonly string[]> => {
    const seen: Promise<string>[] = [];
    await pictures.load(ADDRESS, NEVER, (blob) => seen.push(blob.text()));
    return Promise.all(seen);
  };
  return { shown, forget: pictures.forget };
}

describe('a picture of the service', () => {
  it('is shown at once the second time, and again only where it changed', async () => {
    const { shown } = tab([picture('one'), picture('one'), picture('two')]);
    expect(await shown()).toEqual(['one']);
    expect(await shown()).toEqual(['one']);
    expect(await shown()).toEqual(['one', 'two']);
  });

  it('stays where the service is away or busy, and goes where it may not be seen any more', async () => {
    const { shown } = tab([picture('one'), LOST, problem('busy'), problem('not-found'), LOST]);
    expect(await shown()).toEqual(['one']);
    expect(await shown()).toEqual(['one']);
    expect(await shown()).toEqual(['one']);
    await expect(shown()).rejects.toMatchObject({ code: 'not-found' });
    await expect(shown()).rejects.toMatchObject({ kind: 'connection' });
  });

  it('is not at hand for the next person at this tab', async () => {
    const { shown, forget } = tab([picture('one'), problem('not-found')]);
    await shown();
    forget();
    await expect(shown()).rejects.toMatchObject({ code: 'not-found' });
  });
});
