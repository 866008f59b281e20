import { createRandom, type Random } from '../demo-plant/random.ts';
import { FRAME_WORDS } from '../drawn-sheets/frame-words.ts';
import type { Feeder, OneLine } from './one-line.ts';
import { ONE_LINE_WORDS } from './one-line-words.ts';

/** One change between two revisions of a one-line diagram; names as they are drawn. */
export interface OneLineChange {
  readonly kind: 'added' | 'removed' | 'altered';
  readonly what: 'breaker' | 'motor' | 'cable' | 'equipment' | 'rating' | 'title';
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

interface Done {
  readonly feeder: Feeder;
  readonly changes: readonly OneLineChange[];
}

/** The next revision: as many feeders changed as there are ways to, each in one way, and the title. */
export function reviseOneLine(oneLine: OneLine): { readonly oneLine: OneLine; readonly changes: readonly OneLineChange[] } {
  const random = createRandom(oneLine.seed, 'one-line revision');
  const changes: OneLineChange[] = [];
  const open = random.shuffle([rate, renumberCable, takeContactor, useSpare]);
  const sections = oneLine.sections.map((section) => ({
    ...section,
    feeders: section.feeders.map((feeder, at) => {
      for (const change of open) {
        const done = change(feeder, `${at + 1}`, random);
        if (done === undefined) continue;
        open.splice(open.indexOf(change), 1);
        changes.push(...done.changes);
        return done.feeder;
      }
      return feeder;
    }),
  }));
  const title = `${oneLine.title}${ONE_LINE_WORDS[oneLine.language].modified}`;
  changes.push({ kind: 'altered', what: 'title', name: 'title', before: oneLine.title, after: title });
  const label = 'ABCDE'[oneLine.revisions.length] ?? 'Z';
  const date = `202${5 + random.integer(0, 1)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`;
  const revisions = [...oneLine.revisions, { label, date, words: FRAME_WORDS[oneLine.language].history[2] }];
  return { oneLine: { ...oneLine, title, sections, revisions }, changes };
}

/** Another rating of the breaker. */
function rate(feeder: Feeder): Done | undefined {
  const [breaker, ...others] = feeder.devices;
  if (breaker?.tag === undefined || breaker.rating === undefined) return undefined;
  const after = breaker.rating.replace(/\d+/u, (amperes) => String(Number(amperes) * 2));
  const change = { kind: 'altered', what: 'rating', name: breaker.tag, before: breaker.rating, after } as const;
  return { feeder: { ...feeder, devices: [{ ...breaker, rating: after }, ...others] }, changes: [change] };
}

function renumberCable(feeder: Feeder): Done | undefined {
  if (feeder.cable === undefined) return undefined;
  const tag = feeder.cable.tag.replace(/\d+$/u, (number) => String(Number(number) + 5000));
  const changes = [
    { kind: 'removed', what: 'cable', name: feeder.cable.tag },
    { kind: 'added', what: 'cable', name: tag },
  ] as const;
  return { feeder: { ...feeder, cable: { ...feeder.cable, tag } }, changes };
}

function takeContactor(feeder: Feeder): Done | undefined {
  const contactor = feeder.devices.find(({ kind }) => kind === 'contactor');
  if (contactor?.tag === undefined) return undefined;
  const devices = feeder.devices.filter((one) => one !== contactor);
  return { feeder: { ...feeder, devices }, changes: [{ kind: 'removed', what: 'equipment', name: contactor.tag }] };
}

/** A spare feeder is put to use for a motor. */
function useSpare(feeder: Feeder, place: string, random: Random): Done | undefined {
  if (feeder.load !== undefined) return undefined;
  const [motor, cable] = [`M-980${place}`, `W-980${place}`];
  const changes = [
    { kind: 'added', what: 'motor', name: motor },
    { kind: 'added', what: 'cable', name: cable },
  ] as const;
  const rating = `${random.pick(['4', '7.5'])} kW`;
  return { feeder: { ...feeder, cable: { tag: cable, type: '4x10 mm²' }, load: { kind: 'motor', tag: motor, rating } }, changes };
}
