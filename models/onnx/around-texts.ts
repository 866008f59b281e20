/** Tokens that stand around texts, as XLM-RoBERTa has them. */
export const BEGIN = 0;
export const END = 2;
