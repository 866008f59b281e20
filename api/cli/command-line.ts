import { type Application, type ConfigArguments, checkHome, configuredCaller, loadConfig, openApplication } from '../../app/index.ts';
import { type Caller, ERROR_TABLE, toFaultlineError } from '../../kernel/index.ts';
import { asStarted } from './as-started.ts';

/** Where a command writes and what it was told for all commands. */
export interface CommandLine {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  readonly isTerminal: boolean;
  /** How whoever types starts this program: `faultline`, or `npm run faultline --` in a checkout. */
  readonly startedAs: string;
  /** Whether a person answers what is asked. */
  readonly isInteractive: boolean;
  /** Asks for what must not be shown. @throws FaultlineError `invalid-request` where nothing comes. */
  readonly secret: (prompt: string) => Promise<string>;
  readonly signal: AbortSignal;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly home?: string;
  /** Access labels of the caller, as in FAULTLINE_LABELS. */
  readonly readLabels?: string;
  readonly language?: string;
  /** Ids beside what is printed for people. */
  readonly verbose?: boolean;
  readonly json?: boolean;
}

/** Ends a command that told all it had to tell and did a part of what it was asked; the exit code alone says so. */
export class NotWhole extends Error {
  override readonly name = 'NotWhole';
}

/** Ends a command that found what it holds fallen behind; what fell was told, the exit code alone says so. */
export class FellBehind extends Error {
  override readonly name = 'FellBehind';
}

export interface OpeningOptions {
  readonly settings?: ConfigArguments;
  /** The command is one that begins a data folder; any other reads what is there. */
  readonly makesHome?: boolean;
}

/**
 * Opens the data folder for one command and closes it whatever happens.
 * @throws FaultlineError `not-found` where there is none and the command makes none.
 */
export async function withApplication<T>(
  options: CommonOptions,
  work: (application: Application, caller: Caller) => Promise<T>,
  { settings = {}, makesHome = false }: OpeningOptions = {},
): Promise<T> {
  const config = loadConfig({ ...settings, home: options.home, labels: options.readLabels, language: options.language });
  if (!makesHome) await checkHome(config);
  const application = await openApplication(config);
  try {
    return await work(application, configuredCaller(application.config));
  } finally {
    await application.close();
  }
}

/** Prints a value as indented JSON. */
export function printJson(line: CommandLine, value: unknown): void {
  line.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** Says what went wrong in a line (or as JSON) and gives the exit code of the error table. */
export function reportError(line: CommandLine, error: unknown, json: boolean): number {
  const known = toFaultlineError(error);
  const message = asStarted(known.message, line.startedAs);
  if (json) printJson(line, { error: { code: known.code, message, retryable: known.retryable } });
  else line.note(`${ERROR_TABLE[known.code].title}: ${message}\n`);
  if (known.code === 'internal') line.note(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return ERROR_TABLE[known.code].exit;
}
