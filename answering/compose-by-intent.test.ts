import { describe, expect, it } from 'vitest';
import type { ColumnRole } from '../kernel/index.ts';
import { gatherEvidence } from './compose/gather-evidence.ts';
import type { Line } from './compose/lay-out.test-support.ts';
import { ACCESS, evidenceOf, type TestDocument } from './compose/plant.test-support.ts';
import { composeByIntent } from './compose-by-intent.ts';
import { understandRequest } from './understand-request.ts';

type Cells = readonly (readonly [column: string, role: ColumnRole | undefined, words: string])[];
const row = (headings: readonly string[], ...cells: Cells): Line => ({ kind: 'table-row', headings, row: cells });
const paragraph = (headings: readonly string[], text: string): Line => ({ kind: 'paragraph', headings, text });
const step = (headings: readonly string[], marker: string, text: string): Line => ({ kind: 'step', headings, marker, text });

/** What the composer of the question's intent quotes; `alike`: all texts are near in meaning, so that only words tell. */
async function said(text: string, lines: readonly Line[], alike = false, title = 'Loom notes'): Promise<string | undefined> {
  const document: TestDocument = { title, uri: 'loom/notes.md', lines };
  const plant = evidenceOf([document]);
  const one = new Float32Array([1]);
  const embedder = alike ? { ...plant.embedder, embed: async (texts: readonly string[]) => texts.map(() => one) } : plant.embedder;
  const evidence = { ...plant, embedder };
  const { signal } = new AbortController();
  const { question } = await understandRequest(evidence, ACCESS, { question: text }, plant.clock.now());
  const gathered = await gatherEvidence(evidence, ACCESS, question, signal);
  const composed = await composeByIntent(evidence, ACCESS, question, gathered, signal);
  return composed?.kind === 'answer' ? composed.claims.map((claim) => claim.text).join('\n') : undefined;
}

const alarm = (code: string, words: string, action: string): Line =>
  row(['Alarms'], ['Code', 'alarm-code', code], ['Meaning', 'alarm-text', words], ['Action', 'action', action]);

describe('an alarm that a question names', () => {
  const alarms = [
    alarm('E417', 'Encoder battery low', 'Connect a new battery'),
    alarm('E418', 'Encoder cable open', 'Check the plug'),
    alarm('E517', '编码器电池电压低', '更换电池'),
  ];
  it.each([
    ['What is the part number of the encoder battery that alarm E417 wants?'],
    ['At what voltage does alarm E417 come up?'],
    ['报警 E517 要换的编码器电池，件号是多少？'],
    ['报警 E517 在多少伏时出现？'],
  ])('is not what answers where its row does not say what is asked: %s', async (question) => {
    expect(await said(question, alarms)).toBeUndefined();
  });

  it.each([
    ['What does alarm E417 mean?', 'Encoder battery low'],
    ['How do I clear alarm E417?', 'Connect a new battery'],
    ['报警 E517 是什么意思？', '编码器电池电压低'],
    ['报警 E517 怎么处理？', '更换电池'],
  ])('is answered by its row where that says it: %s', async (question, words) => {
    expect(await said(question, alarms)).toContain(words);
  });

  it.each([
    ['What does alarm E77 mean?', 'Drum overheated', 'Let the drum cool down.'],
    ['报警 E78 是什么意思？', '滚筒过热', '让滚筒冷却。'],
  ])('is answered with what stands below its title: %s', async (question, title, text) => {
    const code = /E\d+/u.exec(question)?.[0] ?? '';
    const lines: Line[] = [
      {
        kind: 'heading',
        headings: ['States'],
        text: `${code}: ${title}`,
        row: [
          ['', 'alarm-code', code],
          [code, 'alarm-text', title],
        ],
      },
      paragraph(['States', `${code}: ${title}`], text),
    ];
    const answer = await said(question, [paragraph(['States'], 'Each state has a code.'), ...lines]);
    expect(answer).toContain(title);
    expect(answer).toContain(text);
  });
});

describe('a row', () => {
  const filters = [
    row(['Service'], ['Component', 'component', 'Fuel filter'], ['Interval', 'interval', '250 h']),
    row(['Service'], ['Component', 'component', 'Drive belt'], ['Interval', 'interval', '900 h']),
  ];
  it('does not answer for a thing that is only near to its own', async () => {
    expect(await said('How often is the air filter replaced?', filters, true)).toBeUndefined();
    expect(await said('How often is the fuel filter replaced?', filters, true)).toContain('250 h');
  });

  const rams = [
    row(
      ['Analysis'],
      ['Component', 'component', 'Lift ram'],
      ['Effect', 'effect', 'Loss of hydraulic oil'],
      ['Control', 'control', 'Sampled every 500 h'],
    ),
    row(['分析'], ['部件', 'component', '举升缸'], ['影响', 'effect', '液压油流失'], ['措施', 'control', '每 500 h 取样']),
  ];
  it.each(['How often is the hydraulic oil replaced?', '液压油多久更换一次？'])(
    'is not about what it mentions as the effect alone: %s',
    async (question) => {
      expect(await said(question, rams, true)).toBeUndefined();
    },
  );

  const pump = (component: string, cause: string) =>
    row(
      ['Analysis'],
      ['Component', 'component', component],
      ['Failure mode', 'failure-mode', 'Mechanical failure'],
      ['Cause', 'cause', cause],
    );
  it('is not chosen of several whose things the question may mean in another language', async () => {
    const pumps = [pump('Fuel pump', 'General wear'), pump('Water pump', 'Collapsed bearing')];
    expect(await said('水泵机械故障是什么引起的？', pumps, true)).toBeUndefined();
    expect(await said('水泵机械故障是什么引起的？', pumps.slice(0, 1), true)).toContain('General wear');
  });
});

describe('a sentence that begins with a word for something said before', () => {
  it.each([
    [
      'Why is coated thread used on the loom?',
      'Coated thread is wrapped in wax. It is used on the loom because coated thread slides better.',
    ],
    ['织机为什么使用涂层纱线？', '涂层纱线外裹石蜡。它用于织机是因为涂层纱线更滑。'],
  ])('is quoted with what was said: %s', async (question, text) => {
    expect(await said(question, [paragraph(['Thread'], text)])).toBe(text);
  });
});

describe('a question with no intent of its own', () => {
  const parts = [row(['Reed'], ['Parameter', 'parameter', 'Reed width'], ['Value', 'value', '180 cm'])];
  it('is taken for one about a value where it names a bare subject', async () => {
    expect(await said('reed width?', parts)).toContain('180 cm');
  });
  it.each(['When do we look at the reed width?', '钢筘宽度谁来看？'])('is not where it asks something else of it: %s', async (question) => {
    const chinese = row(['钢筘'], ['参数', 'parameter', '钢筘宽度'], ['数值', 'value', '180 cm']);
    expect(await said(question, [...parts, chinese])).toBeUndefined();
  });
});

describe('steps', () => {
  const steps = (headings: readonly string[], ...texts: readonly string[]) => texts.map((text, at) => step(headings, `${at + 1}`, text));
  it.each([
    [
      'How do I write the address format of the loom alarms?',
      'Loom alarms',
      'Subscribing',
      'Enter the address in the format of the device.',
    ],
    ['织机报警的地址格式怎么写？', '织机报警', '订阅', '按设备的地址格式填写地址。'],
  ])('are no answer to what they only use: %s', async (question, chapter, title, text) => {
    const lines = [...steps([chapter, title], text, text), paragraph([chapter, 'History'], 'The first loom was made of oak.')];
    expect(await said(question, lines, false, chapter)).toBeUndefined();
  });
});
