import type { Bilingual } from '../bilingual.ts';
import { type Block, cell, paragraph, type WarningLevel, warning } from '../manual/blocks.ts';

/** A task with its steps in order; printed under `procedure.<name>.…` keys. */
export interface Procedure {
  readonly name: string;
  readonly title: Bilingual;
  /** The task as a clause that follows "how do I" and "如何". */
  readonly goal: Bilingual;
  readonly tools?: Bilingual;
  readonly warnings: readonly { readonly level: WarningLevel; readonly text: Bilingual }[];
  readonly steps: readonly Bilingual[];
}

export function procedureBlocks(procedure: Procedure): Block[] {
  const name = `procedure.${procedure.name}`;
  return [
    ...procedure.warnings.map(({ level, text }, index) => warning(level, text, `${name}.warning.${index}`)),
    ...(procedure.tools === undefined ? [] : [paragraph(procedure.tools, `${name}.tools`)]),
    { kind: 'steps', items: procedure.steps.map((text, index) => cell(text, `${name}.step.${index}`)) },
  ];
}
