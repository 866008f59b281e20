import { type Bilingual, both, same } from '../bilingual.ts';
import { torqueFacts } from '../content/installation.ts';
import { maintenanceTasks } from '../content/maintenance.ts';
import { specificationFacts } from '../content/specifications.ts';
import type { Random } from '../random.ts';
import { atom, conflictPlaces, type GoldDraft, type GoldInput, isRevised, placesOf, uncapitalised } from './gold-input.ts';

const SPECIFICATIONS = 8;
const TORQUES = 3;
const INTERVALS = 4;

/** Values, torques, intervals, ranges; always among them those on which the two manuals disagree. */
export function specificationQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const { plant } = input;
  const choose = <T extends { readonly key: string }>(list: readonly T[], count: number): T[] => {
    const revised = list.filter((item) => isRevised(plant, item.key));
    return [
      ...revised,
      ...random.sample(
        list.filter((item) => !revised.includes(item)),
        count - revised.length,
      ),
    ];
  };
  return [
    ...choose(specificationFacts(plant), SPECIFICATIONS).map((fact) =>
      valueQuestion(input, fact.key, fact.value, {
        en: [`What is the ${uncapitalised(fact.parameter.en)} of ${fact.asset}?`, `${fact.asset}: ${uncapitalised(fact.parameter.en)}?`],
        zh: [`${fact.asset} 的${fact.parameter.zh}是多少？`, `${fact.asset} ${fact.parameter.zh}是多少`],
      }),
    ),
    ...choose(torqueFacts(plant), TORQUES).map((fact) => {
      const asset = random.pick(fact.appliesTo.split(', '));
      return valueQuestion(input, fact.key, fact.value, {
        en: [
          `What torque for the ${uncapitalised(fact.fastener.en)} on ${asset}?`,
          `How tight do the ${uncapitalised(fact.fastener.en)} of ${asset} have to be?`,
        ],
        zh: [`${asset} ${fact.fastener.zh}的紧固力矩是多少？`, `${asset} 的${fact.fastener.zh}要拧到多少力矩？`],
      });
    }),
    ...choose(maintenanceTasks(plant), INTERVALS).map((task) =>
      valueQuestion(input, task.key, task.interval, { en: [`How often ${task.asked.en}?`], zh: [`${task.asked.zh}？`] }),
    ),
    ...instrumentQuestions(input, random),
    ...oneSidedQuestions(input, random),
    limitQuestion(input),
  ];
}

function valueQuestion(input: GoldInput, key: string, value: Bilingual, wordings: GoldDraft['wordings']): GoldDraft {
  const bare: Bilingual = { en: quantityOf(value.en), zh: quantityOf(value.zh) };
  const conflict = isRevised(input.plant, key);
  return {
    intent: 'specification',
    wordings,
    atoms: [atom('quantity', bare)],
    places: conflict ? conflictPlaces(input, key, bare) : placesOf(input, [key]),
    ...(conflict ? { conflict } : {}),
  };
}

/** `every 2000 h` and `每 2000 h` hold the quantity `2000 h`. */
function quantityOf(text: string): string {
  return text.replace(/^every |^每 /, '');
}

function instrumentQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const [ranged, calibrated] = random.sample(
    input.content.instruments.filter(({ range }) => range !== 'on/off'),
    2,
  );
  if (ranged === undefined || calibrated === undefined) return [];
  return [
    valueQuestion(input, `instrument.${ranged.tag}.range`, same(ranged.range), {
      en: [`Measuring range of ${ranged.tag}?`, `What range does ${ranged.tag} have?`],
      zh: [`${ranged.tag} 的量程是多少？`],
    }),
    valueQuestion(input, `instrument.${calibrated.tag}.calibration`, calibrated.calibration, {
      en: [`How often is ${calibrated.tag} calibrated?`, `Calibration interval of ${calibrated.tag}?`],
      zh: [`${calibrated.tag} 多久校准一次？`, `${calibrated.tag} 的校准周期是多少？`],
    }),
  ];
}

/** Facts that stand in one manual only, asked in the language of the other. */
function oneSidedQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const { tags, values } = input.plant;
  const english: [string, string, Bilingual][] = [
    ['water.chloride', '回路水的氯离子限值是多少？', values.chloride],
    ['water.hardness', '回路水总硬度不能超过多少？', values.hardness],
    ['water.conductivity', '回路水的电导率限值是多少？', values.conductivity],
    ['winter.glycol', '冬季停机防冻，乙二醇的体积浓度要多少？', values.glycol],
  ];
  const chinese: [string, string, Bilingual][] = [
    ['drive.minimum', `What is the minimum frequency of ${tags.drive}?`, values.driveMinimum],
    ['drive.ramp-up', `Ramp-up time set in ${tags.drive}?`, values.driveRamp],
    ['drive.limit', `What current limit is set in drive ${tags.drive}?`, values.driveLimit],
    ['drive.carrier', `Carrier frequency of ${tags.drive}?`, values.driveCarrier],
  ];
  const one =
    (askedIn: 'en' | 'zh') =>
    ([key, question, value]: [string, string, Bilingual]): GoldDraft => ({
      ...valueQuestion(input, key, value, { en: [question], zh: [question] }),
      askedIn,
    });
  return [...random.sample(english, 2).map(one('zh')), ...random.sample(chinese, 2).map(one('en'))];
}

function limitQuestion(input: GoldInput): GoldDraft {
  const { values } = input.plant;
  return valueQuestion(input, 'instruments.vibration', both(values.vibrationTrip.en, values.vibrationTrip.zh), {
    en: ['Above which vibration must the pump be stopped by hand?'],
    zh: ['振动超过多少必须手动停泵？'],
  });
}
