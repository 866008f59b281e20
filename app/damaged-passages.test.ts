import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Application } from './application.ts';
import { askQuestion } from './commands/ask-question.ts';
import { CALLER, ingest, NEVER, openHome, withFolder } from './test-support/workspace.ts';

const MANUALS = [
  { uri: '泵手册.md', text: '# 泵手册\n\nP-600 联轴器螺栓的拧紧力矩为 48 N·m。\n' },
  { uri: 'pump manual.md', text: '# Pump manual\n\nThe tightening torque of the coupling bolts of P-600 is 48 N·m.\n' },
] as const;
const QUESTIONS = ['P-600 联轴器螺栓的拧紧力矩是多少？', 'What is the tightening torque of the coupling bolts of P-600?'] as const;

/** As somebody would who can write the file: 48 becomes 99. */
function edit(home: string, statement = "update passage set text = replace(text, '48', '99') where text like '%48%'"): void {
  const database = new Sqlite(join(home, 'ledger.db'));
  database.exec(statement);
  database.close();
}

async function withManual<Out>(index: 0 | 1, work: (application: Application, home: string) => Promise<Out>): Promise<Out> {
  return withFolder(async (folder) => {
    const home = join(folder, 'home');
    const application = await openHome(home);
    try {
      await ingest(application, MANUALS[index]);
      return await work(application, home);
    } finally {
      await application.close();
    }
  });
}

describe.each([0, 1] as const)('a passage that was edited in the ledger (%i)', (index) => {
  it('is answered from before, and refused after, with the name of its document', async () => {
    await withManual(index, async (application, home) => {
      const question = { question: QUESTIONS[index] };
      const before = (await askQuestion(application, CALLER, question, NEVER)).content;
      expect(before).toMatchObject({ decision: 'answered' });
      expect(before.claims[0]?.text).toContain('48');
      edit(home);
      const after = (await askQuestion(application, CALLER, question, NEVER)).content;
      expect(after).toMatchObject({ decision: 'abstained', reason: 'damaged-source', claims: [], citations: [] });
      expect(after.missing).toContain(index === 0 ? '《泵手册》' : '“Pump manual”');
      expect(JSON.stringify(after)).not.toContain('99');
    });
  });
});
