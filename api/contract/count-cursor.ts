import { z } from 'zod';

const MOST = 10_000_000;

/** A place in a list of which so many come before it, as a caller gives it back: the `next` of a page. */
export const countCursorSchema = z
  .base64url()
  .max(40)
  .transform((text, context) => {
    const count = Number(Buffer.from(text, 'base64url').toString('utf8') || Number.NaN);
    if (Number.isSafeInteger(count) && count >= 0 && count <= MOST) return count;
    context.addIssue({ code: 'custom', message: 'is no cursor of this list; give `next` of the page before' });
    return z.NEVER;
  })
  .meta({ description: '`next` of the page before' });

/** `count` of the list come before this place, from 0. */
export function writeCountCursor(count: number): string {
  return Buffer.from(String(count)).toString('base64url');
}

/** As each page of such a list tells where it goes on. */
export const nextSchema = z.string().optional().meta({ description: 'Give it as `cursor` for what follows; absent: there is nothing' });

/** `next` of a page that begins behind `before` and holds `held`, where `more` follow it. */
export function nextOf(before: number, held: number, more: boolean): { readonly next?: string } {
  return more && held > 0 ? { next: writeCountCursor(before + held) } : {};
}
