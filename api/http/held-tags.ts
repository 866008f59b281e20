import type { HttpContext } from './http-app.ts';

/** Tags in `If-None-Match` (RFC 9110 §13.1.2), compared weakly: without their quotes; `*` as it is. */
export function heldTags(context: HttpContext): readonly string[] {
  return (context.req.header('if-none-match')?.split(',') ?? []).map((one) => one.trim().replace(/^(?:W\/)?"(.*)"$/u, '$1'));
}
