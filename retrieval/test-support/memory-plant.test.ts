import { describe } from 'vitest';
import { type Key, makeFact } from '../../kernel/index.ts';
import { keyReaderContract } from '../../kernel/ports/key-reader.contract.ts';
import { passageReaderContract } from '../../kernel/ports/passage-reader.contract.ts';
import { openStaticEmbedder } from '../../models/index.ts';
import { EVERYTHING, makeMemoryPlant, REGISTER } from './memory-plant.ts';

passageReaderContract('a plant in memory', async () => {
  const plant = makeMemoryPlant(openStaticEmbedder());
  await plant.addDocument('other', ['泵 pump']);
  const [first] = await plant.addDocument('manual', [{ text: 'Pump 泵', kind: 'heading' }, '轴承温度 85 ℃', 'Grease the bearing.']);
  if (first === undefined) throw new Error('passages were added');
  return { reader: plant.passages, access: EVERYTHING, version: first.passage.versionId, close: async () => undefined };
});

describe.each([
  { language: 'zh', modes: ['泄漏', '渗漏', '振动'], sentences: ['P-9 泄漏', '泵-3 泄漏', 'P-9 振动', 'P-9 又泄漏'] },
  {
    language: 'en',
    modes: ['leak', 'leakage', 'vibration'],
    sentences: ['P-9 has a leak', 'pump-3 leaks', 'P-9 vibrates', 'P-9 leaks again'],
  },
] as const)('in $language', ({ modes, sentences }) => {
  keyReaderContract('a plant in memory', async () => {
    const plant = makeMemoryPlant(openStaticEmbedder());
    const pump = plant.addKey('FunctionalLocation', 'tag', 'P-9');
    const named = plant.addKey('Asset', 'name', modes[0] === 'leak' ? 'pump-3' : '泵-3');
    const [leak, leakage, vibration] = [modes[0], modes[1], modes[2]].map((mode) => plant.addKey('FailureMode', 'name', mode));
    const [first, second, third, again] = await plant.addDocument('log', sentences);
    if (!leak || !leakage || !vibration || !first || !second || !third || !again) throw new Error('keys and passages were added');
    plant.link(leak, leakage);
    await plant.addFact(pump, 'HAS_MODE', leak, first);
    await plant.addFact(pump, 'HAS_MODE', leak, again);
    await plant.addFact(named, 'HAS_MODE', leak, second);
    await plant.addFact(pump, 'HAS_MODE', vibration, third);
    const factOf = (subject: Key, object: Key) => makeFact(subject.id, 'HAS_MODE', { kind: 'key', key: object.id }, []);
    return {
      reader: plant.keys,
      access: EVERYTHING,
      versions: [REGISTER, first.passage.versionId],
      keys: [pump, named, leak, leakage, vibration],
      links: [[leak.id, leakage.id]],
      facts: [
        { fact: factOf(pump, leak), passages: [first.passage.id, again.passage.id] },
        { fact: factOf(named, leak), passages: [second.passage.id] },
        { fact: factOf(pump, vibration), passages: [third.passage.id] },
      ],
      close: async () => undefined,
    };
  });
});
