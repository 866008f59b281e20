import { correctionLine, type SaidCorrection, type StoredPassage, type Surroundings } from '../../kernel/index.ts';
import { phrasesOf, placeWords } from '../../ontology/index.ts';
import { type PicturePassage, picturePassage, type Span } from './picture-passage.ts';
import type { PictureRequest } from './picture-request.ts';
import { slidePlace } from './slide-place.ts';

export interface PictureSubject extends Surroundings {
  readonly stored: StoredPassage;
  /** The cited words of it, not empty. */
  readonly span: Span;
  /** Other cited words of it, apart from those. */
  readonly also: readonly Span[];
  /** What people said of the cited words. */
  readonly corrections: readonly SaidCorrection[];
}

/** Words that were changed where they are kept are no evidence of what the document says. */
const NOT_SHOWN = '…';

/** What a picture of cited words shows: what was read around them, of a slide or its notes these alone. */
export function describePicture({ stored, span, also, around: read, isToEnd, corrections }: PictureSubject): PictureRequest {
  const { passage, title, documentNumber, revision } = stored;
  const slide = slidePlace(passage);
  const around = slide === undefined ? read : read.filter((one) => slidePlace(one.passage)?.slide === slide.slide);
  const language = languageOf([stored, ...around]);
  const words = phrasesOf(language);
  const details = [documentNumber, revision === undefined ? undefined : placeWords(language).revision(revision)].filter(
    (part) => part !== undefined,
  );
  return {
    title,
    details: details.join(' · '),
    place: [
      ...(slide === undefined ? [] : slide.parts.map(([part, number]) => placeWords(language).blocks[part]?.(number) ?? '')),
      ...passage.headings,
    ],
    passages: around.map((one) => shown(one, one.passage.id === passage.id ? [span, ...also] : [])),
    isFromStart: around[0] !== read[0] || around[0]?.passage.order === 0,
    isToEnd: around.at(-1) !== read.at(-1) || isToEnd,
    notes: corrections.map((correction) => correctionLine(correction, words.headings.corrected)),
    words: { drawn: words.drawnFromText() },
  };
}

function shown({ passage, damaged }: StoredPassage, cited: readonly Span[]): PicturePassage {
  if (damaged !== true) return picturePassage(passage, cited);
  const { cells: _, ...rest } = passage;
  return picturePassage({ ...rest, text: NOT_SHOWN });
}

/** Of the cited words or, where these are numbers and signs alone, of the first words around them. */
function languageOf(passages: readonly StoredPassage[]): 'zh' | 'en' {
  const spoken = passages.map(({ passage }) => passage.language).find((language) => language !== 'none');
  return spoken === 'zh' || spoken === 'mixed' ? 'zh' : 'en';
}
