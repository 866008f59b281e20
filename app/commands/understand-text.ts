import type { Application } from '../application.ts';

/** A stretch of a text that a learnt model takes for something. */
export interface LearntMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: string;
  /** Whose classes the type is one of. */
  readonly model: 'maintie' | 'mwo2kg' | 'log-sentences';
  /** The failure mode that an observation is likeliest of, offered for a person to accept. */
  readonly failureMode?: { readonly name: string; readonly confidence: number };
  /** From 0 to 1. */
  readonly confidence: number;
}

/** How two of them are related, by their places in the list. */
export interface LearntRelation {
  readonly head: number;
  readonly type: string;
  readonly tail: number;
  readonly confidence: number;
}

export interface LearntReading {
  readonly mentions: readonly LearntMention[];
  readonly relations: readonly LearntRelation[];
}

/** The models know entries of logs, not pages. */
const LONGEST = 1000;
const HAN = /\p{Script=Han}/u;
const OBSERVATION = 'Observation';
const NOTHING: LearntReading = { mentions: [], relations: [] };

/**
 * What models that were learnt from short texts of maintenance see in a text of at most a thousand characters, Chinese or English;
 * nothing in a longer one. Of an English text words are read in their usual form, and mentions stand where the words were written.
 */
export async function understandText(
  { logTagger, ...english }: Pick<Application, 'logTagger' | 'normaliser' | 'understanding' | 'grammar'>,
  text: string,
  signal: AbortSignal,
): Promise<LearntReading> {
  if (text.length > LONGEST) return NOTHING;
  if (!HAN.test(text)) return understandEnglish(english, text);
  const spans = await logTagger.tag(text, signal);
  return {
    mentions: spans.map(({ start, end, type, chance }) => ({
      start,
      end,
      text: text.slice(start, end),
      type,
      model: 'log-sentences',
      confidence: chance,
    })),
    relations: [],
  };
}

function understandEnglish(
  { normaliser, understanding, grammar }: Pick<Application, 'normaliser' | 'understanding' | 'grammar'>,
  text: string,
): LearntReading {
  const { tokens } = normaliser.normalise(text, { masks: true, grammar });
  // A form may be several words, each of which stands where the written one does.
  const words = tokens.flatMap(({ norm, start, end }) =>
    norm
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => ({ word, start, end })),
  );
  const forms = words.map(({ word }) => word);
  const place = (span: { readonly start: number; readonly end: number }) => {
    const start = words[span.start]?.start ?? 0;
    const end = words[span.end - 1]?.end ?? start;
    return { start, end, text: text.slice(start, end) };
  };
  const things = understanding.things(forms);
  const roles = understanding.roles(forms.map((word) => word.toLowerCase()));
  return {
    mentions: [
      ...things.map((span): LearntMention => ({ ...place(span), type: span.type, model: 'maintie', confidence: span.chance })),
      ...roles.map((span): LearntMention => {
        const mention: LearntMention = { ...place(span), type: span.type, model: 'mwo2kg', confidence: span.chance };
        if (span.type !== OBSERVATION) return mention;
        const { label, chance } = understanding.failureMode(forms.slice(span.start, span.end).join(' '));
        return { ...mention, failureMode: { name: label, confidence: chance } };
      }),
    ],
    relations: understanding.relations(forms, things).map(({ head, tail, type, chance }) => ({
      head: things.findIndex(({ start, end }) => start === head.start && end === head.end),
      type,
      tail: things.findIndex(({ start, end }) => start === tail.start && end === tail.end),
      confidence: chance,
    })),
  };
}
