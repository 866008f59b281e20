import { describe, expect, it } from 'vitest';
import { siteGrammar } from '../../ontology/index.ts';
import { ACCESS } from '../compose/plant.test-support.ts';
import { analyseConversation } from './analyse-conversation.ts';
import { NO_KEYS } from './no-keys.test-support.ts';

const context = { keys: NO_KEYS, access: ACCESS, now: Date.UTC(2025, 5, 1), grammar: siteGrammar([]) };
const understand = (...questions: readonly string[]) =>
  analyseConversation(questions.at(-1) ?? '', questions.slice(0, -1), context, async () => []);
const resolve = async (...questions: readonly string[]) => {
  const { question, kept } = await understand(...questions);
  return [question.text, ...kept.map(({ kind, text }) => `${kind} ${text}`)];
};

describe('a follow-up', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['keeps the equipment', ['Why does P-101 vibrate?', 'and how do I isolate it?'], ['P-101: how do I isolate it?', 'asset P-101']],
    ['keeps the equipment, in Chinese', ['P-101 为什么振动？', '那怎么隔离?'], ['P-101：怎么隔离?', 'asset P-101']],
    [
      'keeps the fault where one is needed',
      ['Why is the bearing of P-101 overheating?', 'How do I isolate it?', 'What should I check first?'],
      ['P-101 bearing overheating: What should I check first?', 'asset P-101', 'fault bearing overheating'],
    ],
    [
      'keeps the fault, in Chinese',
      ['P-101 轴承过热是什么原因？', '怎么处理？'],
      ['P-101 轴承过热：怎么处理？', 'asset P-101', 'fault 轴承过热'],
    ],
    [
      'names the fault in the language that is asked in now',
      ['P-101 轴承过热是什么原因？', 'How do I fix it?'],
      ['P-101 bearing overheating: How do I fix it?', 'asset P-101', 'fault bearing overheating'],
    ],
    [
      'asks the same of other equipment',
      ['Why does P-101 vibrate?', 'what about P-102?'],
      ['Why does P-102 vibrate?', 'question Why does P-101 vibrate?'],
    ],
    [
      'asks the same of other equipment, in Chinese',
      ['P-101 为什么振动？', '那P-102呢？'],
      ['P-102 为什么振动？', 'question P-101 为什么振动？'],
    ],
    [
      'goes on with the equipment that was asked of last',
      ['Why does P-101 vibrate?', 'what about P-102?', 'how do I isolate it?'],
      ['P-102: how do I isolate it?', 'asset P-102'],
    ],
    [
      'answers what equipment was meant',
      ['How do I isolate the pump?', 'P-101'],
      ['P-101: How do I isolate the pump?', 'question How do I isolate the pump?'],
    ],
    [
      'asks the same for another time',
      ['How many work orders did P-101 have in 2023?', 'and in 2024?'],
      ['How many work orders did P-101 have in 2024?', 'question How many work orders did P-101 have in 2023?'],
    ],
    [
      'keeps the product and what of it was spoken of',
      ['How do I replace the drive belt on the MX9?', 'what tools do I need?'],
      ['MX9 replace drive belt: what tools do I need?', 'product MX9', 'subject replace', 'subject drive belt'],
    ],
    [
      'keeps the product and what of it was spoken of, in Chinese',
      ['MX9 怎么更换驱动皮带？', '需要哪些工具？'],
      ['MX9 更换驱动皮带：需要哪些工具？', 'product MX9', 'subject 更换驱动皮带'],
    ],
    [
      'keeps the product alone when it has a subject of its own',
      ['What is the belt tension of the MX9?', 'how do I clean the optical window?'],
      ['MX9: how do I clean the optical window?', 'product MX9'],
    ],
    [
      'keeps the document',
      ['《离心机安装手册》里地脚螺栓的力矩是多少？', '这本手册里有没有接线图？'],
      ['《离心机安装手册》：这本手册里有没有接线图？', 'document 《离心机安装手册》'],
    ],
    [
      'keeps the code beside the product',
      ['P-101 shows alarm A-116, what does it mean?', 'how do I clear it?'],
      ['P-101 A-116: how do I clear it?', 'asset P-101', 'fault A-116'],
    ],
    [
      'asks the same for another attribute',
      ['What is the rated voltage of the MX9?', 'and the power?'],
      ['What is the power of the MX9?', 'question What is the rated voltage of the MX9?'],
    ],
    [
      'asks the same of another thing, in Chinese',
      ['MX9 的机油多久更换一次？', '那制动液呢'],
      ['MX9 的制动液多久更换一次？', 'question MX9 的机油多久更换一次？'],
    ],
    ['keeps what is not asked for when another attribute is', ['MX9 的额定电压是多少？', '它多重？'], ['MX9：它多重？', 'product MX9']],
    ['asks the same again', ['Why does P-101 vibrate?', '?'], ['Why does P-101 vibrate?', 'question Why does P-101 vibrate?']],
    ['asks the same again, in Chinese', ['P-101 为什么振动？', '呢？'], ['P-101 为什么振动？', 'question P-101 为什么振动？']],
    [
      'asks the same of the other of two',
      ['P-101 和 P-102 的流量各是多少？', 'P-101 的扬程是多少？', '另一台呢'],
      ['P-102 的扬程是多少？', 'question P-101 的扬程是多少？'],
    ],
    [
      'leaves the place of a circumstance to a circumstance',
      ['How do I export the log of the MX9 in the console?', 'and the settings?'],
      ['How do I export the settings of the MX9 in the console?', 'question How do I export the log of the MX9 in the console?'],
    ],
    [
      'leaves the place of a circumstance to a circumstance, in Chinese',
      ['MX9 的地址在软件里怎么设置？', '那端口呢'],
      ['MX9 的端口在软件里怎么设置？', 'question MX9 的地址在软件里怎么设置？'],
    ],
    [
      'adds a circumstance where the question before has none',
      ['How do I export logs from the MX9?', 'in CSV?'],
      ['How do I export logs from the MX9 in CSV?', 'question How do I export logs from the MX9?'],
    ],
    [
      'puts one of two opposites in the place of the other',
      ['What is the inlet pressure of the MX9?', 'and the outlet?'],
      ['What is the outlet pressure of the MX9?', 'question What is the inlet pressure of the MX9?'],
    ],
    [
      'puts one of two opposites in the place of the other, in Chinese',
      ['MX9 的手动模式怎么进？', '自动呢'],
      ['MX9 的自动模式怎么进？', 'question MX9 的手动模式怎么进？'],
    ],
    [
      'asks the same of another quantity',
      ['Does the MX9 run on 110 V?', 'and on 230 V?'],
      ['Does the MX9 run on 230 V?', 'question Does the MX9 run on 110 V?'],
    ],
    [
      'asks the same of another number',
      ['What does error 4012 mean?', '4013?'],
      ['What does error 4013 mean?', 'question What does error 4012 mean?'],
    ],
    [
      'keeps what is done where it says nothing of that',
      ['How do I calibrate the MX9?', 'how often?'],
      ['MX9 calibrate: how often?', 'product MX9', 'subject calibrate'],
    ],
    [
      'keeps what is done where it says nothing of that, in Chinese',
      ['MX9 怎么标定？', '谁来做？'],
      ['MX9 标定：谁来做？', 'product MX9', 'subject 标定'],
    ],
    [
      'keeps the noun that a word stands for',
      ['How often should the belt tension of the MX9 be checked?', 'what if I replace one?'],
      ['MX9 belt: what if I replace one?', 'product MX9', 'subject belt'],
    ],
    [
      'asks for more of the same',
      ['Why does P-101 vibrate?', 'any other causes?'],
      ['P-101 vibrate: any other causes?', 'asset P-101', 'fault vibrate'],
    ],
    [
      'asks for more of the same, in Chinese',
      ['P-101 为什么振动？', '还有别的原因吗？'],
      ['P-101 振动：别的原因吗？', 'asset P-101', 'fault 振动'],
    ],
    [
      'is about the first of two',
      ['What is the difference between alarm A-116 and alarm A-117?', 'how do I clear the first one?'],
      ['A-116: how do I clear the first one?', 'code A-116'],
    ],
    [
      'is about the second of two, in Chinese',
      ['报警 A-116 和 A-117 有什么区别？', '后者怎么消除？'],
      ['A-117：后者怎么消除？', 'asset A-117'],
    ],
    [
      'is about both of two, in Chinese',
      ['P-101 的扬程是多少？', 'P-102 呢', '两台的重量一样吗？'],
      ['P-101、P-102：两台的重量一样吗？', 'asset P-101', 'asset P-102'],
    ],
    [
      'puts a thing in the place of a thing with its fault in one word',
      ['What makes the water filter block up on the MX9?', 'how often is it changed?', 'and the air filter?'],
      ['MX9 air filter: how often is it changed?', 'question MX9 water filter block: how often is it changed?'],
    ],
    [
      'puts a thing in the place of a thing with its fault in one word, in Chinese',
      ['MX9 过滤器堵塞的原因？', '多久换一次？', '空气过滤器呢'],
      ['MX9 空气过滤器：多久换一次？', 'question MX9 过滤器堵塞：多久换一次？'],
    ],
    [
      'puts a thing in the place of a thing, not of its fault',
      ['P-101 机封泄漏的原因有哪些', '轴承呢'],
      ['P-101 轴承泄漏的原因有哪些', 'question P-101 机封泄漏的原因有哪些'],
    ],
    ['puts a fault in the place of a fault', ['MX9 轴承过热怎么办', '振动呢'], ['MX9 轴承振动怎么办', 'question MX9 轴承过热怎么办']],
  ])('%s', async (_, questions, resolved) => {
    expect(await resolve(...questions)).toEqual(resolved);
  });

  it.each<[string, readonly string[]]>([
    ['it is the first question', ['and how do I isolate it?']],
    ['it names its own equipment', ['Why does P-101 vibrate?', 'How do I isolate P-102?']],
    ['it asks about all of the plant', ['Why does P-101 vibrate?', 'Which pump has the most work orders?']],
    ['it asks about all of the plant, in Chinese', ['P-101 为什么振动？', '哪台设备工单最多？']],
    ['it names a code of its own', ['Why does P-101 vibrate?', 'What does alarm A-116 mean?']],
    ['it puts another product in the place', ['What is the default port of the MX9?', 'and with the QL7 instead, which port?']],
    ['it puts another product in the place, in Chinese', ['MX9 的默认端口是多少？', '换成 QL7 的话，端口又是多少？']],
    ['it asks what a kind of thing is', ['How fast is the MX9?', 'What is a relay?']],
    ['it asks nothing', ['How fast is the MX9?', 'thanks']],
    ['nothing was spoken of yet', ['What is the torque of the casing bolts?', 'How often is the oil changed?']],
  ])('is answered as it stands when %s', async (_, questions) => {
    expect(await resolve(...questions)).toEqual([questions.at(-1)]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['one of two things is meant', ['What is the difference between P-101 and P-102?', 'how heavy is it?'], ['P-101', 'P-102']],
    ['one of two things is meant, in Chinese', ['P-101 和 P-102 有什么区别？', '它多重？'], ['P-101', 'P-102']],
    ['another one is meant and nothing was named beside it', ['Why does P-101 vibrate?', 'what about the other one?'], []],
    ['nothing was spoken of', ['how do I fix it?'], []],
    ['nothing was spoken of, in Chinese', ['你好', '它怎么修？'], []],
  ])('asks back when %s', async (_, questions, couldBe) => {
    expect((await understand(...questions)).couldBe).toEqual(couldBe);
  });

  it('is asked whole when what it is about is said afterwards', async () => {
    const [text] = await resolve('What is the difference between P-101 and P-102?', 'how heavy is it?', 'P-102');
    expect(text).toBe('P-102: how heavy is it?');
  });

  it('does not take the fault of other equipment along', async () => {
    expect(await resolve('Why does P-101 vibrate?', 'How do I isolate P-102?', 'What should I check first?')).toEqual([
      'P-102: What should I check first?',
      'asset P-102',
    ]);
  });
});
