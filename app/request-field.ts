import type { Caller, LogFields } from '../kernel/index.ts';

/** Field by which the log events of one request are found, whatever thread they come from. */
export function requestField({ requestId }: Pick<Caller, 'requestId'>): LogFields {
  return requestId === undefined ? {} : { requestId };
}
