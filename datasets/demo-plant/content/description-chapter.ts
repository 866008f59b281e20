import { both, same } from '../bilingual.ts';
import { type Chapter, cell, paragraph } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';

export function descriptionChapter({ tags, values }: Plant): Chapter {
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
