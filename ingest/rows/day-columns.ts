const FEWEST_DAYS = 7;
const DAY = /^(?:\D{0,4}?)(\d{1,2})\p{L}{0,2}$/u;

/** First of the columns, from 0, that are headed by the days of a month one after another from the first to the last cell of the row. */
export function dayColumns(header: readonly string[]): number | undefined {
  const from = header.findIndex((cell) => dayOf(cell) === 1);
  if (from < 1) return undefined;
  const days = header.slice(from).map(dayOf);
  let run = 0;
  while (days[run] === run + 1) run += 1;
  return run >= FEWEST_DAYS && run <= 31 ? from : undefined;
}

/** Days of the run that begins at `from`. */
export function daysFrom(header: readonly string[], from: number): number {
  let run = 0;
  while (dayOf(header[from + run] ?? '') === run + 1) run += 1;
  return run;
}

function dayOf(cell: string): number | undefined {
  const found = DAY.exec(cell.normalize('NFKC').trim())?.[1];
  return found === undefined ? undefined : Number(found);
}
