const MARK = /\[(\d+(?:\s*[,，-]\s*\d+)*)\]|【(\d+)】/gu;

/** Numbers from 1 of the contexts that a sentence names in marks like [1], [2, 3] or 【4】, each once in order. */
export function citedIndices(sentence: string): readonly number[] {
  const found = [...sentence.matchAll(MARK)].flatMap(([, list, single]) => numbersOf(list ?? single ?? ''));
  return [...new Set(found)];
}

const MOST = 1_000;

function numbersOf(list: string): readonly number[] {
  return list.split(/[,，]/u).flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: Math.min(MOST, Math.max(1, last - first + 1)) }, (_, at) => first + at);
  });
}
