import { expect, it, onTestFinished } from 'vitest';
import { makeFact } from '../../kernel/index.ts';
import { describeLedgers, openEmpty } from '../test-support/ledger-forms.test-support.ts';
import { chunksOf, ingest, modeKey, PLANT, pumpKey, type Sample, versionOf } from '../test-support/sample-documents.fixture.ts';
import { startParsedDigest } from './content.ts';

const NEVER = new AbortController().signal;
const MANUAL: Sample = {
  uri: '手册',
  says: [
    ['P-101', '外部泄漏'],
    ['P-102', 'vibration'],
  ],
  same: [['外部泄漏', 'vibration', 'apposition']],
  rows: [
    ['P-101', 0, 4],
    ['P-102', 40, null],
  ],
};
/** What the sample's quarantine holds of its first sentence. */
const HELD = makeFact(modeKey('外部泄漏').id, 'HAS_EFFECT', { kind: 'key', key: pumpKey('P-101').id }, []);

function digestParsed(...reading: Parameters<ReturnType<typeof startParsedDigest>['add']>) {
  const digest = startParsedDigest();
  digest.add(...reading);
  return digest.end();
}

describeLedgers('the digest of a version', (form) => {
  async function open() {
    const ledger = await openEmpty(form, { now: () => 1_700_000_000_000 });
    onTestFinished(() => ledger.close());
    return ledger;
  }
  const sound = (checked: number) => ({ checked, uncovered: 0, damaged: [] });

  it('holds whatever people decide, and whatever becomes of other versions', async () => {
    const ledger = await open();
    await ingest(ledger, MANUAL);
    expect(await ledger.content.verify(NEVER)).toEqual(sound(1));
    const deciding = { actor: '张工', reason: 'seen' };
    const { id } = await ledger.decisions.decide(PLANT, { ...deciding, decision: { kind: 'accept-fact', fact: HELD.id } });
    expect((await ledger.keys.about(await ledger.accessFor(PLANT, 'all'), [HELD.subject], ['HAS_EFFECT'], 9)).length).toBe(1);
    expect(await ledger.content.verify(NEVER)).toEqual(sound(1));
    await ledger.decisions.decide(PLANT, { ...deciding, decision: { kind: 'undo', undoes: id } });
    await ledger.decisions.decide(PLANT, {
      ...deciding,
      decision: { kind: 'cannot-link', a: modeKey('外部泄漏').id, b: modeKey('vibration').id },
    });
    expect(await ledger.content.verify(NEVER)).toEqual(sound(1));
    const other = { ...MANUAL, uri: 'notes', rows: [] };
    await ingest(ledger, other);
    expect(await ledger.content.verify(NEVER)).toEqual(sound(2));
    await ledger.retract(versionOf(other));
    await ledger.purge(versionOf(other));
    expect(await ledger.content.verify(NEVER)).toEqual(sound(1));
  });

  it('is of what was parsed, so that a fresh reading can be compared with it', async () => {
    const ledger = await open();
    const id = await ingest(ledger, MANUAL);
    const { parsed } = chunksOf(MANUAL);
    const passages = parsed.flatMap((chunk) => chunk.passages);
    const records = parsed.flatMap((chunk) => chunk.records);
    expect(await ledger.content.parsed(id, NEVER)).toMatchObject(digestParsed(passages, records));
    const [first, ...rest] = passages;
    if (first === undefined) throw new Error('the sample has passages');
    const changed = digestParsed([{ ...first, text: first.text.replace('101', '102') }, ...rest], records);
    expect((await ledger.content.parsed(id, NEVER)).passages).not.toBe(changed.passages);
  });
});
