import type { Random } from '../demo-plant/random.ts';
import type { ExportField, ExportLanguage } from './export-fields.ts';

/** Chooses a header for each field from a list of lines `field | language: headers by comma | …`; English where it has none of the language. */
export function chooseHeaders(
  random: Random,
  list: string,
  fields: readonly ExportField[],
  language: ExportLanguage,
): ReadonlyMap<ExportField, string> {
  const chosen = new Map<ExportField, string>();
  for (const line of list.trim().split('\n')) {
    const [name = '', ...parts] = line.split(' | ');
    const field = fields.find((one) => one === name.trim());
    if (field === undefined) continue;
    const byLanguage = new Map(
      parts.map((part) => [
        part.slice(0, 2),
        part
          .slice(3)
          .split(',')
          .map((header) => header.trim()),
      ]),
    );
    const headers = byLanguage.get(language) ?? byLanguage.get('en') ?? [];
    const free = headers.filter((header) => ![...chosen.values()].includes(header));
    chosen.set(field, random.fork(field).pick(free));
  }
  return chosen;
}
