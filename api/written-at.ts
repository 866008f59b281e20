/** An instant (milliseconds, UTC) as files tell it: `2026-01-31 08:00 UTC`. */
export function writtenAt(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
