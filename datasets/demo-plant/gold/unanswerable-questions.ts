import type { Bilingual } from '../bilingual.ts';
import { both } from '../bilingual.ts';
import { torqueFacts } from '../content/installation.ts';
import { specificationFacts } from '../content/specifications.ts';
import type { Random } from '../random.ts';
import { type GoldDraft, type GoldInput, uncapitalised } from './gold-input.ts';

const EACH = 5;

/** Questions that a right answer refuses, with the reason. */
export function unanswerableQuestions(input: GoldInput, random: Random): GoldDraft[] {
  return [
    ...random.sample(absent(), EACH).map(([intent, wording]) => refused(intent, 'absent', wording)),
    ...random.sample(wrongAsset(input), EACH).map(([intent, wording]) => refused(intent, 'wrong-asset', wording)),
    ...falsePremise(input, random),
  ];
}

type Refusal = readonly [GoldDraft['intent'], Bilingual];

function refused(intent: GoldDraft['intent'], reason: NonNullable<GoldDraft['reason']>, wording: Bilingual): GoldDraft {
  return { intent, wordings: { en: [wording.en], zh: [wording.zh] }, atoms: [], places: [], reason };
}

/** Things of a plant that none of the documents speaks of. */
function absent(): Refusal[] {
  return [
    ['specification', both('Which oil viscosity does the gearbox need?', '齿轮箱用什么粘度的油？')],
    ['specification', both('What is the belt tension of the cooling tower fan?', '冷却塔风机的皮带张紧力是多少？')],
    ['specification', both('How often are the UPS batteries replaced?', 'UPS 蓄电池多久更换一次？')],
    ['specification', both('How long is the guarantee of the pumps in months?', '泵的质保期是多少个月？')],
    ['part-or-tool', both('What is the part number of the air filter of the compressor?', '压缩机空气滤芯的备件号是多少？')],
    ['procedure', both('How do I replace the brake lining of the crane?', '如何更换行车的制动片？')],
    ['cause-of-symptom', both('Why does the diesel generator smoke?', '柴油发电机为什么冒黑烟？')],
    ['specification', both('What is the setpoint of the chlorine dosing?', '加氯装置的设定值是多少？')],
    ['remedy', both('The fire detector in the switch room gives false alarms, what is the remedy?', '配电室烟感误报怎么处理？')],
  ];
}

/** Values and histories asked of a machine that does not have them or does not exist. */
function wrongAsset({ plant: { tags } }: GoldInput): Refusal[] {
  return [
    ['specification', both(`What is the minimum frequency set in the VFD of ${tags.pumpB}?`, `${tags.pumpB} 的变频器最低频率设多少？`)],
    ['specification', both(`What is the flush pressure of the seal of ${tags.pumpB}?`, `${tags.pumpB} 机械密封的冲洗压力是多少？`)],
    ['specification', both(`What is the rated flow of ${tags.absentPump}?`, `${tags.absentPump} 的额定流量是多少？`)],
    ['specification', both(`What is the test pressure of ${tags.absentCooler}?`, `${tags.absentCooler} 的试验压力是多少？`)],
    [
      'asset-history',
      both(`When was the mechanical seal of ${tags.absentPump} last replaced?`, `${tags.absentPump} 的机械密封上次什么时候更换的？`),
    ],
    ['aggregate', both(`How many work orders were there on ${tags.absentPump} in 2024?`, `2024年 ${tags.absentPump} 有多少张工单？`)],
    ['part-or-tool', both(`What is the part number of the filter mat for ${tags.starter}?`, `${tags.starter} 的滤棉备件号是多少？`)],
    ['specification', both(`What is the impeller diameter of ${tags.makeUp}?`, `${tags.makeUp} 的叶轮直径是多少？`)],
    [
      'safety-isolation',
      both(`Which points do I have to isolate before I work on ${tags.absentPump}?`, `在 ${tags.absentPump} 上作业前要隔离哪些点？`),
    ],
  ];
}

function falsePremise(input: GoldInput, random: Random): GoldDraft[] {
  const { plant, content } = input;
  const [first, second, third] = random.sample(content.alarms, 3);
  if (first === undefined || second === undefined || third === undefined) return [];
  const torque = random.pick(torqueFacts(plant));
  const fact = random.pick(specificationFacts(plant).filter(({ value }) => /^\d+ /.test(value.en)));
  const asset = random.pick(torque.appliesTo.split(', '));
  const wrongTorque = wrongValue(torque.value.en, random);
  const wrongFact = wrongValue(fact.value.en, random);
  return [
    refused(
      'alarm-code',
      'false-premise',
      both(`Why does alarm ${first.code} mean low oil level?`, `为什么报警 ${first.code} 表示油位低？`),
    ),
    refused(
      'alarm-code',
      'false-premise',
      both(
        `Since ${second.code} means "${uncapitalised(third.meaning.en)}", which sensor do I check first?`,
        `${second.code} 既然表示“${third.meaning.zh}”，应先检查哪个传感器？`,
      ),
    ),
    refused(
      'specification',
      'false-premise',
      both(
        `Since the torque of the ${uncapitalised(torque.fastener.en)} on ${asset} is ${wrongTorque}, which thread do they have?`,
        `${asset} ${torque.fastener.zh}的力矩既然是 ${wrongTorque}，螺纹是多大？`,
      ),
    ),
    refused(
      'specification',
      'false-premise',
      both(
        `Given that the ${uncapitalised(fact.parameter.en)} of ${fact.asset} is ${wrongFact}, is that the same for all assets of the skid?`,
        `${fact.asset} 的${fact.parameter.zh}既然是 ${wrongFact}，撬装上其他设备也一样吗？`,
      ),
    ),
    refused(
      'procedure',
      'false-premise',
      both(
        'The manual allows hydrochloric acid for the cooler plates. Which concentration do I use?',
        '手册允许用盐酸清洗冷却器板片，用多大浓度？',
      ),
    ),
  ];
}

/** A value of the same unit that no document gives. */
function wrongValue(text: string, random: Random): string {
  const [number = '', ...unit] = text.split(' ');
  return `${Math.round(Number(number) * random.pick([1.7, 2.3, 2.9]))} ${unit.join(' ')}`;
}
