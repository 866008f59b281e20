import type { Decision } from '../../../kernel/index.ts';
import type { Draw } from './draw.ts';

/** A decision on whatever is drawn, as if it could be read. */
export function drawDecision(draw: Draw): Exclude<Decision, { kind: 'undo' }> {
  const { random } = draw;
  return random.pick([
    () => ({ kind: random.pick(['must-link', 'cannot-link'] as const), a: draw.key(), b: draw.key() }),
    () => ({ kind: random.pick(['accept-fact', 'reject-fact'] as const), fact: draw.fact() }),
    () =>
      ({
        kind: 'correct-text',
        version: draw.version(),
        passage: draw.passage(),
        start: 0,
        end: 4,
        read: 'Pump',
        text: 'Pomp',
      }) as const,
    () => ({ kind: 'correct-column', version: draw.version(), table: '', column: 'Description', role: 'symptom' }) as const,
  ])();
}
