import { afterEach, beforeEach, expect, it } from 'vitest';
import { observationsHash, type PassageId, sha256 } from '../../kernel/index.ts';
import type { Ledger } from '../open-ledger.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { chunksOf, ingest, PLANT, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';

const OPEN: Sample = {
  uri: 'open',
  says: [
    ['P-101', '外部泄漏'],
    ['P-101', 'external leakage'],
    ['P-102', 'vibration'],
  ],
};
const SECRET: Sample = { uri: 'secret', says: [['P-103', '密封磨损']], claims: { labels: ['plant-2'] } };
const ASKED_EN = 'What is wrong with P-101?';
const ASKED_ZH = 'P-101 有什么故障？';
const DIGEST = sha256('an answer');
const SEEN = [{ check: 'chk-1', outcome: 'not-found' }] as const;

const passagesOf = (sample: Sample): readonly PassageId[] =>
  chunksOf(sample).parsed.flatMap(({ passages }) => passages.map((passage) => passage.id));

describeLedgers('what people say of answers', (form) => {
  let ledger: Ledger;
  let now = 1_700_000_000_000;
  const clock = { now: () => ++now };
  beforeEach(async () => {
    ledger = await openEmpty(form, clock);
    await ingest(ledger, OPEN);
    await ingest(ledger, SECRET);
  });
  afterEach(() => ledger.close());

  const accessOf = (labels: readonly string[] | 'all') => ledger.accessFor(PLANT, labels);
  const wasAnswered = (actor: string, question: string, passages: readonly string[], digest = DIGEST) =>
    ledger.audit.record([
      {
        tenant: PLANT,
        actor,
        action: 'question-answered',
        subject: sha256(question),
        detail: { answer: digest, decision: 'answered', passages },
      },
    ]);
  const said = { about: 'answer', verdict: 'wrong', remark: '', question: ASKED_EN, observations: [], digest: DIGEST } as const;

  it('are told with the places that the answer cited, in the order in which they stand in their documents', async () => {
    const access = await accessOf('all');
    const cited = passagesOf(OPEN);
    await wasAnswered('李伟', ASKED_ZH, [...cited].reverse());
    const given = await ledger.feedback.give(access, { ...said, actor: '李伟', question: ASKED_ZH, remark: '还有振动' });
    expect(given).toMatchObject({ about: 'answer', verdict: 'wrong', remark: '还有振动', decision: 'answered', observations: [] });
    expect(given.sources.map(({ passageId }) => passageId)).toEqual(cited);
    expect(new Set(given.sources.map(({ versionId }) => versionId))).toEqual(new Set([versionOf(OPEN)]));
    expect(await ledger.feedback.list(access)).toEqual([given]);
  });

  it('are under the labels of every place that was cited, also after its document went', async () => {
    const [all, few] = [await accessOf('all'), await accessOf([])];
    await wasAnswered('anna', ASKED_EN, [...passagesOf(OPEN), ...passagesOf(SECRET)]);
    const given = await ledger.feedback.give(all, { ...said, actor: 'anna' });
    expect(await ledger.feedback.list(few)).toEqual([]);
    await ledger.retract(versionOf(SECRET));
    while (!(await ledger.purge(versionOf(SECRET))));
    const [left] = await ledger.feedback.list(await accessOf('all'));
    expect(left?.sources).toHaveLength(given.sources.length);
    expect(await ledger.feedback.list(await accessOf([]))).toEqual([]);
  });

  it('are kept of a person and an answer once, the last word, newest first', async () => {
    const access = await accessOf('all');
    for (const actor of ['anna', 'ben']) await wasAnswered(actor, ASKED_EN, passagesOf(OPEN));
    await ledger.feedback.give(access, { ...said, actor: 'anna' });
    await ledger.feedback.give(access, { ...said, actor: 'ben', verdict: 'missing' });
    await ledger.feedback.give(access, { ...said, actor: 'anna', verdict: 'right' });
    const kept = await ledger.feedback.list(access);
    expect(kept.map(({ actor, verdict }) => [actor, verdict])).toEqual([
      ['anna', 'right'],
      ['ben', 'missing'],
    ]);
    await expect(ledger.feedback.give(access, { ...said, actor: 'cleo' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are taken back by who said them alone, in one commit with the word of it, and are no review any more', async () => {
    const access = await accessOf('all');
    for (const actor of ['anna', 'ben']) await wasAnswered(actor, ASKED_EN, passagesOf(OPEN));
    const given = await ledger.feedback.give(access, { ...said, actor: 'anna' });
    const others = await ledger.feedback.give(access, { ...said, actor: 'ben' });
    await expect(ledger.feedback.withdraw(PLANT, 'ben', given.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await ledger.feedback.list(access)).toHaveLength(2);
    await ledger.feedback.withdraw(PLANT, 'anna', given.id);
    expect(await ledger.feedback.list(access)).toEqual([others]);
    const asked = (await ledger.reviews.list(access)).flatMap(({ subject }) =>
      subject.kind === 'answer-feedback' ? [subject.feedback] : [],
    );
    expect(asked).toEqual([others]);
    const [event] = await ledger.audit.list(PLANT, { actions: ['feedback-withdrawn'], limit: 10 });
    expect(event).toMatchObject({ actor: 'anna', subject: given.id, detail: { verdict: 'wrong', answer: DIGEST } });
    await expect(ledger.feedback.withdraw(PLANT, 'anna', given.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await ledger.feedback.give(access, { ...said, actor: 'anna' })).toMatchObject({ id: given.id });
  });

  it('are kept of a diagnosis with what had been seen, where it was asked with that', async () => {
    const access = await accessOf('all');
    const detail = { answer: DIGEST, state: 'open', seen: observationsHash(SEEN), passages: passagesOf(OPEN) };
    await ledger.audit.record([{ tenant: PLANT, actor: 'anna', action: 'fault-diagnosed', subject: sha256(ASKED_ZH), detail }]);
    const step = { ...said, actor: 'anna', about: 'diagnosis', question: ASKED_ZH, verdict: 'missing' } as const;
    for (const forged of [step, { ...step, about: 'answer' as const, observations: SEEN }]) {
      await expect(ledger.feedback.give(access, forged)).rejects.toMatchObject({ code: 'not-found' });
    }
    const given = await ledger.feedback.give(access, { ...step, observations: SEEN });
    expect(given).toMatchObject({ about: 'diagnosis', decision: 'open', observations: SEEN });
    expect(await ledger.feedback.list(access)).toEqual([given]);
  });
});
