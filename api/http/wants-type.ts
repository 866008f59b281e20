import type { Context } from 'hono';

/** Whether the caller asks for this media type by name; who accepts anything gets the JSON that is promised first. */
export function wantsType(context: Context, type: string): boolean {
  const accepted = (context.req.header('accept') ?? '')
    .split(',')
    .map((part) => part.split(';').map((piece) => piece.trim().toLowerCase()));
  return accepted.some(([name, ...parameters]) => name === type && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)));
}
