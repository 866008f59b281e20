import { describe, expect, it } from 'vitest';
import { RequestFailure } from '../client/request-failure.ts';
import type { JobEvent, UploadAnswer } from '../contract.ts';
import { speak } from '../languages/speak.ts';
import { groupDocuments } from './group-documents.ts';
import { sayProgress } from './say-progress.ts';
import { shareDone, shareOfAll, timeLeft, type Upload, type UploadProgress } from './upload.ts';
import { UploadQueue, type UploadSteps } from './upload-queue.ts';

const READ: readonly JobEvent[] = [
  { kind: 'queued', number: 1, at: '' },
  { kind: 'running', attempt: 1, number: 2, at: '' },
  { kind: 'progress', stage: 'read', chunk: 0, done: 2, total: 4, unit: 'page', number: 3, at: '' },
  { kind: 'done', outcome: 'visible', number: 4, at: '' },
];
const answerTo = (path: string) => ({ document: { id: `doc-${path}` }, status: 'new', jobId: `job-${path}` }) as UploadAnswer;
const file = (name: string) => ({ path: name, file: new File(['x'.repeat(10)], name) });

/** Adds files and waits until nothing more happens to any of them. */
async function takeIn(
  names: readonly string[],
  steps: Partial<UploadSteps>,
  onChange: (uploads: readonly Upload[]) => void = () => undefined,
) {
  let last: readonly Upload[] = [];
  const queue = new UploadQueue({
    send: async ({ path }) => answerTo(path),
    follow: async function* () {
      yield* READ;
    },
    requeue: async () => undefined,
    pause: async () => undefined,
    now: () => 0,
    ...steps,
    changed: (uploads) => {
      last = uploads;
      onChange(uploads);
    },
  });
  queue.add(names.map(file));
  const settle = () => expect.poll(() => last.every(({ progress: { kind } }) => kind === 'done' || kind === 'failed')).toBe(true);
  await settle();
  return { queue, settle, uploads: () => last };
}

