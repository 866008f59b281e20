import type { Caller, Logger } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import { type KeptBytes, keepBytes } from '../commands/receive-document.ts';
import type { Config } from '../config.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { READS, STREAMS, WRITES } from './commands.ts';
import type { ThreadRole } from './thread-messages.ts';

type Commands = typeof READS & typeof WRITES & typeof STREAMS;
export type CommandName = keyof Commands;

type Served<Command> = Command extends (application: never, caller: never, input: infer Input, signal: never) => infer Output
  ? (caller: Caller, input: Input, signal: AbortSignal) => Output
  : never;

/** A thread that takes calls, for monitoring. */
export interface ThreadState {
  readonly role: ThreadRole;
  readonly isUp: boolean;
  /** Under way or waiting. */
  readonly calls: number;
}

/** All commands as a surface calls them, wherever they run. */
export type Service = { readonly [Name in CommandName]: Served<Commands[Name]> } & {
  readonly config: Config;
  readonly logger: Logger;
  /** Sends traces and metrics; undefined where the configuration names no receiver. */
  readonly telemetry: Telemetry | undefined;
  /** Keeps bytes that a caller sends, for `acceptDocument`; runs where it is called, since bytes do not cross threads. */
  keepBytes(caller: Caller, bytes: AsyncIterable<Uint8Array>): Promise<KeptBytes>;
  threads(): readonly ThreadState[];
  /** Ends what runs and gives the data folder back. */
  stop(): Promise<void>;
};

/** A command as it is kept in a table of commands. */
export type AnyCommand = (application: Application, caller: Caller, input: never, signal: AbortSignal) => unknown;

/** The commands on an application of this thread; `onWrite` is told after each that may have left work to do. */
export function serveHere(application: Application, onWrite: () => void = () => undefined): Service {
  const reads = bound({ ...READS, ...STREAMS }, application);
  const writes = bound(WRITES, application, onWrite);
  return {
    // The tables are typed by name; binding keeps each command's input and output.
    ...(reads as unknown as Service),
    ...(writes as unknown as Service),
    config: application.config,
    logger: application.logger,
    telemetry: undefined,
    keepBytes: (caller, bytes) => keepBytes(application, caller, bytes),
    threads: () => [],
    stop: () => application.close(),
  };
}

function bound(commands: Readonly<Record<string, AnyCommand>>, application: Application, after?: () => void): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [
      name,
      (caller: Caller, input: never, signal: AbortSignal) => {
        const output = command(application, caller, input, signal);
        return after === undefined ? output : Promise.resolve(output).finally(after);
      },
    ]),
  );
}
