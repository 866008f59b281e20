import type { PlantLanguage } from '../bilingual.ts';
import type { Chapter } from '../manual/blocks.ts';
import type { ManualSource } from '../manual/lay-out-manual.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';
import { createWording, type Wording, wordChapters } from '../wording.ts';
import { type Alarm, alarmChapter, makeAlarms } from './alarms.ts';
import { closingChapters } from './closing-chapters.ts';
import { frontChapters } from './front-chapters.ts';
import { installationChapter } from './installation.ts';
import { type Instrument, instrumentChapter, instruments } from './instruments.ts';
import { maintenanceChapter, sparePartChapter } from './maintenance.ts';
import { operationChapter, operationProcedures } from './operation-chapter.ts';
import { type Procedure, procedureBlocks } from './procedure.ts';
import { procedureChapter } from './procedure-chapter.ts';
import { specificationChapter } from './specifications.ts';
import { makeTroubles, type Trouble, troubleChapter } from './troubles.ts';

/** What the manuals say, as data: the questions are made of it. */
export interface Content {
  /** Already in the seed's wording; what follows is in the words of the sources. */
  readonly chapters: readonly Chapter[];
  readonly wording: Wording;
  readonly alarms: readonly Alarm[];
  readonly troubles: readonly Trouble[];
  readonly procedures: readonly Procedure[];
  readonly instruments: readonly Instrument[];
}

export function makeContent(plant: Plant, random: Random): Content {
  const alarms = makeAlarms(plant, random.fork('alarms'));
  const troubles = makeTroubles(plant, random.fork('troubles'));
  const maintenance = procedureChapter(plant, random.fork('procedures'));
  const operation = operationProcedures(plant);
  const list = random.fork('instruments').shuffle(instruments(plant, random.fork('ranges')));
  const late = [
    maintenanceChapter(plant, random.fork('maintenance')),
    maintenance.chapter,
    alarmChapter(alarms),
    troubleChapter(troubles),
    instrumentChapter(plant, list, random.fork('water')),
    sparePartChapter(plant, random.fork('parts')),
  ];
  const wording = createWording(random.fork('terms'));
  return {
    wording,
    alarms,
    troubles,
    procedures: [...operation, ...maintenance.procedures],
    instruments: list,
    chapters: wordChapters(
      [
        ...frontChapters(plant),
        specificationChapter(plant, random.fork('specifications')),
        installationChapter(plant, random.fork('installation')),
        operationChapter(plant, operation, procedureBlocks),
        ...random.fork('chapters').shuffle(late),
        ...closingChapters(plant),
      ],
      wording,
    ),
  };
}

export function manualSource(plant: Plant, content: Content, language: PlantLanguage): ManualSource {
  const { manualEn, manualZh } = plant.documents;
  const makers = ['Nordhaven Skid Systems', 'Nordhaven · Elmark · Kalvik · Tessmar'];
  const shared = { language, makers, chapters: content.chapters, warningStyle: plant.warningStyle };
  if (language === 'en') {
    return {
      ...shared,
      document: manualEn,
      subtitle: 'Two-pump skid with plate cooler and expansion tank',
      revisions: [
        { revision: 'A', date: '2021-04-12', change: 'First issue' },
        {
          revision: manualEn.revision,
          date: manualEn.date,
          change: 'Alarm list and spare part numbers brought up to date; section on winter shutdown added',
        },
      ],
    };
  }
  return {
    ...shared,
    document: manualZh,
    subtitle: '双泵撬装，带板式冷却器和膨胀罐',
    revisions: [
      { revision: 'A', date: '2021-04-12', change: '首次发布' },
      { revision: manualEn.revision, date: manualEn.date, change: '更新报警表和备件号' },
      {
        revision: manualZh.revision,
        date: manualZh.date,
        change: '更改三项数值；新增变频器参数表。中文版为本版本的译文，未含冬季停机和水质限值',
      },
    ],
  };
}
