import type { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';

type Extension = ReturnType<typeof gfmStrikethrough>;
type Construct = Extract<NonNullable<NonNullable<Extension['text']>[number]>, { readonly tokenize: unknown }>;

const MARKS = '!&*<[]_`~';

/**
 * An extension of the reader of Markdown: in one paragraph, title or cell each sign that marks something up is read as such so many
 * times at most; beyond that it stays in the text as written. For each such sign the reader looks for its end, often up to the end
 * of the paragraph, so without a bound its time grows with the square of the length.
 */
export function limitInlineMarks(most: number): Extension {
  const counts = new WeakMap<object, Map<number, number>>();
  const beyond: Construct = {
    name: 'markBeyondLimit',
    tokenize(effects, ok, nok) {
      let ofContext = counts.get(this);
      if (ofContext === undefined) {
        ofContext = new Map();
        counts.set(this, ofContext);
      }
      const seen = ofContext;
      return (code) => {
        if (code === null) return nok(code);
        const count = (seen.get(code) ?? 0) + 1;
        seen.set(code, count);
        if (count <= most) return nok(code);
        effects.enter('data');
        effects.consume(code);
        effects.exit('data');
        return ok;
      };
    },
  };
  return { text: Object.fromEntries([...MARKS].map((mark) => [mark.charCodeAt(0), beyond])) };
}
