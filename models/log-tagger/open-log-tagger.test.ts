import { describe, expect, it } from 'vitest';
import { openLogTagger } from './open-log-tagger.ts';

const tagger = openLogTagger();
const never = () => new AbortController().signal;
const named = async (text: string) => (await tagger.tag(text, never())).map(({ start, end, type }) => `${text.slice(start, end)}: ${type}`);

describe('the tagger of Chinese log entries that comes with Faultline', () => {
  it('tells machines, their parts, what is wrong with them and what was done', async () => {
    expect(await named('3#空压机排气温度高，更换冷却器')).toEqual([
      '3#空压机: PhysicalObject',
      '排气温度: Property',
      '高: State',
      '更换: Activity',
      '冷却器: PhysicalObject',
    ]);
  });

  it('reads Latin words and codes among Chinese ones', async () => {
    const found = await named('P-305B机械密封漏油, 更换bearing后试车OK');
    expect(found).toContain('P-305B: PhysicalObject');
    expect(found).toContain('机械密封: PhysicalObject');
    expect(found).toContain('bearing: PhysicalObject');
  });

  it('says places in the text as it is written, with signs of other widths and beyond the first plane', async () => {
    const text = '🔧Ｐ－１０１Ａ　轴承异响';
    for (const { start, end, chance } of await tagger.tag(text, never())) {
      expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
    expect(await named(text)).toContain('轴承: PhysicalObject');
  });

  it('reads a long text stretch by stretch, each as if it stood alone', async () => {
    const entry = '2号磨机润滑站油压低报警，检查油泵并更换滤芯，恢复运行。';
    const one = await tagger.tag(entry, never());
    const many = await tagger.tag(entry.repeat(40), never());
    expect(many.length).toBeGreaterThan(35 * one.length);
    for (const { end } of many) expect(end).toBeLessThanOrEqual(40 * entry.length);
  });

  it('takes in any text, and stops when it is told to', async () => {
    for (const odd of ['', ' ', '\ud800', '泵'.repeat(5_000), '\u0000 \u200d', '𰻝𰻝面机'])
      expect(await tagger.tag(odd, never())).toBeInstanceOf(Array);
    await expect(tagger.tag('泵', AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});
