import { type Bilingual, both, same } from '../bilingual.ts';
import { type Chapter, cell, paragraph } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';

/** Storage and disposal, and the form of the commissioning record. */
export function closingChapters(plant: Plant): Chapter[] {
  return [storageChapter(plant), recordChapter(plant)];
}

function storageChapter({ tags }: Plant): Chapter {
  return {
    name: 'storage',
    title: both('Transport, storage and disposal', '运输、贮存与报废'),
    blocks: [
      paragraph(
        both(
          'Check the skid for damage of transport on the day it arrives and report it in writing. Keep all covers on the flanges until the pipes are joined.',
          '撬装到货当天检查有无运输损坏，并书面报告。接管前保留所有法兰盖。',
        ),
      ),
    ],
    sections: [
      {
        title: both('Storage', '贮存'),
        blocks: [
          {
            kind: 'bullets',
            items: [
              cell(both('Store the skid dry, free of vibration and covered against dust.', '撬装应存放在干燥、无振动处，并遮盖防尘。')),
              cell(
                both('Turn the pump shafts by hand once a week, so that the bearings do not mark.', '每周手动盘车一次，防止轴承产生压痕。'),
              ),
              cell(both('Switch on the standstill heating of the motors where there is one.', '电机有防潮加热时应投用。')),
              cell(
                both(
                  'Rubber parts keep in the dark; the age of a seal counts from its date of make.',
                  '橡胶件避光存放；密封件寿命从制造日期起算。',
                ),
              ),
            ],
          },
        ],
      },
      {
        title: both('Disposal', '报废'),
        blocks: [
          paragraph(
            both(
              `Drain the loop into the collecting pit, take the nitrogen off ${tags.tank} and hand grease and inhibitor to a licensed company. Electronic boards of ${tags.drive} and of the panel are electrical waste.`,
              `将回路排入收集坑，放尽 ${tags.tank} 的氮气，润滑脂和缓蚀剂交有资质的单位处理。${tags.drive} 和控制柜的电路板按电子废物处理。`,
            ),
          ),
        ],
      },
    ],
  };
}

function recordChapter({ tags }: Plant): Chapter {
  const line = (text: Bilingual) => ({ cells: [cell(text), cell(same('□')), cell(same('□'))] });
  return {
    name: 'record',
    title: both('Commissioning record', '调试记录'),
    blocks: [
      paragraph(
        both(
          'Copy this page, fill it in during commissioning and keep it with the skid. An item that cannot be ticked is reported before the skid is handed over.',
          '复印本页，在调试时填写并随撬装保存。未能勾选的项目须在移交前报告。',
        ),
      ),
      {
        kind: 'table',
        caption: both('Commissioning record', '调试记录'),
        ruled: true,
        columns: [
          { title: both('Item', '项目'), share: 0.64 },
          { title: same(tags.pumpA), share: 0.18 },
          { title: same(tags.pumpB), share: 0.18 },
        ],
        rows: [
          line(both('Base frame level and grouted', '底座已找平并灌浆')),
          line(both('Pipes joined without stress', '管道无应力连接')),
          line(both('Coupling aligned, printout filed', '联轴器已对中，记录存档')),
          line(both('Coupling guard in place', '联轴器护罩已装好')),
          line(both('Direction of rotation right', '转向正确')),
          line(both('Casing vented', '泵壳已排气')),
          line(both('Mechanical seal dry after one hour', '运行一小时后机械密封无泄漏')),
          line(both('Currents of the three phases noted', '三相电流已记录')),
          line(both('Emergency stop tried', '急停已试验')),
          line(both('Automatic changeover tried', '自动切换已试验')),
          line(both('Alarms tried at the panel', '报警已在控制柜试验')),
        ],
      },
    ],
    sections: [
      {
        title: both('Signatures', '签字'),
        blocks: [
          paragraph(
            both('Commissioning engineer, operator and safety officer sign with date.', '调试工程师、操作方和安全员签字并注明日期。'),
          ),
        ],
      },
    ],
  };
}
