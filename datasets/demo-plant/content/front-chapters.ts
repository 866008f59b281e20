import { both, same } from '../bilingual.ts';
import { type Chapter, cell, paragraph, warning } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import { descriptionChapter } from './description-chapter.ts';

/** About the manual, safety, description. */
export function frontChapters(plant: Plant): Chapter[] {
  return [aboutChapter(plant), safetyChapter(plant), descriptionChapter(plant)];
}

function aboutChapter({ tags, documents }: Plant): Chapter {
  return {
    name: 'about',
    title: both('About this manual', '关于本手册'),
    blocks: [
      paragraph(
        both(
          `This manual is for operators, maintenance technicians and engineers who work on cooling water skid ${tags.skid}. It covers installation, operation, fault finding and maintenance of the skid as delivered. Drawings and the wiring diagram are supplied separately.`,
          `本手册供操作、检修和技术人员使用，适用于冷却水撬装 ${tags.skid}。内容包括交付状态下撬装的安装、操作、故障查找和维护。图纸和接线图另行提供。`,
        ),
      ),
      paragraph(
        both(
          'Keep the manual at the control panel for the whole life of the skid. If a value in this manual differs from a value on a nameplate, stop and ask the plant engineer before you go on.',
          '本手册应在撬装整个使用期内存放在控制柜处。若手册数值与铭牌不一致，应停止作业，向设备工程师确认后再继续。',
        ),
      ),
    ],
    sections: [
      {
        title: both('Signal words', '警示用语'),
        blocks: [
          paragraph(both('Four signal words mark hazards and important hints in this manual.', '本手册用四个警示用语标出危险和重要提示。')),
          {
            kind: 'table',
            caption: both('Signal words', '警示用语'),
            ruled: true,
            columns: [
              { title: both('Signal word', '用语'), share: 0.22 },
              { title: both('What happens if it is ignored', '忽视后果'), share: 0.78 },
            ],
            rows: [
              { cells: [cell(both('Danger', '危险')), cell(both('Death or severe injury will follow.', '必然造成死亡或重伤。'))] },
              { cells: [cell(both('Warning', '警告')), cell(both('Death or severe injury may follow.', '可能造成死亡或重伤。'))] },
              {
                cells: [
                  cell(both('Caution', '注意')),
                  cell(both('Light injury or damage to the equipment may follow.', '可能造成轻伤或设备损坏。')),
                ],
              },
              {
                cells: [
                  cell(both('Notice', '提示')),
                  cell(both('The equipment works less well or wears faster.', '设备性能下降或磨损加快。')),
                ],
              },
            ],
          },
        ],
      },
      {
        title: both('Other documents', '相关文件'),
        blocks: [
          {
            kind: 'table',
            caption: both('Documents that belong to the skid', '撬装随附文件'),
            ruled: true,
            columns: [
              { title: both('Document', '文件'), share: 0.6 },
              { title: both('Number', '编号'), share: 0.4 },
            ],
            rows: [
              {
                cells: [
                  cell(both('Lockout/tagout procedure, English', '上锁挂牌规程，英文')),
                  cell(same(documents.lockoutEn.number), 'document.lockout'),
                ],
              },
              { cells: [cell(both('Lockout/tagout procedure, Chinese', '上锁挂牌规程，中文')), cell(same(documents.lockoutZh.number))] },
              { cells: [cell(both('Piping and instrument diagram', '管道及仪表流程图')), cell(same(`CWS-PID-${tags.loop}`))] },
              { cells: [cell(both('Wiring diagram of the control panel', '控制柜接线图')), cell(same(`CWS-WD-${tags.loop}`))] },
            ],
          },
        ],
      },
      {
        title: both('Abbreviations', '缩写'),
        blocks: [
          {
            kind: 'bullets',
            items: [
              cell(both('DE, NDE: drive end, non-drive end of a motor or pump', 'DE、NDE：电机或泵的驱动端、非驱动端')),
              cell(both('MCC: motor control centre', 'MCC：电动机控制中心')),
              cell(both('NPSH: net positive suction head', 'NPSH：汽蚀余量')),
              cell(both('VFD: variable-frequency drive', 'VFD：变频器')),
            ],
          },
        ],
      },
    ],
  };
}

