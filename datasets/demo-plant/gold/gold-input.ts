import type { Bilingual, PlantLanguage } from '../bilingual.ts';
import type { Content } from '../content/manual-source.ts';
import type { LockoutSource } from '../lockout/isolation-points.ts';
import type { AlarmEvent } from '../logs/alarm-events.ts';
import type { FailureModeRow } from '../logs/failure-modes.ts';
import type { WorkOrder } from '../logs/work-orders.ts';
import type { LaidManual } from '../manual/lay-out-manual.ts';
import type { Plant, ValueName } from '../plant.ts';
import type { PlantFiles } from '../plant-files.ts';
import type { GoldAtom, GoldIntent, GoldPlace, GoldQuestion } from './gold-question.ts';

/** All that the generator knows when it makes questions. */
export interface GoldInput {
  readonly plant: Plant;
  readonly content: Content;
  readonly files: PlantFiles;
  readonly orders: readonly WorkOrder[];
  readonly events: readonly AlarmEvent[];
  readonly failureModes: readonly FailureModeRow[];
  readonly lockout: LockoutSource;
  readonly laid: Readonly<Record<PlantLanguage, LaidManual>>;
}

/** A question before its language and wording are chosen. */
export interface GoldDraft {
  readonly intent: GoldIntent;
  readonly wordings: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly atoms: readonly AtomDraft[];
  readonly places: readonly GoldPlace[];
  readonly every?: boolean;
  readonly conflict?: boolean;
  /** Set where the answer stands in documents of the other language only. */
  readonly askedIn?: PlantLanguage;
  readonly reason?: NonNullable<GoldQuestion['reason']>;
  readonly note?: string;
}

export interface AtomDraft {
  readonly kind: GoldAtom['kind'];
  readonly text: Bilingual;
  readonly alternatives?: readonly string[];
}

export const atom = (kind: GoldAtom['kind'], text: Bilingual, alternatives: readonly string[] = []): AtomDraft => ({
  kind,
  text,
  alternatives,
});

/** Keys of the texts whose value the next revision changed: where the two manuals disagree. */
const REVISED_KEYS: Partial<Record<ValueName, readonly string[]>> = {
  torqueSealCover: ['torque.seal-cover'],
  greaseIntervalA: ['task.grease-a'],
  bearingAlarm: ['alarm.bearing.meaning'],
  minimumFlowA: ['spec.minimum-flow.A'],
  strainerIntervalA: ['task.strainer-a'],
};

export function isRevised(plant: Plant, key: string): boolean {
  return plant.revised.some((name) => REVISED_KEYS[name]?.includes(key) === true);
}

/** Where keyed texts stand in the two manuals, the English one first. */
export function placesOf(input: GoldInput, keys: readonly string[]): GoldPlace[] {
  return (['en', 'zh'] as const).flatMap((language) =>
    keys.flatMap((key) => spansOf(input, language).filter((span) => span.key === key)).map((span) => manualPlace(input, language, span)),
  );
}

/** Where a code is printed in a keyed text of either manual. */
export function placesOfCode(input: GoldInput, code: string): GoldPlace[] {
  return (['en', 'zh'] as const).flatMap((language) =>
    spansOf(input, language)
      .filter((span) => span.quote.includes(code))
      .map((span) => manualPlace(input, language, span)),
  );
}

type Span = LaidManual['spans'][number];

function spansOf(input: GoldInput, language: PlantLanguage): readonly Span[] {
  return input.laid[language].spans;
}

function manualPlace({ files }: GoldInput, language: PlantLanguage, span: Span): GoldPlace {
  const file = language === 'en' ? files.manualEn : files.manualZh;
  return { file, page: span.page, boxes: span.boxes.map((box) => ({ ...box })), quote: span.quote };
}

/** As `placesOf`, each place with the value that its document gives. */
export function conflictPlaces(input: GoldInput, key: string, value: Bilingual): GoldPlace[] {
  return placesOf(input, [key]).map((place) => ({ ...place, value: place.file === input.files.manualEn ? value.en : value.zh }));
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Lower case for the middle of a sentence; words with digits or two capitals (tags, NPSH) keep theirs. */
export function uncapitalised(text: string): string {
  const first = text.split(' ')[0] ?? '';
  return /\d|[A-Z].*[A-Z]/.test(first) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
