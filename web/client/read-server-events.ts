/** One event of a stream (Server-Sent Events); `data` is text as it was sent. */
export interface ServerEvent {
  readonly name: string;
  readonly id?: string;
  readonly data: string;
}

/** Reads events as they come, however the bytes are cut; comments are left out, and so is an event that was cut off. */
export async function* readServerEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let isWhole = false;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const blocks = (rest + decoder.decode(piece.value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = readBlock(block);
        if (event !== undefined) yield event;
      }
    }
    isWhole = true;
  } finally {
    // Of a reader who stops amid the stream the service has to learn that nobody listens.
    if (!isWhole) await reader.cancel().catch(() => undefined);
  }
}

function readBlock(block: string): ServerEvent | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    if (at <= 0) continue;
    const name = line.slice(0, at);
    const value = line.slice(at + 1).replace(/^ /, '');
    fields.set(name, name === 'data' && fields.has(name) ? `${fields.get(name)}\n${value}` : value);
  }
  const name = fields.get('event');
  const data = fields.get('data');
  const id = fields.get('id');
  return name === undefined || data === undefined ? undefined : { name, data, ...(id === undefined ? {} : { id }) };
}
