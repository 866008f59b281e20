import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Application } from '../application.ts';
import { withApplication } from '../test-support/workspace.ts';
import { startRetention } from './start-retention.ts';

const DAY = 86_400_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** An application that keeps the audit trail for so many days and counts how often that is applied; the first time fails. */
async function counted(
  keepAuditDays: number | undefined,
  work: (application: Application, seen: { applied: number; failed: string[] }) => Promise<void>,
) {
  await withApplication(async (opened) => {
    const seen = { applied: 0, failed: [] as string[] };
    const forgetEvents = async () => {
      seen.applied += 1;
      if (seen.applied === 1) throw new Error('the disk is away');
      return 0;
    };
    const config = { ...opened.config, ...(keepAuditDays === undefined ? {} : { keepAuditDays }) };
    const ledger = { ...opened.ledger, retention: { ...opened.ledger.retention, forgetEvents } };
    const logger = { event: () => undefined, error: (_: string, name: string) => void seen.failed.push(name) };
    await work({ ...opened, config, ledger, logger }, seen);
  });
}

it('applies retention at once and each day, goes on after a day that failed, and no more once it is stopped', async () => {
  await counted(30, async (application, seen) => {
    const retention = startRetention(application);
    await vi.waitFor(() => expect(seen).toEqual({ applied: 1, failed: ['retention-failed'] }));
    vi.advanceTimersByTime(DAY / 2);
    expect(seen.applied).toBe(1);
    vi.advanceTimersByTime(DAY / 2);
    await vi.waitFor(() => expect(seen).toEqual({ applied: 2, failed: ['retention-failed'] }));
    await retention.stop();
    vi.advanceTimersByTime(3 * DAY);
    expect(seen.applied).toBe(2);
  });
});

it('removes nothing where nothing was said of how long to keep', async () => {
  await counted(undefined, async (application, seen) => {
    const retention = startRetention(application);
    vi.advanceTimersByTime(3 * DAY);
    await retention.stop();
    expect(seen.applied).toBe(0);
  });
});
