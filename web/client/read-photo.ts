import type { PhotoReading } from '../contract.ts';
import { sendRequest } from './send-request.ts';

/** What stands on a photo; the service keeps nothing of it. @throws RequestFailure; an abort of the signal is passed on as it is. */
export async function readPhoto(photo: File, signal: AbortSignal): Promise<PhotoReading> {
  const body = new FormData();
  body.append('file', photo, photo.name);
  return (await (await sendRequest('/v1/photos/read', { method: 'POST', body, signal })).json()) as PhotoReading;
}
