import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWriter } from '../../../app/index.ts';
import type { LanguageModel } from '../../../kernel/index.ts';
import { type LawSite, openLawSite } from '../../suites/laws/law-site.ts';
import { rememberingEmbedder } from '../../suites/removal/remembering-embedder.ts';
import { rememberingReader } from '../../suites/removal/remembering-reader.ts';
import type { FieldQuestion } from '../field/field-question.ts';
import { reportWording } from './report-wording.ts';
import { wordAnswers } from './run-wording-suite.ts';

const SIGNAL = new AbortController().signal;
const HELD = 'The oil of the gearbox is changed every 4000 h.';
const LIE = 'The oil of the gearbox is changed every 8000 h.';
const OPTIONS = { sample: 5, seed: 1, onCase: () => undefined };

let folder = '';
let site: LawSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-wording-'));
  site = await openLawSite(join(folder, 'home'), { read: rememberingReader(), embedder: rememberingEmbedder() }, {}, SIGNAL);
  await site.send({ uri: 'gearbox.md', content: `# Gearbox G-7\n\n## Oil\n\n${HELD}\n` });
  await site.work();
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** Says both in any answer. */
const LYING: LanguageModel = {
  model: 'lying',
  choose: async () => undefined,
  write: async () => JSON.stringify({ sentences: [HELD, LIE].map((text) => ({ text, cites: [1] })) }),
};

function questionOf(id: string, question: string, turn = 1): FieldQuestion {
  return {
    id,
    turn,
    question,
    language: 'en',
    form: 'interval',
    crossLanguage: false,
    answerable: true,
    places: [],
    needs: 'any',
    atoms: [],
    forbidden: [],
  };
}

describe('wordAnswers', () => {
  it('keeps what a model said beside what is shown of it, and leaves out what is refused and what goes on from another question', async () => {
    const { application } = site;
    const { clock, logger } = application;
    const asking = { ...application, writer: makeWriter(LYING, { milliseconds: 60_000, clock, logger }) };
    const questions = [
      questionOf('q1', 'How often is the oil of the gearbox G-7 changed?'),
      questionOf('q2', 'What is the voltage of the heater H-900?'),
      questionOf('q3', 'And its reach?', 2),
    ];
    const run = await wordAnswers(asking, { ...OPTIONS, questions }, SIGNAL);
    expect(run).toMatchObject({ model: 'lying', asked: 2, withoutReply: [] });
    expect(run.cases).toMatchObject([
      {
        id: 'q1',
        said: [
          { text: HELD, isShown: true },
          { text: LIE, isShown: false },
        ],
      },
    ]);
    expect(run.cases[0]?.cut).toHaveLength(1);
    expect(run.cases[0]?.shown.map(({ text }) => text)).not.toContain(LIE);
    expect(reportWording(run)).toContain('lying: 2 questions asked, 1 answers worded');
  });

  it('says which setting is missing where no model is configured', async () => {
    const asked = wordAnswers(site.application, { ...OPTIONS, questions: [] }, SIGNAL);
    await expect(asked).rejects.toMatchObject({ code: 'invalid-request', message: expect.stringContaining('FAULTLINE_CHAT_URL') });
  });
});
