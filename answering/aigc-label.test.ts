import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json, sha256 } from '../kernel/index.ts';
import { aigcLabel } from './aigc-label.ts';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf } from './compose/plant.test-support.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { CHINESE, MANUAL, ORDERS } from './pump-plant.test-support.ts';

const NEVER = new AbortController().signal;
const STANDARD = ['Label', 'ContentProducer', 'ProduceID', 'ReservedCode1', 'ContentPropagator', 'PropagateID', 'ReservedCode2'];
const FLOWS = [
  ['en', 'What is the rated flow of P-101A?', 'Quotation: ', 'AI-generated: ', 'The rated flow of P-101A is 65 m³/h.'],
  ['zh', 'P-101A 的额定流量是多少？', '引用：', 'AI生成：', 'P-101A 的额定流量为 65 m³/h。'],
] as const;

const writing = (text: string) => ({
  model: 'scripted',
  write: async () => ({ kind: 'reply', text: JSON.stringify({ sentences: [{ text, cites: [1] }] }) }) as const,
});

describe('the label of what is said', () => {
  it.each(FLOWS)('says of quotations that they are quoted: %s', async (_, question, quoted) => {
    const { content, digest, envelope } = await answerQuestion(evidenceOf([MANUAL, CHINESE], ORDERS), ACCESS, { question }, NEVER);
    expect(content).toMatchObject({ decision: 'answered', mode: 'extractive' });
    expect(envelope.notice.startsWith(quoted)).toBe(true);
    expect(envelope.aigc).toMatchObject({ origin: 'quotation', Label: '', ContentProducer: 'Faultline', ProduceID: digest });
    expect(Object.keys(envelope.aigc).filter((field) => field !== 'origin')).toEqual(STANDARD);
  });

  it.each(FLOWS)('says of what a model worded that it is generated, and by whom: %s', async (_, question, _quoted, generated, text) => {
    const evidence = { ...evidenceOf([MANUAL, CHINESE], ORDERS), writer: writing(text), contentProducer: '91440000EXAMPLE' };
    const { content, digest, envelope } = await answerQuestion(evidence, ACCESS, { question, mode: 'model' }, NEVER);
    expect(content).toMatchObject({ mode: 'model', claims: [{ worded: true, text }] });
    expect(envelope.notice.startsWith(generated)).toBe(true);
    expect(envelope.aigc).toMatchObject({ origin: 'model', Label: '1', ContentProducer: '91440000EXAMPLE', ProduceID: digest });
  });

  it('says of a model whose every sentence was cut that nothing is generated', async () => {
    const evidence = { ...evidenceOf([MANUAL], ORDERS), writer: writing('The pump explodes at 9 bar.') };
    const { content, envelope } = await answerQuestion(evidence, ACCESS, { question: FLOWS[0][1], mode: 'model' }, NEVER);
    expect(content).toMatchObject({ mode: 'extractive', wording: { kept: 0 } });
    expect(envelope.aigc).toMatchObject({ origin: 'quotation', Label: '' });
  });

  it('plays no part in the digest of the content, and is the same for the same content', async () => {
    const ask = (contentProducer: string) =>
      answerQuestion({ ...evidenceOf([MANUAL], ORDERS), contentProducer }, ACCESS, { question: FLOWS[0][1] }, NEVER);
    const [one, again, other] = [await ask('one'), await ask('one'), await ask('other')];
    expect(one.digest).toBe(sha256(canonicalJson(one.content as unknown as Json)));
    expect(other.digest).toBe(one.digest);
    expect(again.envelope.aigc).toEqual(one.envelope.aigc);
    expect(other.envelope.aigc.ReservedCode1).not.toBe(one.envelope.aigc.ReservedCode1);
  });

  it('numbers a diagnosis by what it says', async () => {
    const { notice, aigc, ...content } = await diagnose(
      evidenceOf([MANUAL], ORDERS),
      ACCESS,
      { fault: 'The pump runs but delivers no water', observations: [] },
      NEVER,
    );
    expect(notice.startsWith('Quotation: ')).toBe(true);
    expect(aigc).toEqual(aigcLabel(sha256(canonicalJson(content as unknown as Json)), 'quotation'));
  });

  it('shows by a hash that one of its fields was changed', () => {
    const { origin, Label, ContentProducer, ProduceID, ReservedCode1 } = aigcLabel('ab', 'model', '华东泵业');
    expect(ReservedCode1).toBe(sha256(canonicalJson({ origin, Label, ContentProducer, ProduceID })));
    expect(ReservedCode1).not.toBe(sha256(canonicalJson({ origin: 'quotation', Label: '', ContentProducer, ProduceID })));
  });
});
