/** One event of a stream as a client reads it. */
export interface ReadEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Splits a body of Server-Sent Events; comments are left out. */
export function readEvents(text: string): readonly ReadEvent[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => {
      const [, name = '', data = ''] = /^event: (\S+)\ndata: (.*)$/u.exec(block) ?? [];
      return { name, data: JSON.parse(data) as unknown };
    });
}
