import type { Page, Route } from 'playwright-core';

const COUNTED = /"stage":"read"[^}]*"done":[1-9]/u;

/**
 * Keeps a page at the moment at which the service first tells how many pages of a file it has read, so that it can be looked at: the
 * events that came until then are the service's own, what follows waits until the function that is given is called.
 */
export async function untilCounted(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = false;
  await page.route(/\/v1\/(jobs\/[^/]+\/events|documents(\?|$))/u, async (route: Route) => {
    const request = route.request();
    if (request.method() !== 'GET') return route.continue();
    if (isHeld) {
      await released;
      return route.continue();
    }
    if (!request.url().includes('/events')) return route.continue();
    const body = await firstCount(`${address}${new URL(request.url()).pathname}`, () => {
      isHeld = true;
    });
    return route.fulfill({ contentType: 'text/event-stream', body });
  });
  return () => release();
}

/** The events of a job up to the first that counts what was read; `held` is told that it has come. */
async function firstCount(events: string, held: () => void): Promise<string> {
  const abort = new AbortController();
  const { body } = await fetch(events, { signal: abort.signal });
  if (body === null) throw new Error('the job has no events');
  let text = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const at = COUNTED.exec(text);
    const end = at === null ? -1 : text.indexOf('\n\n', at.index);
    if (end < 0) continue;
    held();
    abort.abort();
    return text.slice(0, end + 2);
  }
  throw new Error('the job ended without a count');
}
