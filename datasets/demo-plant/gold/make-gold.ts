import type { PlantLanguage } from '../bilingual.ts';
import type { Random } from '../random.ts';
import type { Wording } from '../wording.ts';
import type { GoldDraft, GoldInput } from './gold-input.ts';
import type { GoldQuestion } from './gold-question.ts';
import { isolationQuestions } from './isolation-questions.ts';
import { aggregateQuestions, historyQuestions } from './log-questions.ts';
import { alarmQuestions, causeQuestions, partQuestions, procedureQuestions, remedyQuestions } from './manual-questions.ts';
import { specificationQuestions } from './specification-questions.ts';
import { unanswerableQuestions } from './unanswerable-questions.ts';

/** All gold questions of a plant; two in five are asked in Chinese. */
export function makeGold(input: GoldInput, random: Random): GoldQuestion[] {
  const drafts = [
    ...causeQuestions(input, random.fork('causes')),
    ...remedyQuestions(input, random.fork('remedies')),
    ...alarmQuestions(input, random.fork('alarms')),
    ...specificationQuestions(input, random.fork('specifications')),
    ...procedureQuestions(input, random.fork('procedures')),
    ...partQuestions(input, random.fork('parts')),
    ...historyQuestions(input, random.fork('history')),
    ...aggregateQuestions(input, random.fork('aggregates')),
    ...isolationQuestions(input, random.fork('isolation')),
    ...unanswerableQuestions(input, random.fork('unanswerable')),
  ];
  const wording = random.fork('wording');
  const shift = wording.integer(0, 4);
  return drafts.map((draft, index) =>
    finished(draft, draft.askedIn ?? ((index * 2 + shift) % 5 < 2 ? 'zh' : 'en'), index, { random: wording, words: input.content.wording }),
  );
}

/** How often a question uses the manual's own term rather than another usual one. */
const SAME_TERMS = 0.7;

function finished(
  draft: GoldDraft,
  language: PlantLanguage,
  index: number,
  { random, words }: { random: Random; words: Wording },
): GoldQuestion {
  const other = language === 'en' ? 'zh' : 'en';
  const asked = random.pick(draft.wordings[language]);
  return {
    id: `q${String(index + 1).padStart(3, '0')}`,
    language,
    intent: draft.intent,
    question: random.chance(SAME_TERMS) ? words.text(asked, language) : asked,
    answerable: draft.reason === undefined,
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    atoms: draft.atoms.map(({ kind, text, alternatives }) => ({
      kind,
      value: words.text(text[language], language),
      alternatives: [...new Set([words.text(text[other], other), ...(alternatives ?? [])])].filter(
        (each) => each !== words.text(text[language], language),
      ),
    })),
    gold: [...draft.places],
    ...(draft.every === true ? { every: true } : {}),
    ...(draft.conflict === true ? { conflict: true } : {}),
    ...(draft.askedIn === undefined ? {} : { crossLanguage: true }),
    ...(draft.note === undefined ? {} : { note: draft.note }),
  };
}
