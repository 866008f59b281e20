/** Entry of a thread: an application of its own on the data folder, answering the commands of its role; the writer also works jobs. */
import { parentPort, workerData } from 'node:worker_threads';
import type { TraceSink } from '../../kernel/index.ts';
import { openApplication } from '../open-application.ts';
import { tellFormerModel } from '../stores/tell-former-model.ts';
import { warmStores } from '../stores/warm-stores.ts';
import { answerCalls } from './answer-calls.ts';
import { startWorker } from './background-worker.ts';
import { READS, STREAMS, WRITES } from './commands.ts';
import { workerName } from './gone-worker.ts';
import { startRetention } from './start-retention.ts';
import { startSealer } from './start-sealer.ts';
import { type FromThread, faultOf, type ThreadStart } from './thread-messages.ts';

const port = parentPort;
if (port === null) throw new Error('this is the entry of a thread, not a program');
const { config, role } = workerData as ThreadStart;
const tell = (message: FromThread): void => port.postMessage(message);

const traces: { readonly traces?: TraceSink } =
  config.telemetryUrl === undefined
    ? {}
    : { traces: { tell: (step, place) => tell({ kind: 'trace', step, ...(place === undefined ? {} : { place }) }) } };

try {
  const application =
    role === 'writer'
      ? await openApplication(config, traces)
      : await openApplication(config, {
          ...traces,
          readonly: true,
          audit: { note: (event) => tell({ kind: 'audit', event }), flush: async () => undefined },
        });
  const worker = role === 'writer' && config.works ? startWorker(application, { name: workerName() }) : undefined;
  const sealer = role === 'writer' ? startSealer(application) : undefined;
  const retention = role === 'writer' && config.works ? startRetention(application) : undefined;
  const calls = answerCalls(port, application, {
    commands: role === 'writer' ? WRITES : READS,
    streams: role === 'writer' ? {} : STREAMS,
    onAnswered: () => worker?.wake(),
    onStop: () => void stop(),
  });
  const stop = async (): Promise<void> => {
    await Promise.all([calls.cancelAll(), worker?.stop(), sealer?.stop(), retention?.stop()]);
    await application.close();
    port.close();
  };
  await (role === 'reader' ? warmStores(application) : tellFormerModel(application));
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'fault', fault: faultOf(error) });
  port.close();
}
