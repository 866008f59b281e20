import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { SMALL_HEAP } from '../../ingest/index.ts';
import type { Caller, Feedback, Logger } from '../../kernel/index.ts';
import { openBlobStore } from '../../storage/index.ts';
import { openAuditQueue } from '../audit/audit-queue.ts';
import type { AnswerExport } from '../commands/export-answer.ts';
import { keepBytes } from '../commands/receive-document.ts';
import type { Config } from '../config.ts';
import { configuredCaller } from '../configured-caller.ts';
import { openJsonLogger } from '../json-logger.ts';
import { makeHome } from '../stores/make-home.ts';
import { systemClock } from '../system-clock.ts';
import { openTelemetry } from '../telemetry/open-telemetry.ts';
import { admitCalls } from './admit-calls.ts';
import { READS, STREAMS, WRITES } from './commands.ts';
import { guardFolder } from './guard-folder.ts';
import { holdFolder } from './hold-folder.ts';
import { type RemoteThread, startThread } from './remote-thread.ts';
import type { Service } from './service.ts';
import type { ThreadRole } from './thread-messages.ts';
import { admitted, timeAdmitted } from './time-calls.ts';

/**
 * The commands on threads of their own, so that this thread is never blocked: one writer, which also works jobs, and
 * `config.readers` readers, of which the least busy takes a call. A thread that dies is replaced; what it worked on fails and
 * may be asked again. Heaps of this process grow by little before they are collected, so that its memory stays what lives in it.
 * @throws FaultlineError `conflict` where another service has the folder; whatever opening it gives.
 */
export async function serveThreads(config: Config, logger: Logger = openJsonLogger(config.logLevel)): Promise<Service> {
  setFlagsFromString(SMALL_HEAP);
  await makeHome(config.home);
  const release = holdFolder(config, systemClock);
  return startThreads(config, logger, release).catch((error: unknown) => {
    release();
    throw error;
  });
}

async function startThreads(config: Config, logger: Logger, release: () => void): Promise<Service> {
  let isStopping = false;
  const telemetry = await openTelemetry(config, logger);
  const audit = openAuditQueue(
    async (events) => void (await writer.current.call('recordAudit', configuredCaller(config), events, NEVER)),
    (error) => logger.error('audit', 'not-recorded', error),
  );
  const writer = kept('writer');
  await writer.current.ready;
  const readers = Array.from({ length: config.readers }, () => kept('reader'));
  try {
    await Promise.all(readers.map((reader) => reader.current.ready));
  } catch (error) {
    await stop();
    throw error;
  }

  /** A thread that is started anew when it dies; one that cannot start is not tried again and again. */
  function kept(role: ThreadRole): { current: RemoteThread } {
    const slot = { current: startThread({ config, role }, audit, telemetry) };
    const watch = (thread: RemoteThread): void => {
      void Promise.allSettled([thread.ready, thread.gone]).then(([started, gone]) => {
        if (isStopping || started.status === 'rejected') return;
        logger.error('lifecycle', 'thread-died', gone.status === 'fulfilled' ? gone.value : gone.reason, { role });
        slot.current = startThread({ config, role }, audit, telemetry);
        watch(slot.current);
      });
    };
    watch(slot.current);
    return slot;
  }

  const leastBusy = (): RemoteThread =>
    readers.map((reader) => reader.current).reduce((best, reader) => (reader.load < best.load ? reader : best));

  const admissionOf = admitCalls(config, systemClock);
  const reading = timeAdmitted(leastBusy, admissionOf, config.answerMilliseconds);
  const folder = await guardFolder(config);
  const changing = admitted(() => writer.current, admissionOf)();
  /** A change counts when the folder is there before and after it. */
  const guarded = async <Out>(change: () => Promise<Out>): Promise<Out> => {
    await folder.check();
    const changed = await change();
    await folder.check();
    return changed;
  };

  async function stop(): Promise<void> {
    isStopping = true;
    await Promise.all(readers.map((slot) => slot.current.stop()));
    // What the readers noted last is recorded before the writer goes.
    await audit.flush().catch((error: unknown) => logger.error('audit', 'not-recorded', error));
    await writer.current.stop();
    await telemetry?.stop();
    release();
  }

  const blobs = openBlobStore(join(config.home, 'blobs'), systemClock);
  return {
    ...(remote(READS, async (name, caller, input, signal) => {
      audit.refuseWhenFull();
      return reading.call(name, caller, input, signal);
    }) as unknown as Service),
    ...(remote(STREAMS, (name, caller, input, signal) => reading.stream(name, caller, input, signal)) as unknown as Service),
    ...(remote(WRITES, (name, caller, input, signal) => guarded(() => changing.call(name, caller, input, signal))) as unknown as Service),
    config,
    logger,
    telemetry,
    // Who was just answered may go on with the answer at once, so the trail has to know it.
    exportAnswer: async (caller, request, signal) => {
      await audit.flush();
      return reading.call('exportAnswer', caller, request, signal) as Promise<AnswerExport>;
    },
    giveFeedback: async (caller, request, signal) => {
      await audit.flush();
      return guarded(() => changing.call('giveFeedback', caller, request, signal) as Promise<Feedback>);
    },
    threads: () =>
      [writer, ...readers].map(({ current }, index) => ({
        role: index === 0 ? 'writer' : 'reader',
        isUp: current.isUp,
        calls: current.load,
      })),
    keepBytes: async (caller, bytes) => {
      const leave = await admissionOf('keepBytes')?.enter(NEVER);
      try {
        return await guarded(() => keepBytes({ blobs, config }, caller, bytes));
      } finally {
        leave?.();
      }
    },
    stop,
  };
}

const NEVER = new AbortController().signal;

type Remote = (name: string, caller: Caller, input: unknown, signal: AbortSignal) => unknown;

/** One function a command. Its type is that of the table, which the caller states. */
function remote(commands: object, call: Remote): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(commands).map((name) => [name, (caller: Caller, input: unknown, signal: AbortSignal) => call(name, caller, input, signal)]),
  );
}
