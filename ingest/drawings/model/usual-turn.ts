/** Share of the texts that must be turned alike for the sheet to have been. */
const TURNED = 0.8;

/** Degrees by which nearly all texts of a sheet are turned, by the turn of each; 0 where they are not turned alike. */
export function usualTurn(turns: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of turns) {
    const turn = Math.round(one * 10) / 10;
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= TURNED * turns.length ? most[0] : 0;
}
