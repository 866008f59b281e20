/** Long because one plant, written down once, serves the cases of every composer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../kernel/index.ts';
import { siteGrammar } from '../ontology/index.ts';
import { answerQuestion } from './answer-question.ts';
import { ACCESS, evidenceOf } from './compose/plant.test-support.ts';
import { ask, CHINESE, evidence, MANUAL, ORDERS, said } from './pump-plant.test-support.ts';

describe('a value', () => {
  it('is answered for the asked equipment only, from its own column', async () => {
    const content = await ask('What is the rated flow of P-101B?');
    expect(content.decision).toBe('answered');
    expect(said(content)).toContain('56 m³/h');
    expect(said(content)).not.toContain('65 m³/h');
    expect(content.citations[0]?.quote).toContain('56 m³/h');
  });

  it('is asked back when it differs between machines and none is named, and answered when it is the same for all', async () => {
    expect((await ask('What is the rated flow?')).decision).toBe('clarify');
    expect((await ask('What is the maximum working pressure?')).decision).toBe('answered');
  });

  it('is answered in Chinese from the Chinese document', async () => {
    const content = await ask('P-101A 的额定流量是多少？');
    expect(said(content)).toContain('65 m³/h');
    expect(content.citations[0]?.title).toBe(CHINESE.title);
  });

  it('is refused for a machine that does not exist, with codes that are alike', async () => {
    const content = await ask('What is the rated flow of P-101C?');
    expect(content).toMatchObject({ decision: 'abstained', reason: 'wrong-asset' });
    expect(content.candidates.map((candidate) => candidate.text)).toContain('P-101A');
  });

  it('is not answered when nobody speaks of it, and the words that no document has are named', async () => {
    const other = await ask('What is the belt tension of P-101A?');
    expect(other).toMatchObject({ decision: 'nearest' });
    expect(other.missing).toContain('tension');
    const near = await ask('齿轮箱润滑油的粘度是多少？');
    expect(near).toMatchObject({ decision: 'nearest' });
    expect(near.missing).toContain('粘度');
  });
});

describe('a symptom', () => {
  it('is answered with all its causes, those of spanning rows too', async () => {
    const content = await ask('Why does the pump run but deliver no water?');
    expect(content.claims).toHaveLength(2);
    expect(said(content)).toContain('Casing not vented');
    expect(said(content)).toContain('Symptom: Pump runs but delivers no water; Possible cause: Suction valve closed');
    expect(content.claims[1]?.citations.map((at) => content.citations[at]?.quote)).toContain('Pump runs but delivers no water');
  });

  it('is answered with all its causes under labels of the language that asks, those of spanning rows too', async () => {
    const content = await ask('Pump runs but delivers no water，是什么原因？');
    expect(content.claims.map(({ text }) => text)).toEqual([
      '故障现象: Pump runs but delivers no water; 原因: Casing not vented',
      '故障现象: Pump runs but delivers no water; 原因: Suction valve closed',
    ]);
  });

  it('with its cause named is answered with the remedy of that cause alone', async () => {
    const content = await ask('The pump runs but delivers no water. We found: suction valve closed. What is the remedy?');
    expect(content.claims).toHaveLength(1);
    expect(said(content)).toContain('Open the suction valve');
  });
});

describe('an alarm', () => {
  it('is explained from its own row, in either language', async () => {
    expect(said(await ask('What does alarm A-117 mean?'))).toContain('Bearing temperature above 82 °C');
    expect(said(await ask('报警 A-117 是什么意思？'))).toContain('轴承温度高于 82 ℃');
  });

  it('that is said to mean something else is a false premise, corrected with the true row', async () => {
    const content = await ask('Why does alarm A-117 mean low oil level?');
    expect(content).toMatchObject({ decision: 'abstained', reason: 'false-premise' });
    expect(said(content)).toContain('Bearing temperature above 82 °C');
    expect(await ask('为什么报警 A-117 表示油位低？')).toMatchObject({ decision: 'abstained', reason: 'false-premise' });
  });
});

describe('a code of no equipment', () => {
  it('is not answered with a sentence that does not name it', async () => {
    expect(said(await ask('What is the flush pressure of the seal?'))).toContain('1.1 bar');
    expect((await ask('What is the flush pressure of A-117?')).decision).not.toBe('answered');
    expect((await ask('A-117 的冲洗压力是多少？')).decision).not.toBe('answered');
  });
});

describe('a premise', () => {
  it('with a wrong value is refused', async () => {
    const content = await ask('Since the seal cover bolts of P-101A are tightened to 90 N·m, which thread do they have?');
    expect(content).toMatchObject({ decision: 'abstained', reason: 'false-premise' });
    expect(said(content)).toContain('37 N·m');
  });

  it('that a prohibition contradicts is refused', async () => {
    const content = await ask('The manual allows hydrochloric acid for the cooler plates. Which concentration do I use?');
    expect(content).toMatchObject({ decision: 'abstained', reason: 'false-premise' });
  });
});

describe('a procedure', () => {
  it('comes whole and in order, with its warnings, in either language', async () => {
    const english = await ask('How do I replace the mechanical seal of P-101A?');
    expect(english.claims.map((claim) => claim.text)).toEqual([
      'Close suction valve HV-1011A.',
      'Open drain DV-1014A.',
      'Press the new seat in square.',
    ]);
    expect(english.safety.map((claim) => claim.text)).toEqual(['WARNING: Hot water may escape. Let the pump cool down.']);
    const chinese = await ask('怎么更换 P-101A 的机械密封？');
    expect(chinese.claims).toHaveLength(2);
    expect(chinese.safety).toHaveLength(1);
  });

  it('of another machine is not given', async () => {
    expect(await ask('How do I replace the mechanical seal of P-101B?')).toMatchObject({ decision: 'abstained', reason: 'wrong-asset' });
  });
});

describe('the log', () => {
  it('is counted and summed with a proof', async () => {
    const count = await ask('How many work orders does P-101A have in 2023?');
    expect(said(count)).toContain('2 work orders');
    expect(count.claims[0]?.computed?.matched).toBe(2);
    expect(said(await ask('P-101A 一共有多少张工单？'))).toContain('3 条工单');
    expect(said(await ask('What is the total downtime of P-101A in hours?'))).toContain('11.5');
  });

  it('gives the last entry about a part, newest first', async () => {
    expect(said(await ask('When was the mechanical seal of P-101A last replaced?'))).toContain('2024-05-20');
    const all = await ask('Show the work orders of P-101A for 2023.');
    expect(all.claims.map((claim) => claim.text.includes('4002'))).toEqual([true, false]);
  });
});

describe('a row of a list of alarms', () => {
  it.each([
    ['轴承温度高的报警应该怎么处理？', '检查润滑脂'],
    ['The alarm for bearing temperature comes up. What is the corrective action?', 'Check the grease'],
  ])('is an alarm without saying the word: %s', async (question, remedy) => {
    const content = await ask(question);
    expect(content.decision).toBe('answered');
    expect(content.claims.map((claim) => claim.text).join('\n')).toContain(remedy);
  });
});

describe('every answer', () => {
  const subjects = [
    'rated flow',
    'torque of the casing bolts',
    'alarm A-117',
    'mechanical seal',
    'work orders',
    'pump delivers no water',
    '额定流量',
    '报警 A-130',
    '机械密封',
  ];
  const assets = ['P-101A', 'P-101B', 'P-101C', 'HV-1011A', ''];
  const frames = [
    'What is the $?',
    'Why does $ happen?',
    'How do I replace the $?',
    'How many $ were there in 2024?',
    '$是多少？',
    '$怎么处理？',
    'When was the $ last replaced?',
  ];

  it('holds no quantity and no code that is neither in its citations nor computed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...subjects),
        fc.constantFrom(...assets),
        fc.constantFrom(...frames),
        async (subject, asset, frame) => {
          const content = await ask(frame.replace('$', asset === '' ? subject : `${subject} of ${asset}`));
          for (const claim of [...content.claims, ...content.safety]) {
            expect(claim.verdict).toBe('supported');
            if (claim.computed !== undefined) continue;
            const cited = claim.citations.map((index) => content.citations[index]?.quote ?? '').join('\n');
            for (const { quantity } of findQuantities(claim.text, siteGrammar([])))
              expect(findQuantities(cited, siteGrammar([])).map((mention) => mention.quantity.low)).toContain(quantity.low);
            const codes = siteGrammar([])
              .find(`${cited}\n${claim.citations.map((index) => JSON.stringify(content.citations[index])).join()}`)
              .map((mention) => mention.identifier.folded);
            const columns = siteGrammar([])
              .find(claim.text.replace(/(?:^|; )[^:;]+: /g, ' '))
              .map((mention) => mention.identifier.folded);
            for (const code of columns) expect(codes).toContain(code);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has the same bytes for the same question and state', async () => {
    const question = { question: 'How do I replace the mechanical seal of P-101A?' };
    const [first, second] = [
      await answerQuestion(evidence, ACCESS, question, new AbortController().signal),
      await answerQuestion(evidenceOf([MANUAL, CHINESE], ORDERS), ACCESS, question, new AbortController().signal),
    ];
    expect(first.digest).toBe(second.digest);
    expect(JSON.stringify(first.content)).toBe(JSON.stringify(second.content));
  });
});
