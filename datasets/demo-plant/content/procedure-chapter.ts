import { both } from '../bilingual.ts';
import { type Chapter, paragraph } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';
import { maintenanceProcedures } from './maintenance-procedures.ts';
import { type Procedure, procedureBlocks } from './procedure.ts';

export function procedureChapter(plant: Plant, random: Random): { chapter: Chapter; procedures: Procedure[] } {
  const procedures = random.shuffle(maintenanceProcedures(plant));
  const { documents } = plant;
  return {
    procedures,
    chapter: {
      name: 'procedures',
      title: both('Maintenance procedures', '维护规程'),
      blocks: [
        paragraph(
          both(
            `Each procedure begins with the equipment isolated as laid down in ${documents.lockoutEn.number}, unless the procedure says that the pump runs.`,
            `除规程注明泵须运行外，各项作业均应先按 ${documents.lockoutZh.number} 完成隔离。`,
          ),
        ),
      ],
      sections: procedures.map((procedure) => ({ title: procedure.title, blocks: procedureBlocks(procedure) })),
    },
  };
}
