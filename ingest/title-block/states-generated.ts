import { DOCUMENT_LABEL_PATTERNS } from '../../ontology/index.ts';

/**
 * A line that is such a label and little else: what goes on behind it without a stop speaks of generated things ("AI-generated alarms
 * must be confirmed"), and what stands between quotation marks speaks of the label.
 */
const LINE = new RegExp(`^[\\s\\[(【*#>_|⚠!-]*(?:${DOCUMENT_LABEL_PATTERNS.generated})\\s*(?:$|[.,:;!?)\\]|*_。、】–—-])`, 'iu');
/** Longest line that is read as a label, in UTF-16 units. */
const LONGEST_LINE = 300;
/** So much of the metadata is looked through, in UTF-16 units. */
const LONGEST_METADATA = 50_000;

/**
 * The implicit label of GB 45438-2025 in metadata, as JSON or as YAML: `AIGC` with a `Label` that says that the content is, may be or is
 * suspected to be generated (1 to 3), or names it so in words, as some programs write it. Longer gaps are none of one object.
 */
const METADATA = /(?:^|[^\p{L}])AIGC["']?\s*[:=][\s\S]{0,2000}?(?:^|[^\p{L}])Label["']?\s*[:=>]\s*["']?(?:[123](?!\d)|AIGC\b)/mu;

/**
 * Whether a document says that it was generated: by a line of its own among its visible `lines`, or in what its `metadata` hold (front
 * matter, properties of the file), which is given with the key before its value.
 */
export function statesGenerated(lines: readonly string[], metadata: readonly string[] = []): boolean {
  const isLabel = (line: string) => line.length <= LONGEST_LINE && LINE.test(line.normalize('NFKC').trim());
  return (
    METADATA.test(metadata.join('\n').slice(0, LONGEST_METADATA)) ||
    [...lines, ...metadata].flatMap((text) => text.split('\n')).some(isLabel)
  );
}
