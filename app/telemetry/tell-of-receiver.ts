import { FaultlineError, type Logger } from '../../kernel/index.ts';

/** How an exporter of the OTLP packages says how a sending ended: 0 is well. */
export interface SendingResult {
  readonly code: number;
  readonly error?: Error;
}

/** Says once that the receiver does not take what is sent, and once that it does again, however many kinds of things are sent. */
export function tellOfReceiver(logger: Logger): (result: SendingResult) => void {
  let isAway = false;
  return ({ code, error }) => {
    if (code === 0 && isAway) logger.event('lifecycle', 'telemetry-sent-again', {});
    if (code !== 0 && !isAway)
      logger.error(
        'lifecycle',
        'telemetry-not-sent',
        new FaultlineError(
          'store-unavailable',
          'The receiver of traces and metrics takes nothing; what was done meanwhile is not sent again.',
          {
            cause: error,
          },
        ),
      );
    isAway = code !== 0;
  };
}
