import { drawSkid, makeSkid, type Random, reviseSkid, type Skid, skidTruth, writeSheetPdf } from '../../../datasets/index.ts';
import { skidQuestions } from '../../accuracy/drawings/skid-questions.ts';
import { DRAWING_FORMS, writeSheets } from '../../accuracy/drawings/write-sheets.ts';

/** A file as it is sent. */
export interface PlantFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

interface DrawnSheets {
  readonly files: readonly PlantFile[];
  readonly questions: readonly string[];
  /** Names of things that are drawn. */
  readonly tags: readonly string[];
}

/** Of a file of pages, whose form is the only one that holds several sheets. */
const FORMS = DRAWING_FORMS.filter((form) => form !== 'pdf');
const ASKED = 12;
const NAMED = 20;

/**
 * Two skids. Of one, each sheet of two revisions is a document of its own, so that a reader sees one sheet of a set, or one revision of a
 * sheet, and not the other that pipes go on to; the sheets of the other one are pages of a file.
 */
export async function drawSheets(random: Random): Promise<DrawnSheets> {
  const [skid, paged] = [makeSkid(random.integer(1, 9_999)), makeSkid(random.integer(1, 9_999))];
  const { skid: revised } = reviseSkid(skid);
  const form = random.pick(FORMS);
  const files: PlantFile[] = [{ name: 'sheets.pdf', text: await writeSheetPdf(drawSkid(paged), paged) }];
  for (const [name, drawn] of [['first', skid] as const, ['next', revised] as const])
    for (const { fileName, content } of await writeSheets(drawn, form)) files.push({ name: `${name}-${fileName}`, text: content });
  const changed = revised.sheets.flatMap(({ number }) => [`What changed on drawing ${number}?`, `图纸 ${number} 的两个版本有何变化？`]);
  const asked = [skid, paged].flatMap((one) => random.sample(skidQuestions(one), ASKED)).map(({ question }) => question);
  return { files, questions: [...asked, ...changed], tags: random.sample([skid, paged].flatMap(namesIn), NAMED) };
}

function namesIn(skid: Skid): readonly string[] {
  const { machines, valves, instruments, lines } = skidTruth(skid);
  return [...machines, ...valves, ...instruments, ...lines];
}
