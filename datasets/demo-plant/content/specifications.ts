import { type Bilingual, both, same } from '../bilingual.ts';
import { type Block, type Chapter, cell, paragraph, type Section } from '../manual/blocks.ts';
import type { Plant } from '../plant.ts';
import type { Random } from '../random.ts';

/** One value of one asset, printed in a table under `key`. */
export interface SpecificationFact {
  readonly key: string;
  readonly asset: string;
  /** As a technician would call it in a question. */
  readonly parameter: Bilingual;
  readonly value: Bilingual;
}

type Line = readonly [name: string, parameter: Bilingual, pumpA: Bilingual | undefined, pumpB: Bilingual | undefined];

function pumpLines({ values }: Plant): Line[] {
  return [
    ['flow', both('Rated flow', '额定流量'), values.flowA, values.flowB],
    ['head', both('Rated head', '额定扬程'), values.headA, values.headB],
    ['minimum-flow', both('Minimum continuous flow', '最小连续流量'), values.minimumFlowA, values.minimumFlowB],
    ['npsh', both('NPSH required', '必需汽蚀余量'), values.npshA, values.npshB],
    ['speed', both('Speed', '转速'), values.speedA, values.speedB],
    ['impeller', both('Impeller diameter', '叶轮直径'), values.impellerA, values.impellerB],
    ['power', both('Motor rated power', '电机额定功率'), values.powerA, values.powerB],
    ['current', both('Motor rated current', '电机额定电流'), values.currentA, values.currentB],
    ['weight', both('Weight with motor', '带电机重量'), values.weightA, values.weightB],
  ];
}

export function specificationFacts(plant: Plant): SpecificationFact[] {
  const { tags, values } = plant;
  const pumps = pumpLines(plant).flatMap(([name, parameter, pumpA, pumpB]) => [
    ...(pumpA === undefined ? [] : [{ key: `spec.${name}.A`, asset: tags.pumpA, parameter, value: pumpA }]),
    ...(pumpB === undefined ? [] : [{ key: `spec.${name}.B`, asset: tags.pumpB, parameter, value: pumpB }]),
  ]);
  return [
    ...pumps,
    { key: 'spec.make-up.flow', asset: tags.makeUp, parameter: both('Rated flow', '额定流量'), value: values.makeUpFlow },
    { key: 'spec.make-up.power', asset: tags.makeUp, parameter: both('Motor rated power', '电机额定功率'), value: values.makeUpPower },
    {
      key: 'spec.make-up.pressure',
      asset: tags.makeUp,
      parameter: both('Maximum working pressure', '最大工作压力'),
      value: values.maximumPressureMakeUp,
    },
    { key: 'spec.cooler.duty', asset: tags.cooler, parameter: both('Heat duty', '换热量'), value: values.coolerDuty },
    { key: 'spec.cooler.area', asset: tags.cooler, parameter: both('Heat transfer area', '换热面积'), value: values.coolerArea },
    { key: 'spec.cooler.test', asset: tags.cooler, parameter: both('Test pressure', '试验压力'), value: values.coolerTest },
    { key: 'spec.tank.volume', asset: tags.tank, parameter: both('Nominal volume', '公称容积'), value: values.tankVolume },
    { key: 'spec.tank.precharge', asset: tags.tank, parameter: both('Pre-charge pressure', '预充压力'), value: values.tankPrecharge },
    {
      key: 'spec.tank.relief',
      asset: tags.tank,
      parameter: both('Set pressure of the relief valve', '安全阀整定压力'),
      value: values.tankRelief,
    },
    { key: 'spec.strainer.mesh', asset: tags.strainerA, parameter: both('Mesh width of the basket', '滤篮网孔尺寸'), value: values.mesh },
  ];
}

function valueTable(caption: Bilingual, rows: readonly { parameter: Bilingual; value: Bilingual; key?: string }[]): Block {
  return {
    kind: 'table',
    caption,
    ruled: true,
    columns: [
      { title: both('Parameter', '参数'), share: 0.6 },
      { title: both('Value', '数值'), share: 0.4 },
    ],
    rows: rows.map(({ parameter, value, key }) => ({ cells: [cell(parameter), cell(value, key)] })),
  };
}

