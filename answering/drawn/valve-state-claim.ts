import type { StoredPassage } from '../../kernel/index.ts';
import type { DraftClaim } from '../compose/composition.ts';
import type { DrawnStatement } from '../drawn-statement.ts';
import { labelSpan } from './label-span.ts';
import { sayDrawn } from './say-drawn.ts';

/** How a valve stands, by its label and the mark beside it. */
export function valveStateClaim(valve: string, label: StoredPassage, mark: StoredPassage, language: 'zh' | 'en'): DraftClaim {
  const drawn: DrawnStatement = { kind: 'normal-state', valve, mark: mark.passage.text.trim() };
  return { kind: 'composed', text: sayDrawn(drawn, false, language), spans: [labelSpan(label), labelSpan(mark)], drawn };
}
