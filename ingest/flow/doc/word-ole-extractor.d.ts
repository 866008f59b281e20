/** What is used of the library below its own reader of compound files; it is pinned to one version. */
declare module 'word-extractor/lib/word-ole-extractor.js' {
  class WordOleExtractor {
    /** The text of all parts of the document, one behind the other; text that was deleted under tracked changes is zeros. */
    protected _pieces: readonly { readonly text: string }[];
    /** Characters of each part, in the order in which they stand. */
    protected _boundaries: Readonly<Record<string, number | undefined>>;
    protected _taggedHeaders: readonly { readonly type: string; readonly text: string }[];
    extractWordDocument(source: { stream(name: string): NodeJS.ReadableStream }, main: Buffer): Promise<unknown>;
    protected buildDocument(): unknown;
  }
  export = WordOleExtractor;
}