export function specificationChapter(plant: Plant, random: Random): Chapter {
  const { tags, values } = plant;
  const facts = specificationFacts(plant);
  const factsOf = (asset: string) => facts.filter((fact) => fact.asset === asset);
  const keyOf = (key: string) => (facts.some((fact) => fact.key === key) ? key : undefined);
  const keyed = (text: Bilingual | undefined, key: string) => cell(text ?? same('–'), text === undefined ? undefined : keyOf(key));
  const sections: Section[] = [
    {
      title: both(`Plate cooler ${tags.cooler}`, `板式冷却器 ${tags.cooler}`),
      blocks: [
        valueTable(both(`Data of ${tags.cooler}`, `${tags.cooler} 数据`), [
          ...random.shuffle(factsOf(tags.cooler)),
          {
            parameter: both('Number of plates', '板片数'),
            value: both(values.coolerPlates.en, values.coolerPlates.en.replace('plates', '片')),
            key: 'spec.cooler.plates',
          },
          { parameter: both('Dimension A when tightened', '夹紧尺寸 A'), value: values.coolerDimension, key: 'spec.cooler.dimension' },
          { parameter: both('Plate material', '板片材料'), value: same('1.4401') },
        ]),
      ],
    },
    {
      title: both(`Expansion tank ${tags.tank}`, `膨胀罐 ${tags.tank}`),
      blocks: [valueTable(both(`Data of ${tags.tank}`, `${tags.tank} 数据`), random.shuffle(factsOf(tags.tank)))],
    },
    {
      title: both(`Make-up pump ${tags.makeUp}`, `补水泵 ${tags.makeUp}`),
      blocks: [
        paragraph(
          both(
            `${tags.makeUp} is made by Tessmar. The values of the circulation pumps do not apply to it.`,
            `${tags.makeUp} 由 Tessmar 制造，循环泵的数值对其不适用。`,
          ),
        ),
        valueTable(both(`Data of ${tags.makeUp}`, `${tags.makeUp} 数据`), random.shuffle(factsOf(tags.makeUp))),
      ],
    },
    {
      title: both('Suction strainers', '吸入过滤器'),
      blocks: [
        valueTable(both(`Data of ${tags.strainerA} and ${tags.strainerB}`, `${tags.strainerA} 和 ${tags.strainerB} 数据`), [
          ...factsOf(tags.strainerA),
          { parameter: both('Basket material', '滤篮材料'), value: same('1.4301') },
          { parameter: both('Nominal size', '公称通径'), value: same('DN 100') },
        ]),
      ],
    },
  ];
  return {
    name: 'specifications',
    title: both('Specifications', '技术规格'),
    blocks: [
      paragraph(
        both(
          'Values hold for water at 20 °C. Where pumps A and B differ, each value holds for its own pump only.',
          '数值以 20 °C 水为准。泵 A 与泵 B 不同之处，各值仅适用于对应的泵。',
        ),
      ),
    ],
    sections: [
      {
        title: both('Circulation pumps', '循环泵'),
        blocks: [
          {
            kind: 'table',
            caption: both('Data of the circulation pumps', '循环泵数据'),
            ruled: true,
            columns: [
              { title: both('Parameter', '参数'), share: 0.4 },
              { title: same(tags.pumpA), share: 0.3 },
              { title: same(tags.pumpB), share: 0.3 },
            ],
            rows: [
              ...random.shuffle(pumpLines(plant)).map(([name, parameter, pumpA, pumpB]) => ({
                cells: [cell(parameter), keyed(pumpA, `spec.${name}.A`), keyed(pumpB, `spec.${name}.B`)],
              })),
              {
                cells: [
                  cell(both('Maximum working pressure', '最大工作压力')),
                  cell(values.maximumPressure, 'spec.pressure'),
                  cell(values.maximumPressure),
                ],
              },
              {
                cells: [
                  cell(both('Variable-frequency drive', '变频器')),
                  cell(same(tags.drive)),
                  cell(both('none', '无'), 'spec.no-drive'),
                ],
              },
              {
                cells: [
                  cell(both('Mechanical seal', '机械密封')),
                  cell(both('cartridge, flushed', '集装式，带冲洗')),
                  cell(both('component type, not flushed', '分体式，无冲洗')),
                ],
              },
            ],
          },
        ],
      },
      ...random.shuffle(sections),
    ],
  };
}
