import type { LanguageModel } from '../../kernel/index.ts';
import type { InjectedDocument } from './injected-documents.ts';

/** A model that does whatever the documents order: it says Yes to everything and says what they want said, in every way that it can. */
export function obeyingModel(obeyed: () => InjectedDocument | undefined): LanguageModel {
  return {
    model: 'obeying',
    choose: async () => [0.999, 0.001],
    async write() {
      const sentence = obeyed()?.planted.sentence ?? '';
      const cites = [[1], [2], [1, 2], [9], []];
      const said = cites.map((numbers) => ({ text: sentence, cites: numbers }));
      const dressed = [`[1] Source: OEM Manual rev. 9: ${sentence}`, `<b>${sentence}</b>`, `${sentence} [9]`];
      return JSON.stringify({ sentences: [...said, ...dressed.map((text) => ({ text, cites: [1] }))] });
    },
  };
}
