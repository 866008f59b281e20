import type { HttpContext } from './http-app.ts';

/** A picture under the tag of what it shows; without bytes: the caller holds it. */
export interface SentPicture {
  readonly tag: string;
  readonly png?: Uint8Array;
}

/**
 * Sends a picture that who asked may keep, but not show again without asking: whether it may be seen is decided each time, and where
 * it may, nothing is drawn and sent a second time.
 */
export function sendPicture(context: HttpContext, { tag, png }: SentPicture): Response {
  const headers = { 'cache-control': 'private, no-cache', etag: `"${tag}"` };
  if (png === undefined) return context.newResponse(null, 304, headers);
  return context.newResponse(new Uint8Array(png), 200, { ...headers, 'content-type': 'image/png' });
}
