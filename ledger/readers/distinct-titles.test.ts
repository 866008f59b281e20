import { expect, it } from 'vitest';
import type { ScopeName } from '../../kernel/index.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { ingestSteps, PLANT, versionOf } from '../test-support/sample-documents.fixture.ts';

const model = (text: string): readonly ScopeName[] => [{ kind: 'model', text, source: 'folder' }];

describeLedgers('titles of documents', (form) => {
  it.each(['FAQ', '快速介绍'])('are told apart among what a reader may read, and by nothing that is hidden: %s', async (title) => {
    const ledger = await openEmpty(form, { now: () => 1_700_000_000_000 });
    const samples = [
      { uri: 'arms/X200/faq', bytes: 'one', labels: [] },
      { uri: 'arms/X300/faq', bytes: 'two', labels: ['secret'] },
    ].map(({ uri, bytes, labels }) => ({ uri, says: [[bytes, 'leak']] as const, claims: { title, labels } }));
    for (const [place, sample] of samples.entries()) {
      const steps = ingestSteps(sample);
      for (const step of steps.slice(0, -1)) await step(ledger);
      await ledger.documents.describe(versionOf(sample), { language: 'en' }, 'text', model(place === 0 ? 'X200' : 'X300'));
      await steps.at(-1)?.(ledger);
    }
    const titlesFor = async (labels: readonly string[] | 'all') => {
      const access = await ledger.accessFor(PLANT, labels);
      const found = await Promise.all(samples.map((sample) => ledger.passages.range(access, versionOf(sample), 0, 0)));
      return found.flat().map((stored) => stored.title);
    };
    expect(await titlesFor([])).toEqual([title]);
    const [open, close] = title === 'FAQ' ? [' (', ')'] : ['（', '）'];
    expect(await titlesFor('all')).toEqual([`${title}${open}X200${close}`, `${title}${open}X300${close}`]);
    await ledger.close();
  });
});
