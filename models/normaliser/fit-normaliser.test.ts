import { describe, expect, it } from 'vitest';
import { FaultlineError } from '../../kernel/index.ts';
import { formChooser } from './choose-forms.ts';
import { fitNormaliser } from './fit-normaliser.ts';
import { readNormaliser, writeNormaliser } from './normaliser-file.ts';
import type { WordPair } from './word-pair.ts';

const pairs = (text: string): WordPair[] =>
  text.split(' ').map((pair) => {
    const [raw = '', form = ''] = pair.split('=');
    return { raw, form: form.replaceAll('_', ' ') };
  });
const TEXTS = [
  'REPL=replace brg=bearing',
  'repl=replace pmp=pump brg=bearing',
  'chk=check pump=pump',
  'CHK=check bearing=bearing',
  'ab12=<id> pump=pump',
]
  .flatMap((text) => [text, text])
  .map(pairs);

describe('learning forms of words', () => {
  it('gives words the forms that people gave them, and codes never seen the mask of those alike', () => {
    const choose = formChooser(fitNormaliser(TEXTS));
    const formsOf = (...words: string[]) => choose(words, new Map()).map(({ form }) => form);
    expect(formsOf('CHK', 'brg')).toEqual(['check', 'bearing']);
    expect(formsOf('cd77', 'pump')).toEqual(['<id>', 'pump']);
  });

  it('gives the same bytes each time, and reads them as they were learnt', () => {
    const bytes = writeNormaliser(fitNormaliser(TEXTS));
    expect(writeNormaliser(fitNormaliser(TEXTS))).toEqual(bytes);
    expect(writeNormaliser(readNormaliser(bytes))).toEqual(bytes);
    // As Node reads files: a view of a larger buffer.
    expect(writeNormaliser(readNormaliser(Buffer.concat([Buffer.from(bytes)])))).toEqual(bytes);
  });

  it('refuses a file that is cut off', () => {
    const bytes = writeNormaliser(fitNormaliser(TEXTS));
    expect(() => readNormaliser(bytes.slice(0, -1))).toThrow(FaultlineError);
    expect(() => readNormaliser(new Uint8Array(3))).toThrow(FaultlineError);
  });
});
