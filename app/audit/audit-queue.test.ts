import { describe, expect, it } from 'vitest';
import type { TenantId } from '../../kernel/index.ts';
import type { AuditEvent } from '../../ledger/index.ts';
import { openAuditQueue } from './audit-queue.ts';

const event = (subject: string): AuditEvent => ({
  tenant: 'plant' as TenantId,
  actor: '张工',
  action: 'passages-searched',
  subject,
  detail: {},
});

describe('the queue of audit events', () => {
  it('records in the order noted, what came together in one commit', async () => {
    const commits: string[][] = [];
    const queue = openAuditQueue(
      async (events) => void commits.push(events.map(({ subject }) => subject)),
      () => undefined,
    );
    queue.note(event('a'));
    queue.note(event('b'));
    const first = queue.flush();
    queue.note(event('c'));
    await Promise.all([first, queue.flush()]);
    expect(commits.flat()).toEqual(['a', 'b', 'c']);
    expect(commits[0]).toContain('b');
  });

  it('keeps what could not be recorded and records it later, nothing twice', async () => {
    const recorded: string[] = [];
    let isDown = true;
    const queue = openAuditQueue(
      async (events) => {
        if (isDown) throw new Error('disk full');
        recorded.push(...events.map(({ subject }) => subject));
      },
      () => undefined,
    );
    queue.note(event('first'));
    await expect(queue.flush()).rejects.toThrow('disk full');
    queue.note(event('第二'));
    isDown = false;
    await queue.flush();
    await queue.flush();
    expect(recorded).toEqual(['first', '第二']);
  });

  it('tells who cannot record, and lets nothing more be asked when too much waits', async () => {
    const faults: unknown[] = [];
    const queue = openAuditQueue(
      async () => {
        throw new Error('disk full');
      },
      (error) => faults.push(error),
    );
    expect(() => queue.refuseWhenFull()).not.toThrow();
    for (let count = 0; count < 10_000; count++) queue.note(event(String(count)));
    expect(() => queue.refuseWhenFull()).toThrow(/audit trail cannot be written/);
    await expect.poll(() => faults.length).toBeGreaterThan(0);
  });
});
