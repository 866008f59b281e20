import { pino } from 'pino';
import { type Logger, toFaultlineError } from '../kernel/index.ts';
import type { Config } from './config.ts';

/** Events as JSON lines on standard error. Fields are the caller's: never document text, never secrets. */
export function openJsonLogger(level: Config['logLevel']): Logger {
  const lines = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    event: (category, name, fields) => lines.info({ category, ...fields }, name),
    error: (category, name, error, fields) => {
      const known = toFaultlineError(error);
      lines.error({ category, ...fields, code: known.code, message: known.message, cause: stackOf(error) }, name);
    },
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
