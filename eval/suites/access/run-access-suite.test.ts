import { describe, expect, it } from 'vitest';
import { READ_COMMANDS, serveHere } from '../../../app/index.ts';
import type { Site } from './open-site.ts';
import { PROBES } from './probes.ts';
import { runAccessSuite } from './run-access-suite.ts';

const MINUTES = 900_000;
/** A slice: `eval run access` probes as often as is asked for. */
const PROBED = 500;
const SMALL = { seed: 7, matrices: 1, readers: 2, demo: false };
const NEVER = new AbortController().signal;

describe('what a reader gets from a site with hidden documents', () => {
  it('is what a site of the reader’s documents alone gives, on every read surface', { timeout: MINUTES }, async () => {
    const report = await runAccessSuite({ ...SMALL, probes: PROBED }, NEVER);
    expect(report.differences).toEqual([]);
    expect(report.different).toBe(0);
    expect(report.probes).toBe(PROBED);
    expect(report.surfaces.length).toBeGreaterThan(10);
    // The probes would show nothing if there were nothing to hide.
    expect(report.surfaces.reduce((sum, { hiding }) => sum + hiding, 0)).toBeGreaterThan(10);
  });

  it('is found to differ when the reader’s labels are not asked for', { timeout: MINUTES }, async () => {
    const spoil = (site: Site): Site => {
      const { ledger } = site.application;
      const open = {
        ...site.application,
        ledger: { ...ledger, accessFor: (tenant: Parameters<typeof ledger.accessFor>[0]) => ledger.accessFor(tenant, 'all') },
      };
      return { ...site, service: serveHere(open) };
    };
    const report = await runAccessSuite({ ...SMALL, readers: 1, probes: 60, spoil }, NEVER);
    expect(report.different).toBeGreaterThan(10);
    expect(report.differences[0]?.full).not.toBe(report.differences[0]?.alone);
  });
});

describe('the table of probes', () => {
  it('has an entry for each command that reads, and no other', () => {
    expect(Object.keys(PROBES).sort()).toEqual(READ_COMMANDS);
  });
});