function safetyChapter({ tags, values, documents }: Plant): Chapter {
  return {
    name: 'safety',
    title: both('Safety', '安全'),
    blocks: [
      warning(
        'danger',
        both(
          `Stored electrical energy. After the supply of ${tags.drive} is switched off, wait ${values.driveWait.en} before the cover is opened.`,
          `残余电能危险。${tags.drive} 断电后，须等待 ${values.driveWait.en} 才能打开盖板。`,
        ),
        'safety.drive-wait',
      ),
      warning(
        'warning',
        both(
          'The pumps may start without notice from the automatic changeover. Never reach into a coupling guard while a pump is in automatic mode.',
          '泵可能因自动切换而突然启动。泵处于自动方式时，严禁将手伸入联轴器护罩。',
        ),
        'safety.automatic-start',
      ),
    ],
    sections: [
      {
        title: both('Intended use', '预期用途'),
        blocks: [
          paragraph(
            both(
              'The skid circulates treated cooling water in a closed loop. It must not be used for drinking water, for flammable liquids or for sea water.',
              '撬装用于闭式回路中循环经处理的冷却水。不得用于饮用水、易燃液体或海水。',
            ),
            'safety.intended-use',
          ),
          paragraph(
            both(
              `The pressure in the loop must not exceed ${values.maximumPressure.en} and the water must not be hotter than ${values.designTemperature.en}.`,
              `回路压力不得超过 ${values.maximumPressure.zh}，水温不得高于 ${values.designTemperature.zh}。`,
            ),
          ),
        ],
      },
      {
        title: both('People', '人员要求'),
        blocks: [
          {
            kind: 'bullets',
            items: [
              cell(
                both(
                  'Operators are trained on the panel and on the alarm list of this manual.',
                  '操作人员须接受控制柜和本手册报警表的培训。',
                ),
              ),
              cell(
                both(
                  'Mechanical work is done by technicians who hold the site permit for rotating equipment.',
                  '机械作业由持有现场转动设备作业许可的人员进行。',
                ),
              ),
              cell(both('Electrical work is done by qualified electricians only.', '电气作业只能由持证电工进行。')),
            ],
          },
        ],
      },
      {
        title: both('Protective equipment', '个人防护'),
        blocks: [
          {
            kind: 'bullets',
            items: [
              cell(both('Safety glasses and gloves for every job on the wet side', '接触介质侧的作业：护目镜和手套')),
              cell(
                both(
                  `Hearing protection near running pumps; the sound level at 1 m is ${values.noise.en}`,
                  `在运行泵附近佩戴护耳器;1 m 处声级为 ${values.noise.en}`,
                ),
                'safety.noise',
              ),
              cell(both('Safety shoes when parts heavier than 15 kg are lifted', '吊装 15 kg 以上零件时穿安全鞋')),
            ],
          },
        ],
      },
      {
        title: both('Isolation', '隔离'),
        blocks: [
          paragraph(
            both(
              `Before work on a pump begins, isolate it as laid down in lockout/tagout procedure ${documents.lockoutEn.number}. The emergency stop is not a means of isolation.`,
              `在泵上作业前，须按上锁挂牌规程 ${documents.lockoutZh.number} 进行隔离。急停按钮不能作为隔离手段。`,
            ),
            'safety.isolation',
          ),
          warning(
            'warning',
            both(
              'Hot water under pressure. Relieve the pressure and let the casing cool below 40 °C before a flange is loosened.',
              '高温承压水。松开法兰前，须泄压并待泵壳冷却至 40 °C 以下。',
            ),
            'safety.hot-water',
          ),
        ],
      },
      {
        title: both('Chemicals', '化学品'),
        blocks: [
          paragraph(
            both(
              'The loop water holds a corrosion inhibitor. Drained water goes to the collecting pit, never to the rain drain. Rinse skin and eyes with clean water after contact.',
              '回路水含缓蚀剂。排出的水须进入收集坑，严禁排入雨水沟。皮肤和眼睛接触后用清水冲洗。',
            ),
          ),
        ],
      },
    ],
  };
}
