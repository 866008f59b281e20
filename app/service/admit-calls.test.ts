import { describe, expect, it } from 'vitest';
import { admitCalls } from './admit-calls.ts';

const NEVER = new AbortController().signal;
const KINDS = [
  ['questions', 'askQuestion', 8, 8],
  ['looks at what is there', 'listDocuments', 32, 32],
  ['changes', 'deleteDocument', 8, 16],
  ['passwords that are tried', 'checkPassword', 2, 8],
  ['calls that last as long as whoever follows them', 'followJob', 16, 0],
  ['documents that are sent', 'keepBytes', 32, 8],
  ['photos that are read', 'readPhoto', 1, 8],
] as const;

const open = () => admitCalls({ readers: 2, waitingCalls: 8, answerMilliseconds: 20_000 }, { now: () => 0 });

describe('what may be asked of a service at once', () => {
  it.each(KINDS)(
    'are so many %s, as many more that wait, and nothing beyond, which keeps no other kind out',
    async (_, name, atOnce, waiting) => {
      const admissionOf = open();
      const enter = (command: string) => admissionOf(command)?.enter(NEVER);
      const places = await Promise.all(Array.from({ length: atOnce }, () => enter(name)));
      const queued = Array.from({ length: waiting }, () => enter(name));
      for (let more = 0; more < 3; more++) await expect(enter(name)).rejects.toMatchObject({ code: 'too-many-requests', retryAfter: 1 });
      for (const [, other] of KINDS) if (other !== name) expect(await enter(other)).toBeTypeOf('function');
      for (const leave of places) leave?.();
      // Each who waited gives the place on.
      for (const entered of queued) (await entered)?.();
    },
  );

  it('is no matter for what the service asks of itself', () => {
    const admissionOf = open();
    for (const name of ['findSession', 'findApiKey', 'recordAudit', 'readGauges', 'discardBytes'])
      expect(admissionOf(name)).toBeUndefined();
  });
});
