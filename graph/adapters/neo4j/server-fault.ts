import { codeOf, FaultlineError, untrustedCertificate } from '../../../kernel/index.ts';

const UNREACHABLE = /^(ServiceUnavailable|SessionExpired)$/;
/** The driver has one code for all that keeps it from a server. */
const UNTRUSTED = /Server certificate is not trusted/;
const REFUSED = /^Neo\.ClientError\.Security\./;
const NO_DATABASE = /^Neo\.ClientError\.Database\.DatabaseNotFound$/;
const TIMED_OUT = /TransactionTimedOut|TransactionTimedOutClientConfiguration|LockAcquisitionTimeout/;
const PASSING = /^Neo\.TransientError\.|^Neo\.ClientError\.Transaction\.Terminated$/;
const BROKEN = /^Neo\.DatabaseError\./;

/**
 * What the server or its connection causes, as a typed error that says what to do; any other error is a fault in our own Cypher
 * and is given back as it is. Messages name the address, never the password.
 */
export function serverFault(error: unknown, uri: string): unknown {
  const code = codeOf(error);
  const fault = (kind: 'store-unavailable' | 'deadline-exceeded' | 'busy' | 'invalid-configuration', message: string) =>
    new FaultlineError(kind, message, { cause: error });
  if (UNREACHABLE.test(code) && error instanceof Error && UNTRUSTED.test(error.message))
    return untrustedCertificate(`Neo4j at ${uri}`, 'FAULTLINE_GRAPH_CA_FILE', error);
  if (UNREACHABLE.test(code)) {
    return fault('store-unavailable', `Neo4j at ${uri} does not answer; check that the server runs and that the address is right.`);
  }
  if (REFUSED.test(code)) {
    return fault('store-unavailable', `Neo4j at ${uri} refuses the user name or the password; correct them, then try again.`);
  }
  if (NO_DATABASE.test(code)) return fault('invalid-configuration', `Neo4j at ${uri} has no database of the configured name.`);
  if (TIMED_OUT.test(code)) return tookTooLong(uri, error);
  if (PASSING.test(code)) return fault('busy', `Neo4j at ${uri} ended a transaction; try again.`);
  if (BROKEN.test(code)) return fault('store-unavailable', `Neo4j at ${uri} reports a fault of its own; its log says which.`);
  return error;
}

export function tookTooLong(uri: string, cause?: unknown): FaultlineError {
  return new FaultlineError('deadline-exceeded', `Neo4j at ${uri} did not answer in the time allowed; ask for less, or try again.`, {
    cause,
  });
}
