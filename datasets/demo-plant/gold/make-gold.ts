import type { Random } from '../random.ts';
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
  return drafts.map((draft, index) => finished(draft, draft.askedIn ?? ((index * 2 + shift) % 5 < 2 ? 'zh' : 'en'), index, wording));
}

function finished(draft: GoldDraft, language: 'en' | 'zh', index: number, random: Random): GoldQuestion {
  const other = language === 'en' ? 'zh' : 'en';
  return {
    id: `q${String(index + 1).padStart(3, '0')}`,
    language,
    intent: draft.intent,
    question: random.pick(draft.wordings[language]),
    answerable: draft.reason === undefined,
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    atoms: draft.atoms.map(({ kind, text, alternatives }) => ({
      kind,
      value: text[language],
      alternatives: [...new Set([text[other], ...(alternatives ?? [])])].filter((each) => each !== text[language]),
    })),
    gold: [...draft.places],
    ...(draft.every === true ? { every: true } : {}),
    ...(draft.conflict === true ? { conflict: true } : {}),
    ...(draft.askedIn === undefined ? {} : { crossLanguage: true }),
    ...(draft.note === undefined ? {} : { note: draft.note }),
  };
}
