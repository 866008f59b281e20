import type { Edit } from '../statement.ts';

function numbered(steps: readonly string[]): readonly { readonly text: string }[] {
  return steps.map((text) => ({ text }));
}

/** Two steps of a procedure, neighbours, change places. */
export const swapSteps: Edit = (statement, { random }) => {
  if (statement.kind !== 'steps') return undefined;
  const { steps, sources } = statement;
  const at = random.integer(0, steps.length - 2);
  const [one, other] = [steps[at], steps[at + 1]];
  if (one === undefined || other === undefined) return undefined;
  return { claims: numbered([...steps.slice(0, at), other, one, ...steps.slice(at + 2)]), sources, looksAt: 'verdicts' };
};

/** A procedure in its order, one step left out. */
export const keepOrder: Edit = (statement, { random }) => {
  if (statement.kind !== 'steps' || statement.steps.length < 3) return undefined;
  const left = random.integer(0, statement.steps.length - 1);
  return { claims: numbered(statement.steps.filter((_, at) => at !== left)), sources: statement.sources, looksAt: 'verdicts' };
};

/** What to do, without the warning that stands with it. */
export const dropWarning: Edit = (statement) =>
  statement.kind === 'steps' && statement.warning !== undefined
    ? { claims: numbered(statement.steps), sources: statement.sources, looksAt: 'omissions' }
    : undefined;

/** What to do, with the warning behind it. */
export const moveWarning: Edit = (statement) => {
  if (statement.kind !== 'steps' || statement.warning === undefined) return undefined;
  return { claims: numbered([...statement.steps, messageOf(statement.warning)]), sources: statement.sources, looksAt: 'omissions' };
};

/** A warning without the word that opens it. */
function messageOf(warning: string): string {
  return warning.replace(/^(?:[Ww]arning|WARNING|CAUTION|Caution|DANGER|Danger|警告|注意|危险|小心)\s*[:：!！]?\s*/u, '');
}
