import { randomBytes } from 'node:crypto';
import type { Clock, Logger } from '../../kernel/index.ts';
import type { Config } from '../config.ts';
import { PROGRAM_VERSION } from '../program-version.ts';
import { systemClock } from '../system-clock.ts';
import type { Measured, Telemetry } from './telemetry.ts';
import { tellOfReceiver } from './tell-of-receiver.ts';
import { toMetrics } from './to-metrics.ts';
import { toSpans } from './to-spans.ts';

/** Of one sending, its repetitions included. */
const SENDING_MILLISECONDS = 5_000;
/** How long the end of the program waits for what is left to be sent. */
const LAST_MILLISECONDS = 2_000;
/** How soon spans are sent, and how many at once; more than so many that wait are dropped. */
const SPANS = { scheduledDelayMillis: 2_000, maxExportBatchSize: 256, maxQueueSize: 2_048 };

/** What sends, where the configuration names a receiver; nothing of it is loaded where it does not. */
export async function openTelemetry(
  config: Pick<Config, 'telemetryUrl' | 'telemetryName' | 'telemetrySeconds'>,
  logger: Logger,
  clock: Clock = systemClock,
): Promise<Telemetry | undefined> {
  const { telemetryUrl, telemetryName, telemetrySeconds } = config;
  if (telemetryUrl === undefined) return undefined;
  const [{ OTLPTraceExporter }, { OTLPMetricExporter }, { BatchSpanProcessor }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/exporter-metrics-otlp-http'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/resources'),
  ]);
  const to = (what: string) => ({ url: `${telemetryUrl.replace(/\/+$/, '')}/v1/${what}`, timeoutMillis: SENDING_MILLISECONDS });
  const resource = resourceFromAttributes({ 'service.name': telemetryName, 'service.version': PROGRAM_VERSION });
  const heard = tellOfReceiver(logger);
  const traces = new OTLPTraceExporter(to('traces'));
  const metrics = new OTLPMetricExporter(to('metrics'));
  const spans = new BatchSpanProcessor(
    {
      // What could not be sent was told here; to the packages it went well, which would else tell of each.
      export: (batch, done) =>
        traces.export(batch, (result) => {
          heard(result);
          done({ code: 0 });
        }),
      shutdown: () => traces.shutdown(),
    },
    SPANS,
  );
  const origin = { resource, version: PROGRAM_VERSION, newId: (bytes: number) => randomBytes(bytes).toString('hex') };
  const began = clock.now();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  return {
    tell(step, place) {
      for (const span of toSpans(step, place, origin)) spans.onEnd(span);
    },
    measure(read) {
      let isSending = false;
      const once = async (): Promise<void> => {
        const measured: readonly Measured[] = await read(stopping.signal);
        const scope = { name: 'faultline', version: PROGRAM_VERSION };
        const data = { resource, scopeMetrics: [{ scope, metrics: toMetrics(measured, began, clock.now()) }] };
        await new Promise<void>((resolve) =>
          metrics.export(data, (result) => {
            heard(result);
            resolve();
          }),
        );
      };
      const send = async (): Promise<void> => {
        if (isSending) return;
        isSending = true;
        await once()
          .catch((error: unknown) => logger.error('lifecycle', 'metrics-not-read', error))
          .finally(() => {
            isSending = false;
          });
      };
      timer = setInterval(() => void send(), telemetrySeconds * 1000);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      stopping.abort(new Error('the service stops'));
      const ended = Promise.allSettled([spans.shutdown(), metrics.shutdown()]);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, LAST_MILLISECONDS).unref())]);
    },
  };
}
