import { placeWords, readingWords } from '../../app/index.ts';
import { EXCLUSION_REASONS, type QualityReport } from '../../kernel/index.ts';
import { boxText } from '../describe-place.ts';
import { describeStamp } from './describe-stamp.ts';
import { oneLine } from './one-line.ts';

/** A quality report for a terminal: what was read, then what was not, then what was left out on purpose. */
export function qualityLines(report: QualityReport, language: 'zh' | 'en'): readonly string[] {
  const words = readingWords(language);
  const places = placeWords(language);
  const { pages, recognised, rows, columns = [], stamps = [], warnings } = report;
  const excluded = EXCLUSION_REASONS.flatMap((reason) => {
    const count = report.excluded[reason] ?? 0;
    return count === 0 ? [] : [`  ${words.excludedReasons[reason]}: ${count}`];
  });
  return [
    words.passages(report.passages, report.characters, report.tables),
    ...(pages === undefined
      ? []
      : [
          words.pages(pages.total, pages.text),
          pages.unread === 0 ? words.allRead : words.unread(pages.unread, pages.unreadPages.join(', ')),
        ]),
    ...(recognised === undefined ? [] : [words.recognised(recognised.pages, recognised.engine, Math.round(recognised.confidence * 100))]),
    ...(recognised === undefined || recognised.unsure === 0
      ? []
      : [
          words.unsure(recognised.unsure, recognised.regions.length),
          ...recognised.regions.map(
            ({ page, text, confidence, box }) =>
              `  ${places.page(page)} ${boxText(box)} “${oneLine(text)}” ${Math.round(confidence * 100)} %`,
          ),
        ]),
    ...(rows === undefined ? [] : [words.rows(rows.total, rows.bad)]),
    ...(rows?.firstBad ?? []).map(
      ({ sheet, row, fault }) => `  ${sheet === '' ? '' : `${places.sheet(sheet)} `}${places.row(row)}: ${fault}`,
    ),
    ...section(
      words.columns,
      columns.map(
        ({ header, role, unit, sheet = '' }) => `  ${sheet === '' ? '' : `${places.sheet(sheet)} `}${words.column(header, role, unit)}`,
      ),
    ),
    ...(report.garbled === 0 ? [] : [words.garbled(Math.round(report.garbled * 1000) / 10)]),
    ...section(
      words.stamps,
      stamps.map(({ sheet, status }) => `  ${sheet}: ${describeStamp(status)}`),
    ),
    ...(report.aiGenerated === true ? [words.aiGenerated] : []),
    ...section(
      words.warnings,
      warnings.map((warning) => `  ${warning}`),
    ),
    ...section(words.excluded, excluded),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}
