import { type Bilingual, both, same } from '../bilingual.ts';
import { type Alarm, alarmKey } from '../content/alarms.ts';
import { spareParts } from '../content/maintenance.ts';
import { troubleKey } from '../content/troubles.ts';
import type { Random } from '../random.ts';
import {
  atom,
  capitalised,
  conflictPlaces,
  type GoldDraft,
  type GoldInput,
  isRevised,
  placesOf,
  placesOfCode,
  uncapitalised,
} from './gold-input.ts';

const TROUBLES = 7;
const REMEDIES = 6;
const ALARMS = 9;
const PROCEDURES = 6;
const PARTS = 5;

export function causeQuestions(input: GoldInput, random: Random): GoldDraft[] {
  return random.sample(input.content.troubles, TROUBLES).map((trouble) => ({
    intent: 'cause-of-symptom',
    wordings: {
      en: [
        `What can be the reason when ${trouble.asked.en}?`,
        `${capitalised(trouble.asked.en)}. What causes this?`,
        `Possible causes if ${trouble.asked.en}?`,
      ],
      zh: [`${trouble.asked.zh}是什么原因？`, `${trouble.asked.zh}，可能的原因有哪些？`, `为什么会${trouble.asked.zh}？`],
    },
    atoms: trouble.causes.map(({ cause }) => atom('phrase', cause)),
    places: placesOf(
      input,
      trouble.causes.map((_, index) => troubleKey(trouble, index, 'cause')),
    ),
    every: true,
  }));
}

export function remedyQuestions(input: GoldInput, random: Random): GoldDraft[] {
  return random.sample(input.content.troubles, REMEDIES).map((trouble) => {
    const index = random.integer(0, trouble.causes.length - 1);
    const chosen = trouble.causes[index];
    if (chosen === undefined) throw new RangeError('a trouble has causes');
    const { cause, remedy } = chosen;
    return {
      intent: 'remedy',
      wordings: {
        en: [
          `${capitalised(trouble.asked.en)}. We found: ${uncapitalised(cause.en)}. What is the remedy?`,
          `What do I do about "${uncapitalised(cause.en)}" when ${trouble.asked.en}?`,
        ],
        zh: [`${trouble.asked.zh}，查出是${cause.zh}，怎么处理？`, `${trouble.asked.zh}，原因是${cause.zh}，应该怎么办？`],
      },
      atoms: [atom('phrase', remedy)],
      places: placesOf(input, [troubleKey(trouble, index, 'remedy')]),
    };
  });
}

type AlarmColumn = 'meaning' | 'cause' | 'action';

/** Asks a third of the chosen alarms for each column; an alarm whose limit was revised is always asked for its meaning. */
export function alarmQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const columns: AlarmColumn[] = ['meaning', 'cause', 'action'];
  const revised = input.content.alarms.filter((alarm) => isRevised(input.plant, alarmKey(alarm, 'meaning')));
  const others = random.sample(
    input.content.alarms.filter((alarm) => !revised.includes(alarm)),
    ALARMS - revised.length,
  );
  return [
    ...revised.map((alarm) => alarmQuestion(input, alarm, 'meaning')),
    ...others.map((alarm, index) => alarmQuestion(input, alarm, columns[index % columns.length] ?? 'meaning')),
  ];
}

function alarmQuestion(input: GoldInput, alarm: Alarm, column: AlarmColumn): GoldDraft {
  const key = alarmKey(alarm, column);
  const { code } = alarm;
  const wordings = {
    meaning: {
      en: [`What does alarm ${code} mean?`, `Panel shows ${code}, what is that?`],
      zh: [`报警 ${code} 是什么意思？`, `控制柜显示 ${code}，什么含义？`],
    },
    cause: {
      en: [`What triggers alarm ${code}?`, `Probable cause of ${code}?`],
      zh: [`${code} 报警的原因是什么？`, `什么情况会出 ${code}？`],
    },
    action: {
      en: [`${code} came up on the panel, what should I do?`, `What action does the manual give for alarm ${code}?`],
      zh: [`出现 ${code} 报警怎么处理？`, `${code} 报警后应采取什么措施？`],
    },
  }[column];
  return {
    intent: 'alarm-code',
    wordings,
    atoms: [atom('phrase', alarm[column])],
    ...(isRevised(input.plant, key)
      ? { places: conflictPlaces(input, key, alarm[column]), conflict: true }
      : { places: placesOf(input, [key]) }),
  };
}

export function procedureQuestions(input: GoldInput, random: Random): GoldDraft[] {
  return random.sample(input.content.procedures, PROCEDURES).map((procedure) => {
    const last = procedure.steps.length - 1;
    const chosen = [0, Math.floor(last / 2), last];
    const name = `procedure.${procedure.name}`;
    return {
      intent: 'procedure',
      wordings: {
        en: [
          `How do I ${procedure.goal.en}?`,
          `What are the steps to ${procedure.goal.en}?`,
          `Need the procedure to ${procedure.goal.en}.`,
        ],
        zh: [`如何${procedure.goal.zh}？`, `${procedure.goal.zh}的步骤是什么？`, `怎么${procedure.goal.zh}？`],
      },
      atoms: [
        ...procedure.warnings.map(({ text }) => atom('phrase', text)),
        ...chosen.flatMap((index) => phraseOf(procedure.steps[index])),
      ],
      places: placesOf(input, [
        ...procedure.warnings.map((_, index) => `${name}.warning.${index}`),
        ...chosen.map((index) => `${name}.step.${index}`),
      ]),
      every: true,
    };
  });
}

function phraseOf(text: Bilingual | undefined) {
  return text === undefined ? [] : [atom('phrase', text)];
}

export function partQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const parts = random.sample(spareParts(input.plant), PARTS).map((part): GoldDraft => {
    const equipment = part.equipment.split(', ');
    const asset = random.pick(equipment);
    return {
      intent: 'part-or-tool',
      wordings: {
        en: [
          `What is the part number of the ${uncapitalised(part.description.en)} for ${asset}?`,
          `Which part number do I order: ${uncapitalised(part.description.en)}, ${asset}?`,
        ],
        zh: [`${asset} 的${part.description.zh}备件号是多少？`, `订${asset} 的${part.description.zh}，备件号是什么？`],
      },
      atoms: [atom('identifier', same(part.number))],
      places: placesOfCode(input, part.number),
    };
  });
  return [...parts, ...toolQuestions(input, random)];
}

function toolQuestions(input: GoldInput, random: Random): GoldDraft[] {
  const withTools = input.content.procedures.flatMap((procedure) =>
    procedure.tools === undefined ? [] : [{ procedure, tools: procedure.tools }],
  );
  return random.sample(withTools, 2).map(({ procedure, tools }) => ({
    intent: 'part-or-tool',
    wordings: {
      en: [`Which parts and tools do I need to ${procedure.goal.en}?`, `What do I have to take along to ${procedure.goal.en}?`],
      zh: [`${procedure.goal.zh}需要哪些备件和工具？`, `${procedure.goal.zh}要准备什么备件和工具？`],
    },
    atoms: [...new Set(tools.en.match(/NH-\d+-\d+/g) ?? [])].map((code) => atom('identifier', both(code, code))),
    places: placesOf(input, [`procedure.${procedure.name}.tools`]),
  }));
}
