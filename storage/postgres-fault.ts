import { codeOf, FaultlineError, untrustedCertificate } from '../kernel/index.ts';
import { movedFault } from './moved-fault.ts';

/** SQLSTATE classes of a server that is going, coming or full of connections, and codes of the network below it. */
const AWAY = /^(08|57P0|53300$|25P03$|ECONN|EPIPE$|ENOTFOUND$|EAI_AGAIN$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$)/;
/** As OpenSSL and Node call what is wrong with a certificate. */
const UNTRUSTED =
  /^(UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|CERT_|INVALID_CA$|INVALID_PURPOSE$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME)/;
const NO_TLS = /^The server does not support SSL connections/;
/** The driver has no codes for what it finds out itself. */
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;
const REFUSED = /^(28|3D000$|42501$)/;
/** Disk full, memory, files that cannot be read or are damaged. */
const TROUBLE = /^(53|58|XX00[12]$)/;
const CONTENDED = /^(40001|40P01|55P03)$/;
const STATEMENT_STOPPED = '57014';
/** Raised by the triggers that refuse writes to a ledger which was moved. */
export const MOVED_SQLSTATE = 'FLMVD';

/**
 * What an error of PostgreSQL or of the way to it means; a fault in our own SQL is given back as it is. Never holds the address
 * of the server in its message, for that may hold a password.
 */
export function postgresFault(error: unknown): unknown {
  if (error instanceof FaultlineError) return error;
  const code = codeOf(error);
  const failed = (kind: ConstructorParameters<typeof FaultlineError>[0], message: string) =>
    new FaultlineError(kind, message, { cause: error });
  if (AWAY.test(code) || (code === '' && error instanceof Error && AWAY_WORDS.test(error.message)))
    return failed('store-unavailable', 'PostgreSQL cannot be reached at the moment; try again, and check that the server runs.');
  if (UNTRUSTED.test(code)) return untrustedCertificate('PostgreSQL', 'FAULTLINE_LEDGER_CA_FILE', error);
  if (code === '' && error instanceof Error && NO_TLS.test(error.message))
    return failed('invalid-configuration', 'PostgreSQL takes no encrypted connections; switch `ssl` on there.');
  if (REFUSED.test(code))
    return failed('invalid-configuration', 'PostgreSQL refuses these credentials, this database or this user; check its URL and grants.');
  if (CONTENDED.test(code)) return failed('busy', 'Another process was changing the same rows for too long; try again.');
  if (code === MOVED_SQLSTATE && error instanceof Error) return movedFault(error.message, error);
  if (code === STATEMENT_STOPPED) return failed('deadline-exceeded', 'PostgreSQL took longer for a statement than is allowed.');
  if (TROUBLE.test(code)) return failed('storage-failed', 'PostgreSQL could not read or write its files; see the log of the server.');
  return error;
}

/** Whether PostgreSQL undid a transaction that would have got in the way of another, so that doing it again is all that it takes. */
export function isUndone(error: unknown): boolean {
  const code = codeOf(error instanceof FaultlineError ? error.cause : error);
  return code === '40001' || code === '40P01';
}
