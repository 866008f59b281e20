import { type Bilingual, both, same } from '../bilingual.ts';
import { type Chapter, cell, paragraph, warning } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';

export interface TorqueFact {
  readonly key: string;
  readonly fastener: Bilingual;
  readonly appliesTo: string;
  readonly thread: string;
  readonly value: Bilingual;
}

export function torqueFacts({ tags, values }: Plant): TorqueFact[] {
  const pumps = `${tags.pumpA}, ${tags.pumpB}`;
  return [
    {
      key: 'torque.seal-cover',
      fastener: both('Seal cover bolts', '密封压盖螺栓'),
      appliesTo: pumps,
      thread: 'M10',
      value: values.torqueSealCover,
    },
    { key: 'torque.casing', fastener: both('Casing bolts', '泵壳螺栓'), appliesTo: pumps, thread: 'M16', value: values.torqueCasing },
    {
      key: 'torque.coupling',
      fastener: both('Coupling hub set screws', '联轴器轮毂紧定螺钉'),
      appliesTo: pumps,
      thread: 'M8',
      value: values.torqueCoupling,
    },
    {
      key: 'torque.foundation',
      fastener: both('Foundation bolts', '地脚螺栓'),
      appliesTo: tags.skid,
      thread: 'M20',
      value: values.torqueFoundation,
    },
    {
      key: 'torque.flange',
      fastener: both('Flange bolts DN 100', 'DN 100 法兰螺栓'),
      appliesTo: tags.skid,
      thread: 'M16',
      value: values.torqueFlange,
    },
    {
      key: 'torque.motor-feet',
      fastener: both('Motor foot bolts', '电机底脚螺栓'),
      appliesTo: `${tags.motorA}, ${tags.motorB}`,
      thread: 'M12',
      value: values.torqueMotorFeet,
    },
    {
      key: 'torque.terminals',
      fastener: both('Motor terminal nuts', '电机接线端子螺母'),
      appliesTo: `${tags.motorA}, ${tags.motorB}`,
      thread: 'M6',
      value: values.torqueTerminals,
    },
    {
      key: 'torque.strainer',
      fastener: both('Strainer cover nuts', '过滤器端盖螺母'),
      appliesTo: `${tags.strainerA}, ${tags.strainerB}`,
      thread: 'M12',
      value: values.torqueStrainer,
    },
    {
      key: 'torque.make-up',
      fastener: both('Pump cover screws', '泵盖螺钉'),
      appliesTo: tags.makeUp,
      thread: 'M6',
      value: values.torqueMakeUpCover,
    },
  ];
}

export function installationChapter(plant: Plant, random: Random): Chapter {
  const { tags, values } = plant;
  return {
    name: 'installation',
    title: both('Installation', '安装'),
    blocks: [
      warning(
        'warning',
        both(
          'Suspended load. Lift the skid at the four lugs of the base frame only; never lift it at a motor eye bolt.',
          '起吊危险。只能用底座上的四个吊耳起吊撬装，严禁用电机吊环起吊。',
        ),
        'installation.lifting',
      ),
    ],
    sections: [
      {
        title: both('Foundation and grouting', '基础与灌浆'),
        blocks: [
          {
            kind: 'steps',
            items: [
              cell(both('Set the base frame on shims and level it to 0.2 mm/m.', '用垫片支承底座，找平至 0.2 mm/m。')),
              cell(both('Fill the frame with non-shrink grout up to the upper edge.', '用无收缩灌浆料灌满底座至上沿。')),
              cell(
                both(
                  `Let the grout cure for ${values.groutCure.en} before the foundation bolts are tightened.`,
                  `灌浆料养护 ${values.groutCure.zh} 后方可紧固地脚螺栓。`,
                ),
                'installation.grout',
              ),
              cell(
                both(
                  `Check for soft foot; more than ${values.softFoot.en} is corrected with shims.`,
                  `检查软脚，超过 ${values.softFoot.zh} 时用垫片修正。`,
                ),
                'installation.soft-foot',
              ),
            ],
          },
        ],
      },
      {
        title: both('Piping', '配管'),
        blocks: [
          paragraph(
            both(
              'Pipes are supported next to the flanges and are joined free of stress. Flush the pipes before the strainer baskets are put in.',
              '管道须在法兰附近设支架，无应力连接。装入滤篮前应冲洗管道。',
            ),
          ),
        ],
      },
      {
        title: both('Alignment limits', '对中允差'),
        blocks: [
          {
            kind: 'table',
            caption: both('Limits of coupling alignment', '联轴器对中允差'),
            ruled: true,
            columns: [
              { title: both('Parameter', '参数'), share: 0.6 },
              { title: both('Limit', '允差'), share: 0.4 },
            ],
            rows: [
              { cells: [cell(both('Parallel offset', '径向偏差')), cell(values.alignmentParallel, 'alignment.parallel')] },
              {
                cells: [cell(both('Angular offset per 100 mm', '每 100 mm 角向偏差')), cell(values.alignmentAngular, 'alignment.angular')],
              },
              { cells: [cell(both('Gap between coupling hubs', '联轴器轮毂间隙')), cell(values.couplingGap, 'alignment.gap')] },
            ],
          },
        ],
      },
      {
        title: both('Tightening torques', '紧固力矩'),
        blocks: [
          paragraph(
            both(
              'Torques hold for clean, lightly oiled threads of class 8.8. Tighten crosswise in two rounds.',
              '力矩适用于清洁、薄涂油的 8.8 级螺纹。分两遍对角紧固。',
            ),
          ),
          {
            kind: 'table',
            caption: both('Tightening torques', '紧固力矩'),
            ruled: true,
            columns: [
              { title: both('Fastener', '紧固件'), share: 0.34 },
              { title: both('Applies to', '适用设备'), share: 0.3 },
              { title: both('Thread', '螺纹'), share: 0.14 },
              { title: both('Torque', '力矩'), share: 0.22 },
            ],
            rows: random.shuffle(torqueFacts(plant)).map((fact) => ({
              cells: [cell(fact.fastener), cell(same(fact.appliesTo)), cell(same(fact.thread)), cell(fact.value, fact.key)],
            })),
          },
        ],
      },
      {
        title: both('Electrical connection', '电气连接'),
        blocks: [
          paragraph(
            both(
              `The cable between ${tags.drive} and ${tags.motorA} is screened and earthed at both ends. Check the direction of rotation with the coupling element taken out.`,
              `${tags.drive} 与 ${tags.motorA} 之间的电缆须为屏蔽电缆，两端接地。拆下联轴器弹性体后检查转向。`,
            ),
          ),
        ],
      },
    ],
  };
}
