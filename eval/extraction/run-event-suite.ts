import { configuredCaller, extractText, loadConfig, openApplication } from '../../app/index.ts';
import { type LabelledRow, readLabelledRows } from './read-labelled-rows.ts';
import { type EventScore, type FoundEvent, scoreEvents } from './score-events.ts';

/** What of extraction is scored: its rules and vocabularies, what was learnt, or both. */
export const EVENT_SOURCES = ['rules', 'learnt', 'both'] as const;

export interface EventReport {
  readonly set: LabelledRow['set'];
  readonly source: (typeof EVENT_SOURCES)[number];
  readonly rows: number;
  readonly score: EventScore;
}

const STATES: ReadonlySet<string> = new Set(['FailureMode', 'Symptom', 'State']);

/** Reads the labelled rows as `/v1/extract` does, in a data folder of its own, and scores the events. */
export async function runEventSuite(
  { labels, dataFolder, home }: { readonly labels: string; readonly dataFolder: string; readonly home: string },
  signal: AbortSignal,
): Promise<readonly EventReport[]> {
  const rows = await readLabelledRows(labels, dataFolder);
  const application = await openApplication(loadConfig({ home }, {}));
  try {
    const caller = configuredCaller(application.config);
    const read: (Readonly<Record<(typeof EVENT_SOURCES)[number], readonly FoundEvent[]>> & { readonly row: LabelledRow })[] = [];
    for (const row of rows) {
      signal.throwIfAborted();
      const { mentions, learnt } = await extractText(application, caller, { text: row.text, kind: 'log-entry' }, signal);
      const rules = mentions.flatMap(({ type, start, end }) => eventOf(STATES.has(type) ? 'State' : type, start, end));
      const model = learnt.mentions.flatMap(({ type, start, end, model: by }) => (by === 'maintie' ? eventOf(type, start, end) : []));
      read.push({ row, rules, learnt: model, both: merged([...rules, ...model]) });
    }
    const sets = [...new Set(rows.map(({ set }) => set))];
    return sets.flatMap((set) =>
      EVENT_SOURCES.map((source) => {
        const own = read.filter(({ row }) => row.set === set);
        return { set, source, rows: own.length, score: scoreEvents(own.map((one) => ({ row: one.row, found: one[source] }))) };
      }),
    );
  } finally {
    await application.close();
  }
}

function eventOf(type: string, start: number, end: number): readonly FoundEvent[] {
  if (type !== 'State' && type !== 'Activity') return [];
  return [{ kind: type === 'State' ? 'state' : 'activity', start, end }];
}

/** Stretches of one kind that overlap are one. */
function merged(found: readonly FoundEvent[]): readonly FoundEvent[] {
  const kept: FoundEvent[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const at = kept.findIndex(({ kind, start, end }) => kind === one.kind && start < one.end && one.start < end);
    const other = kept[at];
    if (other === undefined) kept.push(one);
    else kept[at] = { ...other, end: Math.max(other.end, one.end) };
  }
  return kept;
}
