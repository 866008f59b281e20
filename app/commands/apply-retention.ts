import type { TenantId } from '../../kernel/index.ts';
import type { OldRevision } from '../../ledger/index.ts';
import type { Application } from '../application.ts';
import { removeRetracted } from '../remove-retracted.ts';

const DAY = 86_400_000;

export interface Removed {
  /** Questions of conversations that came before; absent where questions are kept for good. */
  readonly conversations?: number;
  /** What people said of answers before. */
  readonly feedback?: number;
  /** Events of the audit trail that say no more who did what; absent where the trail is kept for good. */
  readonly events?: number;
  /** Revisions whose place another took before; absent where they are kept for good. */
  readonly revisions?: readonly (OldRevision & { readonly tenant: TenantId })[];
}

/**
 * Removes what is older than the settings want it kept, over all tenants, and says what; with nothing set nothing goes.
 * @param isLook finds only what would go.
 */
export async function applyRetention(application: Application, isLook: boolean, signal: AbortSignal): Promise<Removed> {
  const { config, clock, ledger, logger } = application;
  const { retention } = ledger;
  const beforeOf = (days: number | undefined): number | undefined => (days === undefined ? undefined : clock.now() - days * DAY);
  const questions = beforeOf(config.keepQuestionsDays);
  const events = beforeOf(config.keepAuditDays);
  const revisions = beforeOf(config.keepRevisionsDays);
  const old =
    revisions === undefined
      ? undefined
      : (
          await Promise.all(
            (
              await retention.tenants()
            ).map(async (tenant) => (await retention.oldRevisions(tenant, revisions)).map((one) => ({ ...one, tenant }))),
          )
        ).flat();
  if (old !== undefined && old.length > 0 && !isLook) {
    for (const { version } of old) await ledger.retract(version);
    await removeRetracted(application, signal);
  }
  const removed: Removed = {
    ...(questions === undefined ? {} : await (isLook ? retention.countQuestions(questions) : retention.forgetQuestions(questions))),
    ...(old === undefined ? {} : { revisions: old }),
    ...(events === undefined
      ? {}
      : { events: await (isLook ? retention.countEvents(events) : retention.forgetEvents(events, config.tenant)) }),
  };
  if (!isLook && isAny(removed)) {
    const { conversations = 0, feedback = 0, events: emptied = 0 } = removed;
    logger.event('storage', 'retention-applied', { conversations, feedback, events: emptied, revisions: old?.length ?? 0 });
  }
  return removed;
}

function isAny({ conversations = 0, feedback = 0, events = 0, revisions = [] }: Removed): boolean {
  return conversations + feedback + events + revisions.length > 0;
}
