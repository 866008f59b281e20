/** Words by which a text says that a figure is a sum of others; a source of a pattern on folded text. */
export const TOTAL_WORDS = String.raw`\b(?:in total|a total of|totals?|totall?ing|altogether|combined|together|summed|sum of|add(?:s|ing)? up)\b`;
