import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { ACCESS } from '../compose/plant.test-support.ts';
import { analyseQuestion } from './analyse-question.ts';
import { NO_KEYS } from './no-keys.test-support.ts';
import { readTurn } from './turn.ts';

const read = async (text: string, known: readonly string[] = []) => {
  const question = await analyseQuestion(text, { keys: NO_KEYS, access: ACCESS, now: 0, grammar: siteGrammar([]) });
  return readTurn(
    question,
    known.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length })),
  );
};

describe('the names of a question', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['P-101 shows alarm A-116', [], ['asset P-101', 'alarm A-116']],
    ['How fast is the MX9?', [], ['product MX9']],
    ['What does P0.03 of the Halden drive set?', ['Halden'], ['word P0.03', 'product Halden']],
    ['Can the gateway read Modbus RTU or BACnet?', [], ['word Modbus RTU', 'word BACnet']],
    ['Rinse time of the Wash-Jet 3?', [], ['word Wash-Jet 3']],
    ['云雀网关支持 Modbus TCP 吗', ['云雀网关'], ['product 云雀网关', 'word Modbus TCP']],
    ['丹霜 D6 压机多重', [], ['product 丹霜 D6']],
    ['《安装手册》里有接线图吗', [], ['document 《安装手册》']],
    ['The pump is hot. Why?', [], []],
    ['P-101 in 2022 at 40 °C', [], ['asset P-101']],
  ])('are found by what is known of them or by their form: %s', async (text, known, names) => {
    const found = (await read(text, known)).names;
    expect(found.map(({ kind, text: name }) => `${kind} ${name}`)).toEqual(names);
    for (const { start, end, text: name } of found) expect(text.slice(start, end)).toBe(name);
  });
});

describe('the phrases of a question', () => {
  it.each<[string, readonly string[]]>([
    ['What is the payload of the arm?', ['asked payload', 'thing arm']],
    ['How do I replace the drive belt on the conveyor?', ['verb replace', 'thing drive belt', 'thing conveyor']],
    ['Why does the label printer leak?', ['thing label printer', 'fault leak']],
    ['怎么更换驱动皮带', ['verb 更换', 'thing 驱动皮带']],
    ['机械臂的额定负载是多大', ['thing 机械臂', 'asked 额定负载']],
    ['减速箱用什么油', ['thing 减速箱', 'thing 油']],
    ['网线最长多少米', ['thing 网线']],
  ])('say what part they have in it: %s', async (text, phrases) => {
    expect((await read(text)).phrases.map(({ kind, text: words }) => `${kind} ${words}`)).toEqual(phrases);
  });
});

describe('a fragment', () => {
  it.each([
    ['and the hydraulic oil?', 'hydraulic oil'],
    ['那制动液呢', '制动液'],
    ['What about P-102?', 'P-102'],
    ['?', ''],
    ['呢？', ''],
    ['How heavy is it?', undefined],
    ['多久换一次', undefined],
  ])('asks nothing of its own: %s', async (text, fragment) => {
    expect((await read(text)).fragment).toBe(fragment);
  });
});
