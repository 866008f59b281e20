/**
 * The same events in the same order, but that the next one is asked for while the last is still being worked on: whoever makes
 * them is one event ahead and never more. An error comes in its turn.
 */
export async function* readAhead<Item>(events: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = events.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = events.next();
      // Its error is thrown when it is awaited above; until then it must not count as unhandled.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await events.return(undefined);
  }
}