describe('files on their way into the library', () => {
  it('all get there, two at once being sent, and never go back on the way', async () => {
    const shares = new Map<string, number>();
    let most = 0;
    const { uploads } = await takeIn(['a', 'b', 'c', 'd', 'e'], {}, (now) => {
      most = Math.max(most, now.filter(({ progress: { kind } }) => kind === 'sending').length);
      for (const upload of now) {
        expect(shareDone(upload)).toBeGreaterThanOrEqual(shares.get(upload.id) ?? 0);
        shares.set(upload.id, shareDone(upload));
      }
    });
    expect(most).toBe(2);
    expect(uploads().map(({ path, progress }) => [path, progress.kind])).toEqual(['a', 'b', 'c', 'd', 'e'].map((path) => [path, 'done']));
  });

  it('are sent again after a lost connection; a refusal stands beside its file and keeps no other back', async () => {
    let losses = 2;
    const { uploads } = await takeIn(['lost', 'large', 'good'], {
      send: async ({ path }) => {
        if (path === 'lost' && losses-- > 0) throw RequestFailure.connection(new Error('gone'));
        if (path === 'large') throw RequestFailure.problem({ code: 'document-too-large', detail: 'The document is too large.' });
        return answerTo(path);
      },
    });
    expect(uploads().map(({ progress }) => progress.kind)).toEqual(['done', 'failed', 'done']);
    expect(uploads()[1]?.progress).toEqual({ kind: 'failed', detail: 'The document is too large.' });
  });

  it('are read again, and not sent again, where reading was given up', async () => {
    const dead: JobEvent = { kind: 'dead', reason: 'crashed', number: 3, at: '' };
    const requeued: string[] = [];
    let sent = 0;
    const { queue, settle, uploads } = await takeIn(['a'], {
      send: async ({ path }) => {
        sent += 1;
        return answerTo(path);
      },
      follow: async function* () {
        yield requeued.length === 0 ? dead : (READ[3] ?? dead);
      },
      requeue: async (job) => void requeued.push(job),
    });
    expect(uploads()[0]?.progress).toMatchObject({ kind: 'failed', detail: 'crashed' });
    await queue.retry(uploads()[0]?.id ?? '');
    await settle();
    expect([uploads()[0]?.progress.kind, requeued, sent]).toEqual(['done', ['job-a'], 1]);
    queue.clear();
    expect(uploads()).toEqual([]);
  });

  it('are told as one, each by its size', () => {
    const upload = (bytes: number, progress: UploadProgress): Upload => ({ id: '', path: '', bytes, progress });
    const done = { kind: 'done', documentId: '', outcome: 'visible', isThere: false } as const;
    expect(shareOfAll([upload(999, done), upload(999, { kind: 'waiting' })])).toBe(0.5);
    expect(shareOfAll([upload(9, done), upload(989, { kind: 'sending', sent: 989 })])).toBeCloseTo(0.208, 2);
  });

  it('have a time left only where all that is under way is counted, and none that has run out', () => {
    const upload = (progress: UploadProgress): Upload => ({ id: '', path: '', bytes: 9, progress });
    const reading = (until?: number) =>
      upload({ kind: 'reading', documentId: '', stage: 'read', done: 2, total: 9, ...(until === undefined ? {} : { until }) });
    const done = upload({ kind: 'done', documentId: '', outcome: 'visible', isThere: false });
    expect(timeLeft([done, reading(9_000), reading(30_000)], 5_000)).toBe(25_000);
    expect(timeLeft([reading(9_000), reading()], 5_000)).toBeUndefined();
    expect(timeLeft([reading(9_000), upload({ kind: 'waiting' })], 5_000)).toBeUndefined();
    expect(timeLeft([reading(4_000)], 5_000)).toBeUndefined();
    expect(timeLeft([done], 5_000)).toBeUndefined();
  });

  it('go through their stages in one direction, though facts are found beside the reading, and again only on another attempt', async () => {
    const step = (stage: 'survey' | 'read' | 'extract' | 'project', done: number, total?: number) =>
      ({
        kind: 'progress',
        stage,
        chunk: 0,
        done,
        unit: 'page',
        number: 1,
        at: '',
        rate: 2,
        ...(total === undefined ? {} : { total }),
      }) as JobEvent;
    const told: string[] = [];
    await takeIn(
      ['手册.pdf'],
      {
        follow: async function* () {
          yield step('survey', 9, 9);
          yield step('read', 4, 9);
          yield step('extract', 32);
          yield step('read', 9, 9);
          yield step('extract', 64, 70);
          yield step('read', 9, 9);
          yield step('project', 0, 1);
          yield { kind: 'running', attempt: 2, number: 2, at: '' };
          yield step('read', 9, 9);
          yield { kind: 'done', outcome: 'visible', number: 3, at: '' };
        },
      },
      ([upload]) => {
        const progress = upload?.progress;
        if (progress?.kind === 'reading') told.push(`${progress.stage} ${progress.done} ${progress.until ?? '-'}`);
      },
    );
    expect(told).toEqual(['survey 0 -', 'survey 9 -', 'read 4 2500', 'read 9 0', 'extract 64 3000', 'project 0 -', 'read 9 0']);
  });

  it('are said to be there already where the very same file was', async () => {
    const { uploads } = await takeIn(['same.md', 'new.md'], {
      send: async ({ path }) => ({ ...answerTo(path), status: path === 'same.md' ? 'duplicate' : 'new' }),
    });
    const [same, other] = uploads();
    if (same === undefined || other === undefined) throw new Error('two files were added');
    expect([sayProgress(speak('en'), 'en', same), sayProgress(speak('zh'), 'zh', same)]).toEqual(['already there', '已在库中']);
    expect([sayProgress(speak('en'), 'en', other), sayProgress(speak('zh'), 'zh', other)]).toEqual(['read', '已读取']);
  });
});

describe('documents of the library', () => {
  const document = (title: string, state: string, outcome?: string, unknownColumns?: number) =>
    ({ id: title, title, uri: `shelf/${title}`, fileName: title, state, outcome, unknownColumns }) as never;

  it('stand in groups, first those that need a person, and are found by words of their names', () => {
    const all = [
      document('Manual P-101', 'settled', 'visible'),
      document('Scan', 'settled', 'unread-scan'),
      document('Manual P-102', 'parsed'),
      document('Log', 'settled', 'partial'),
      document('Old', 'cancelled'),
      document('工单', 'settled', 'visible', 5),
    ];
    const titles = (filter: string) =>
      groupDocuments(all, filter).map(({ group, documents }) => [group, documents.map(({ title }) => title)]);
    expect(titles('')).toEqual([
      ['unread', ['Scan']],
      ['partial', ['Log']],
      ['unclear', ['工单']],
      ['reading', ['Manual P-102']],
      ['cancelled', ['Old']],
      ['readable', ['Manual P-101']],
    ]);
    expect(titles('p-10 MANUAL')).toEqual([
      ['reading', ['Manual P-102']],
      ['readable', ['Manual P-101']],
    ]);
    expect(titles('none')).toEqual([]);
  });
});
