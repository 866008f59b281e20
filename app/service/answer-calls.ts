import type { MessagePort } from 'node:worker_threads';
import { assertNever, FaultlineError, onBehalfOf } from '../../kernel/index.ts';
import type { Application } from '../application.ts';
import type { AnyCommand } from './service.ts';
import { type FromThread, faultOf, type ToThread } from './thread-messages.ts';

export interface AnsweringOptions {
  readonly commands: Readonly<Record<string, AnyCommand>>;
  readonly streams: Readonly<Record<string, AnyCommand>>;
  /** A command has run that may have left work to do. */
  readonly onAnswered: () => void;
  readonly onStop: () => void;
}

type Items = AsyncGenerator<unknown, void, undefined>;

/**
 * Runs the commands that come through a port on the application of this thread, side by side. A call that is cancelled ends at
 * its next step, so that no query is cut off in the middle.
 */
export function answerCalls(port: MessagePort, application: Application, options: AnsweringOptions): { cancelAll(): Promise<void> } {
  const running = new Map<number, { readonly cancel: AbortController; readonly items?: Items }>();
  const pending = new Set<Promise<void>>();
  const send = (message: FromThread): void => port.postMessage(message);
  const track = (work: Promise<void>): void => {
    pending.add(work);
    void work.finally(() => pending.delete(work));
  };

  async function call(message: Extract<ToThread, { kind: 'call' }>): Promise<void> {
    const { id, name, caller, input } = message;
    const cancel = new AbortController();
    const stream = options.streams[name];
    if (stream !== undefined) {
      running.set(id, { cancel, items: stream(application, caller, input as never, cancel.signal) as Items });
      return;
    }
    running.set(id, { cancel });
    try {
      const command = options.commands[name];
      if (command === undefined) throw new FaultlineError('internal', `This thread has no command "${name}".`);
      send({
        kind: 'value',
        id,
        value: await onBehalfOf({ signal: cancel.signal }, async () => command(application, caller, input as never, cancel.signal)),
      });
    } catch (error) {
      send({ kind: 'fault', id, fault: faultOf(error) });
    } finally {
      running.delete(id);
      options.onAnswered();
    }
  }

  async function pull(id: number): Promise<void> {
    const stream = running.get(id);
    if (stream?.items === undefined) return;
    const { items, cancel } = stream;
    try {
      const { done, value } = await onBehalfOf({ signal: cancel.signal }, () => items.next());
      if (done !== true) return send({ kind: 'value', id, value });
      send({ kind: 'end', id });
    } catch (error) {
      send({ kind: 'fault', id, fault: faultOf(error) });
    }
    running.delete(id);
  }

  /** A stream is closed so that its `finally` runs; a command sees its signal. */
  async function cancel(id: number): Promise<void> {
    const call = running.get(id);
    call?.cancel.abort(new FaultlineError('cancelled', 'The caller does not wait for this any more.'));
    if (call?.items === undefined) return;
    running.delete(id);
    await call.items.return().catch((error: unknown) => application.logger.error('lifecycle', 'stream-failed', error));
  }

  port.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'call':
        return track(call(message));
      case 'pull':
        return track(pull(message.id));
      case 'cancel':
        return track(cancel(message.id));
      case 'stop':
        return options.onStop();
      default:
        return assertNever(message);
    }
  });

  return {
    async cancelAll() {
      for (const id of [...running.keys()]) track(cancel(id));
      await Promise.allSettled([...pending]);
    },
  };
}
