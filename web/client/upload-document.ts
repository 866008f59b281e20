import type { Problem, UploadAnswer } from '../contract.ts';
import { RequestFailure } from './request-failure.ts';
import { failureOfStatus } from './send-request.ts';
import { UNKNOWN_CALLER, whoAsks } from './who-asks.ts';

export interface SentFile {
  readonly file: File;
  /** Name of its own: its path in the folder that was dropped. */
  readonly path: string;
  /** Access labels; none given: those that a document of this name stands under, and of a new one none. */
  readonly labels: readonly string[];
}

/** Sends a file, telling how many bytes have gone. @throws RequestFailure. */
export function uploadDocument({ file, path, labels }: SentFile, sent: (bytes: number) => void): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how far a request has come.
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/documents');
    for (const [name, value] of whoAsks()) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => sent(Math.min(loaded, file.size)));
    request.addEventListener('error', () => reject(RequestFailure.connection(new Error('not sent'))));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as UploadAnswer);
      else {
        if (request.status === 401) dispatchEvent(new Event(UNKNOWN_CALLER));
        reject(failureOf(request));
      }
    });
    const form = new FormData();
    form.append('uri', path);
    if (labels.length > 0) form.append('labels', labels.join(','));
    form.append('file', file, file.name);
    request.send(form);
  });
}

function failureOf(request: XMLHttpRequest): RequestFailure {
  const isProblem = request.getResponseHeader('content-type')?.startsWith('application/problem+json') === true;
  return isProblem
    ? RequestFailure.problem(JSON.parse(request.responseText) as Problem)
    : failureOfStatus(request.status, request.statusText);
}
