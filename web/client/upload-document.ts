import type { Problem, UploadAnswer } from '../contract.ts';
import { RequestFailure } from './request-failure.ts';
import { failureOfStatus } from './send-request.ts';
import { UNKNOWN_CALLER, whoAsks } from './who-asks.ts';

/**
 * Sends a file under a name of its own (its path in the folder that was dropped), telling how many bytes have gone.
 * @throws RequestFailure.
 */
export function uploadDocument(file: File, uri: string, sent: (bytes: number) => void): Promise<UploadAnswer> {
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
    form.append('uri', uri);
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
