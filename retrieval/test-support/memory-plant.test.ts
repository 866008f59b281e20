import { passageReaderContract } from '../../kernel/ports/passage-reader.contract.ts';
import { openStaticEmbedder } from '../../models/index.ts';
import { EVERYTHING, makeMemoryPlant } from './memory-plant.ts';

passageReaderContract('a plant in memory', async () => {
  const plant = makeMemoryPlant(openStaticEmbedder());
  await plant.addDocument('other', ['泵 pump']);
  const [first] = await plant.addDocument('manual', [{ text: 'Pump 泵', kind: 'heading' }, '轴承温度 85 ℃', 'Grease the bearing.']);
  if (first === undefined) throw new Error('passages were added');
  return { reader: plant.passages, access: EVERYTHING, version: first.passage.versionId, close: async () => undefined };
});
