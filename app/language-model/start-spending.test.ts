import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import { loadConfig } from '../config.ts';
import { makeAdviser } from './make-adviser.ts';
import { makeWriter } from './make-writer.ts';
import { readPrice } from './read-prices.ts';
import { startSpending } from './start-spending.ts';

const REPLIES = ['Yes', 'No'];
const PRICE = { currency: 'CNY', input: 1_000_000, output: 2_000_000 };
const call = (content: string, mostTokens: number) => ({ prompt: { task: '', content }, mostTokens });
const never = new AbortController().signal;
const around = { milliseconds: 60_000, clock: { now: () => 0 }, logger: { error: () => undefined } };

describe('what an answer spends', () => {
  it('is what its calls took, and for a call of which nobody tells the most that it may have taken', () => {
    const spending = startSpending(PRICE);
    spending.reserve(call('泵', 10))?.({ input: 5, output: 2 });
    expect(spending.told()).toEqual({ currency: 'CNY', spent: 9, calls: 1, notMade: 0, notMadeMost: 0 });
    // Three bytes and the frame at 1, ten tokens at 2.
    spending.reserve(call('泵', 10));
    expect(spending.told()).toMatchObject({ spent: 9 + 3 + 64 + 20, calls: 2 });
  });

  it('passes its budget with no call, also of several at once', () => {
    const spending = startSpending(PRICE, 150);
    const [first, second] = [spending.reserve(call('a', 10)), spending.reserve(call('a', 10))];
    expect([first, second].map((one) => one !== undefined)).toEqual([true, false]);
    first?.({ input: 10, output: 1 });
    expect(spending.reserve(call('a', 10))).toBeDefined();
    expect(spending.told()).toMatchObject({ budget: 150, calls: 2, notMade: 1, notMadeMost: 85 });
  });

  it('with a budget of nothing makes no call and tells what it would have cost at most', async () => {
    let asked = 0;
    const model = {
      model: 'scripted',
      choose: async () => [++asked, 0],
      write: async () => String(++asked),
    };
    const spending = startSpending(PRICE, 0);
    const form = { name: 'wording', schema: {}, mostTokens: 10 };
    expect(await makeWriter(model, around).within(spending).write(call('泵', 0).prompt, form, never)).toEqual({ kind: 'away' });
    const adviser = makeAdviser(model, { ...around, parallel: 2 }).within(spending);
    expect(await adviser.choose([call('泵', 0).prompt, call('阀', 0).prompt], REPLIES, never)).toEqual([undefined, undefined]);
    expect(asked).toBe(0);
    expect(spending.told()).toMatchObject({ spent: 0, calls: 0, notMade: 3, notMadeMost: 3 + 2 + 64 + 20 + 2 * (3 + 64 + 2) });
  });

  it('costs nothing where the reply is known already', async () => {
    const writer = makeWriter({ model: 'scripted', choose: async () => undefined, write: async () => 'said' }, around);
    const form = { name: 'wording', schema: {}, mostTokens: 10 };
    await writer.write(call('泵', 0).prompt, form, never);
    const spending = startSpending(PRICE, 0);
    expect(await writer.within(spending).write(call('泵', 0).prompt, form, never)).toEqual({ kind: 'reply', text: 'said' });
    expect(spending.told()).toMatchObject({ calls: 0, notMade: 0 });
  });
});

describe('prices', () => {
  it.each<[string, string, RegExp]>([
    ['is no JSON', 'prices', /is no list of prices/],
    ['has a price below nothing', '{"currency":"CNY","models":{"m":{"input":-1,"output":1}}}', /models\.m\.input/],
    ['lacks the model', '{"currency":"CNY","models":{"other":{"input":1,"output":1}}}', /no price of m; it has other/],
  ])('are refused where the file %s', async (_, text, says) => {
    const folder = await mkdtemp(join(tmpdir(), 'faultline-prices-'));
    const file = join(folder, 'prices.json');
    await writeFile(file, text);
    expect(() => readPrice(file, 'm')).toThrow(says);
    await rm(folder, { recursive: true, force: true });
  });

  it('come as the example of the documentation shows, and a budget comes with them', () => {
    const file = join(import.meta.dirname, '..', '..', 'docs', 'prices.example.json');
    expect(readPrice(file, 'a-small-model')).toMatchObject({ currency: 'CNY' });
    expect(() => loadConfig({ chatUrl: 'http://127.0.0.1:1/v1', chatModel: 'm', chatBudget: 1 }, {})).toThrow(FaultlineError);
    expect(() => readPrice(join(file, 'nowhere'), 'm')).toThrow(/cannot be read/);
  });
});
