import { afterAll, beforeAll, expect, it } from 'vitest';
import { runRequestSuite } from '../../eval/index.ts';
import { openService, type TestService } from './test-support/open-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await openService({ allowAnyone: 'yes', answerMilliseconds: 120_000 });
  await service.ingest('note.md', '# 泵 P-101A\n\nP-101A 振动过大的原因是轴承磨损。\n\nThe tightening torque of P-101A is 48 N·m.\n');
});
afterAll(() => service.close());

it('answers requests drawn from its description, right and wrong ones, as it describes, and never with a fault of its own', async () => {
  const report = await runRequestSuite(
    { send: async (path, init) => service.http.request(path, init), seed: 5, count: 400, atOnce: 1 },
    () => undefined,
    new AbortController().signal,
  );
  expect(report.faults).toEqual([]);
  expect(report.operations.length).toBeGreaterThan(40);
  const taken = report.operations.filter(({ statuses }) => Object.keys(statuses).some((status) => status.startsWith('2')));
  expect(taken.length).toBeGreaterThan(25);
});
