import type { Application } from '../application.ts';
import { applyRetention } from '../commands/apply-retention.ts';

const DAY = 86_400_000;

/** Applies the settings of retention at once and each day, beside what else the thread does; a failure is logged and tried again a day later. */
export function startRetention(application: Application): { stop(): Promise<void> } {
  const stopped = new AbortController();
  let applying: Promise<unknown> = Promise.resolve();
  const apply = (): void => {
    applying = applyRetention(application, false, stopped.signal).catch((error: unknown) => {
      if (!stopped.signal.aborted) application.logger.error('storage', 'retention-failed', error);
    });
  };
  const { keepQuestionsDays, keepAuditDays, keepRevisionsDays } = application.config;
  const isAsked = [keepQuestionsDays, keepAuditDays, keepRevisionsDays].some((days) => days !== undefined);
  if (isAsked) apply();
  const timer = isAsked ? setInterval(apply, DAY) : undefined;
  return {
    async stop() {
      clearInterval(timer);
      stopped.abort(new Error('the service stops'));
      await applying;
    },
  };
}
