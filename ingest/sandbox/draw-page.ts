import { FaultlineError } from '../../kernel/index.ts';
import type { DrawRequest } from './messages.ts';
import { startChild } from './start-child.ts';

const DRAW_LIMITS = { heapMegabytes: 512, wallMilliseconds: 30_000 };

/**
 * PNG of a page with boxes drawn on it, made in a process of its own.
 * @throws FaultlineError `no-page-image` when there is no such page, `limit-exceeded` or `parse-failed` when it cannot be drawn.
 */
export async function renderPage(request: DrawRequest): Promise<Uint8Array> {
  const child = startChild(DRAW_LIMITS);
  try {
    child.send({ kind: 'draw', request });
    const received = await child.receive();
    if ('message' in received) {
      const { message } = received;
      if (message.kind === 'drawn') return message.png;
      if (message.kind === 'fault' && message.code === 'no-page-image') throw new FaultlineError('no-page-image', message.message);
      throw new FaultlineError('parse-failed', 'The page could not be drawn.', { cause: message });
    }
    if (received.end === 'crashed') throw new FaultlineError('parse-failed', 'The page could not be drawn.', { cause: received.detail });
    throw new FaultlineError('limit-exceeded', 'Drawing the page needs more time or memory than is allowed.');
  } finally {
    await child.stop();
  }
}
