import { describe, expect, it } from 'vitest';
import { openCrossEncoder } from './open-cross-encoder.ts';

const encoder = openCrossEncoder();
const never = () => new AbortController().signal;

const QUESTIONS = [
  {
    question: 'What oil do I fill in when the hall is freezing?',
    answers: 'Hydraulic unit > Filling\nIn halls that stay below 5 °C use oil of viscosity class 32, otherwise class 46.',
    others: [
      'Hydraulic unit > Filling\nThe tank holds 40 litres of oil.',
      'Hydraulic unit > Faults\nOil temperature above 80 °C: clean the cooler.',
      '包装机 > 安全\n打开护罩前必须断电并上锁。',
    ],
  },
  {
    question: '打开护罩之前要做什么？',
    answers: '包装机 > 安全\n打开护罩前必须断电并上锁。',
    others: [
      '包装机 > 保养\n护罩每周用湿布擦拭一次。',
      '包装机 > 参数\n护罩开关接在端子 X7。',
      'Hydraulic unit > Filling\nThe tank holds 40 litres of oil.',
    ],
  },
] as const;
const CLAIMS = [
  {
    text: 'The pump is stopped before the filter is changed. The filter lasts 500 hours.',
    supported: 'Before you change the filter, the pump has to be stopped.',
    contradicted: 'The filter is changed while the pump is running.',
    open: 'The filter costs 40 euros.',
  },
  {
    text: '更换滤芯之前应停泵。滤芯寿命为500小时。',
    supported: '换滤芯前要先把泵停下来。',
    contradicted: '滤芯应在泵运行时更换。',
    open: '滤芯价格为40欧元。',
  },
] as const;

describe('the cross-encoder that comes with Faultline', () => {
  it.each(QUESTIONS)('finds the passage that answers likelier than those around it: $question', async ({ question, answers, others }) => {
    const [own = 0, ...rest] = await encoder.answers(question, [answers, ...others], never());
    for (const other of rest) expect(own).toBeGreaterThan(other);
  });

  it.each(CLAIMS)(
    'finds what a text supports likelier than what it denies or leaves open: $supported',
    async ({ text, supported, contradicted, open }) => {
      const [right] = await encoder.judge(supported, [text], never());
      const [wrong] = await encoder.judge(contradicted, [text], never());
      const [other] = await encoder.judge(open, [text], never());
      expect(right?.supported).toBeGreaterThan(wrong?.supported ?? 1);
      expect(right?.supported).toBeGreaterThan(other?.supported ?? 1);
      for (const { supported: a, contradicted: b, open: c } of [right, wrong, other].flatMap((one) => one ?? []))
        expect(a + b + c).toBeCloseTo(1, 5);
    },
  );

  it('reads each pair by itself, so that what else is read changes nothing', async () => {
    const [{ question, answers, others }] = QUESTIONS;
    const together = await encoder.answers(question, [answers, ...others], never());
    const alone = await Promise.all([answers, ...others].map(async (one) => (await encoder.answers(question, [one], never()))[0]));
    expect(together).toEqual(alone);
  });

  it('takes in any text, and stops when it is told to', async () => {
    const odd = ['', '\ud800', '泵'.repeat(50_000), '\u0000 \u200d'];
    for (const odds of await encoder.answers('\udfff?', odd, never())) expect(Number.isFinite(odds)).toBe(true);
    await expect(encoder.answers('why', ['x'], AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});
