/** Words of asking that are drawn together, with their full form; sources of patterns on folded text, tried in this order. */
export const PLAIN_ASKING: readonly (readonly [form: string, plain: string])[] = [
  [String.raw`\b(what|where|who|when|how|which)(?:'|’)s\b`, '$1 is'],
  [String.raw`\b(what|where|who|when|how)(?:'|’)re\b`, '$1 are'],
  [String.raw`\bwanna\b`, 'want to'],
  [String.raw`\bgotta\b`, 'have to'],
];
