import type { UnreadKind, WrittenSlide } from './write-slide.ts';

/** Numbers that are listed of slides. */
const LISTED = 20;
const UNREAD: Readonly<Record<UnreadKind, string>> = {
  picture: 'Pictures of which only the description is read',
  chart: 'Charts that are not read',
  object: 'Embedded objects that are not read',
};

/** What a person should know of how slides were read. */
export function slideWarnings(slides: readonly WrittenSlide[]): readonly string[] {
  const warnings: string[] = [];
  const hidden = slides.filter(({ isHidden }) => isHidden);
  if (hidden.length > 0) warnings.push(`Hidden in the presentation, but read, and cited as hidden: slides ${numbersOf(hidden)}.`);
  for (const kind of ['picture', 'chart', 'object'] as const) {
    const holding = slides.filter(({ unread }) => unread.has(kind));
    if (holding.length > 0) warnings.push(`${UNREAD[kind]}: slides ${numbersOf(holding)}.`);
  }
  return warnings;
}

/** Numbers in a row, of many the first. */
export function listNumbers(numbers: readonly number[]): string {
  const more = numbers.length - LISTED;
  return `${numbers.slice(0, LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function numbersOf(slides: readonly WrittenSlide[]): string {
  return listNumbers(slides.map(({ number }) => number));
}
