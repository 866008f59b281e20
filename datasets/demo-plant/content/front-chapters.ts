import { both, same } from '../bilingual.ts';
import { type Chapter, cell, paragraph, warning } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';

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

function descriptionChapter({ tags, values }: Plant): Chapter {
  const component = (tag: string, en: string, zh: string, maker: string) => ({
    cells: [cell(same(tag)), cell(both(en, zh)), cell(same(maker))],
  });
  return {
    name: 'description',
    title: both('Description', '设备说明'),
    blocks: [
      paragraph(
        both(
          `Skid ${tags.skid} supplies the compressors and the hydraulic station with cooling water. One pump runs, the other is on standby. The water passes the plate cooler ${tags.cooler}, where it gives its heat to the tower water.`,
          `撬装 ${tags.skid} 向压缩机和液压站供应冷却水。一台泵运行，另一台备用。水流经板式冷却器 ${tags.cooler}，将热量传给冷却塔水。`,
        ),
      ),
      paragraph(
        both(
          `The expansion tank ${tags.tank} keeps the suction pressure. Losses are made up by ${tags.makeUp}, a small pump of another maker with data of its own.`,
          `膨胀罐 ${tags.tank} 维持吸入压力。水量损失由 ${tags.makeUp} 补充，该小泵由另一厂家制造，数据与主泵不同。`,
        ),
      ),
    ],
    sections: [
      {
        title: both('Main components', '主要部件'),
        blocks: [
          {
            kind: 'table',
            caption: both('Main components', '主要部件'),
            ruled: true,
            columns: [
              { title: both('Tag', '位号'), share: 0.2 },
              { title: both('Component', '部件'), share: 0.5 },
              { title: both('Maker and type', '厂家及型号'), share: 0.3 },
            ],
            rows: [
              component(
                tags.pumpA,
                'Circulation pump A, end suction, cartridge mechanical seal',
                '循环泵 A，端吸，集装式机械密封',
                'Nordhaven NHC 80-200V',
              ),
              component(
                tags.pumpB,
                'Circulation pump B, end suction, component mechanical seal',
                '循环泵 B，端吸，分体式机械密封',
                'Nordhaven NHC 80-190',
              ),
              component(tags.motorA, 'Motor of pump A, for drive operation', '泵 A 电机，变频专用', 'Elmark EM3-160V'),
              component(tags.motorB, 'Motor of pump B', '泵 B 电机', 'Elmark EM3-160'),
              component(tags.drive, 'Variable-frequency drive of pump A', '泵 A 变频器', 'Elmark FD-400'),
              component(tags.starter, 'Soft starter of pump B', '泵 B 软启动器', 'Elmark SR-40'),
              component(tags.strainerA, 'Suction strainer A', '吸入过滤器 A', 'Nordhaven NS 100'),
              component(tags.strainerB, 'Suction strainer B', '吸入过滤器 B', 'Nordhaven NS 100'),
              component(tags.cooler, 'Plate cooler', '板式冷却器', 'Kalvik PK-16'),
              component(tags.tank, 'Expansion tank with bladder', '囊式膨胀罐', 'Kalvik EX'),
              component(tags.makeUp, 'Make-up pump', '补水泵', 'Tessmar TM 25-4'),
              component(tags.panel, 'Control panel', '控制柜', 'Nordhaven'),
            ],
          },
        ],
      },
      {
        title: both('How the two pumps differ', '两台泵的区别'),
        blocks: [
          paragraph(
            both(
              `Only pump ${tags.pumpA} has a variable-frequency drive (${tags.drive}) and runs at variable speed. Pump ${tags.pumpB} runs at fixed speed and starts through soft starter ${tags.starter}.`,
              `只有泵 ${tags.pumpA} 配有变频器（${tags.drive}），可变速运行。泵 ${tags.pumpB} 定速运行，经软启动器 ${tags.starter} 启动。`,
            ),
            'description.difference',
          ),
          paragraph(
            both(
              `The mechanical seal of ${tags.pumpA} has a flush line with valve ${tags.flushA}; the flush pressure is ${values.sealFlush.en} above suction pressure. ${tags.pumpB} has no flush line.`,
              `${tags.pumpA} 的机械密封带冲洗管路和阀门 ${tags.flushA}，冲洗压力比吸入压力高 ${values.sealFlush.zh}。${tags.pumpB} 没有冲洗管路。`,
            ),
            'description.flush',
          ),
        ],
      },
      {
        title: both('Flow path', '流程'),
        blocks: [
          {
            kind: 'steps',
            items: [
              cell(both('Return water from the users enters the suction header.', '用户回水进入吸入总管。')),
              cell(
                both(
                  `It passes suction valve ${tags.suctionA} or ${tags.suctionB} and the strainer of the running pump.`,
                  `经吸入阀 ${tags.suctionA} 或 ${tags.suctionB} 和运行泵的过滤器。`,
                ),
              ),
              cell(
                both(
                  `The pump delivers it through check valve ${tags.checkA} or ${tags.checkB} and discharge valve ${tags.dischargeA} or ${tags.dischargeB}.`,
                  `泵将水经止回阀 ${tags.checkA} 或 ${tags.checkB} 和排出阀 ${tags.dischargeA} 或 ${tags.dischargeB} 送出。`,
                ),
              ),
              cell(
                both(
                  `Plate cooler ${tags.cooler} cools it to the supply temperature measured by ${tags.supplyTemperature}.`,
                  `板式冷却器 ${tags.cooler} 将其冷却到 ${tags.supplyTemperature} 所测的供水温度。`,
                ),
              ),
            ],
          },
        ],
      },
      {
        title: both('Control panel', '控制柜'),
        blocks: [
          paragraph(
            both(
              `Panel ${tags.panel} has a touch screen, the selector switches MANUAL-0-AUTO of both pumps, the horn, the reset key and the emergency stop. It is fed from ${tags.feederPanel}.`,
              `控制柜 ${tags.panel} 装有触摸屏、两台泵的 手动-0-自动 选择开关、蜂鸣器、复位按钮和急停按钮，由 ${tags.feederPanel} 供电。`,
            ),
          ),
          paragraph(
            both(
              `Pump ${tags.pumpA} is fed from ${tags.feederA}, pump ${tags.pumpB} from ${tags.feederB} and make-up pump ${tags.makeUp} from ${tags.feederMakeUp}.`,
              `泵 ${tags.pumpA} 由 ${tags.feederA} 供电，泵 ${tags.pumpB} 由 ${tags.feederB} 供电，补水泵 ${tags.makeUp} 由 ${tags.feederMakeUp} 供电。`,
            ),
            'description.feeders',
          ),
        ],
      },
    ],
  };
}
