import type { Application } from '../application.ts';

/** How long an event waits for its seal at most, but for the time that sealing takes. */
const SEAL_MILLISECONDS = 1_000;

/**
 * Seals the audit trail each second, whatever else the thread does. Several may run on one ledger: a seal is one transaction,
 * so that two never close the same events. A failure is logged and tried again; `stop` resolves when nothing runs any more.
 */
export function startSealer({ ledger, logger }: Pick<Application, 'ledger' | 'logger'>): { stop(): Promise<void> } {
  let sealing: Promise<unknown> = Promise.resolve();
  let isSealing = false;
  const timer = setInterval(() => {
    if (isSealing) return;
    isSealing = true;
    sealing = ledger.audit
      .seal()
      .catch((error: unknown) => logger.error('audit', 'not-sealed', error))
      .finally(() => {
        isSealing = false;
      });
  }, SEAL_MILLISECONDS);
  return {
    async stop() {
      clearInterval(timer);
      await sealing;
    },
  };
}
