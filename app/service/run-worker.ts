import type { Application } from '../application.ts';
import type { Config } from '../config.ts';
import { openJsonLogger } from '../json-logger.ts';
import { openApplication } from '../open-application.ts';
import { tellFormerModel } from '../stores/tell-former-model.ts';
import { openTelemetry } from '../telemetry/open-telemetry.ts';
import { startWorker, type WorkerOptions } from './background-worker.ts';
import { workerName } from './gone-worker.ts';
import { startRetention } from './start-retention.ts';
import { startSealer } from './start-sealer.ts';

/**
 * Works the jobs of a site without serving anybody, until the signal; then gives the job at hand back and ends. Several may work on
 * one ledger, on one machine or on several that share the bytes of the documents.
 * @throws FaultlineError whatever opening the stores gives.
 */
export async function runWorker(config: Config, signal: AbortSignal): Promise<void> {
  const telemetry = await openTelemetry(config, openJsonLogger(config.logLevel));
  try {
    const application = await openApplication(config, telemetry === undefined ? {} : { traces: telemetry });
    await workUntil(application, { name: workerName() }, signal);
  } finally {
    await telemetry?.stop();
  }
}

/** The same on an application that is open, and is closed at the end. */
export async function workUntil(application: Application, options: WorkerOptions, signal: AbortSignal): Promise<void> {
  await tellFormerModel(application);
  const worker = startWorker(application, options);
  const sealer = startSealer(application);
  const retention = startRetention(application);
  try {
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  } finally {
    await Promise.all([worker.stop(), sealer.stop(), retention.stop()]);
    await application.close();
  }
}
