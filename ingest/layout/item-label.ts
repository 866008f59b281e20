const LABEL = /^\p{Lu}{1,4}\s?\d{1,2}(?:\.\d{1,2})+$/u;

/** Whether a text is a number of several parts behind capital letters, as items of objectives and requirements bear (`EO 1.2`). */
export function isItemLabel(text: string): boolean {
  return LABEL.test(text);
}

/** Whether texts are such labels of which each counts on from the one before. */
export function countItems(texts: readonly string[]): boolean {
  return texts.every((text, index) => {
    const before = texts[index - 1];
    return isItemLabel(text) && (before === undefined || (stem(before) === stem(text) && last(text) === last(before) + 1));
  });
}

function stem(label: string): string {
  return label.slice(0, label.lastIndexOf('.'));
}

function last(label: string): number {
  return Number(label.slice(label.lastIndexOf('.') + 1));
}
