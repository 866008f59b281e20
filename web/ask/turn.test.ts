import { describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../contract.ts';
import { memoryStorage } from '../test-support/memory-storage.ts';
import { addTurn, changeTurn, firstUnanswered } from './conversation.ts';
import { keepConversation, keptConversation } from './conversation-storage.ts';
import { ASKED, type Progress, takePiece } from './turn.ts';

const claim = (text: string) => ({ kind: 'quote', text, verdict: 'supported', checks: [], citations: [0] }) as const;
const event = (name: string, data: unknown) => ({ name, data }) as AnswerEvent;

describe('pieces of an answer', () => {
  it('stand where their numbers say, whatever the order in which they come', () => {
    const pieces = [event('claim', { index: 1, claim: claim('b') }), event('start', {}), event('claim', { index: 0, claim: claim('a') })];
    const progress = pieces.reduce<Progress>(takePiece, ASKED);
    expect(progress.kind === 'asking' && progress.claims.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('begin anew when the question is asked again after a lost connection', () => {
    expect(takePiece({ kind: 'waiting' }, event('evidence', { index: 0, citation: { title: 'Manual' } }))).toMatchObject({
      kind: 'asking',
      evidence: [{ title: 'Manual' }],
      claims: [],
    });
  });

  it('end in the whole answer, or in what went wrong', () => {
    expect(takePiece(ASKED, event('done', { digest: 'd' }))).toEqual({ kind: 'done', answer: { digest: 'd' } });
    expect(takePiece(ASKED, event('error', { detail: 'too late' }))).toEqual({ kind: 'failed', detail: 'too late' });
  });
});

describe('a conversation', () => {
  const begun = addTurn(addTurn({ id: 'c', turns: [] }, { id: '1', question: 'a', progress: ASKED }), {
    id: '2',
    question: 'b',
    progress: ASKED,
  });

  it('answers the first question before a follow-up of it', () => {
    expect(firstUnanswered(begun)?.id).toBe('1');
    expect(firstUnanswered(changeTurn(begun, '1', () => ({ kind: 'stopped' })))?.id).toBe('2');
  });

  it('is there after a reload, with what was under way to be asked again', () => {
    const storage = memoryStorage();
    keepConversation(
      storage,
      changeTurn(begun, '1', (progress) => takePiece(progress, event('claim', { index: 0, claim: claim('half') }))),
    );
    expect(keptConversation(storage)).toEqual(begun);
  });

  it('loses its oldest answers and nothing else where it grows beyond what a browser keeps', () => {
    const storage = memoryStorage();
    const long = 'x'.repeat(900_000);
    const turns = ['1', '2', '3'].map((id) => ({ id, question: long, progress: ASKED }));
    keepConversation(storage, { id: 'c', turns });
    expect(keptConversation(storage)?.turns.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('begins anew where what was kept cannot be read', () => {
    const storage = memoryStorage();
    storage.setItem('faultline.conversation.1', '{"id":"c","turns":[');
    expect(keptConversation(storage)).toBeUndefined();
    storage.setItem('faultline.conversation.1', '{"turns":3}');
    expect(keptConversation(storage)).toBeUndefined();
  });
});
