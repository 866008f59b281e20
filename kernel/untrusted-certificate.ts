import { FaultlineError } from './errors.ts';

/**
 * A server whose certificate does not show that it is the one that is meant. It passes as a server that is away does, since a certificate
 * that ran out is no fault of what is asked or read meanwhile.
 */
export function untrustedCertificate(server: string, setting: string, cause?: unknown): FaultlineError {
  return new FaultlineError(
    'store-unavailable',
    `${server} shows a certificate that is not trusted: it is of another authority, for another name, or out of its time. Name the file of its authority in ${setting}, and the server as its certificate does.`,
    { cause },
  );
}
