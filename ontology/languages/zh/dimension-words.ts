import type { DimensionForms, PlainDimensionForms } from '../language.ts';

/** Chinese wordings that leave no doubt which kind of value is asked for. */
export const PLAIN_DIMENSION_FORMS: PlainDimensionForms = {
  time: '多久|多长时间|间隔多|周期|每隔多|多少小时|多少个?月|多少天',
  torque: '扭矩|力矩|扭力|多紧',
  temperature: '几度|多热|多少度',
  mass: '多重',
  'rotational-speed': '多快',
};

/** Chinese words by which people ask for a value of some physical kind. */
export const DIMENSION_FORMS: DimensionForms = {
  torque: '扭矩|力矩|扭力|拧紧|拧到|紧固',
  pressure: '压力|压强|压差|真空度',
  temperature: '温度|多热|几度|温升|油温|水温',
  'volume-flow': '流量|排量',
  'rotational-speed': '转速|速度',
  voltage: '电压',
  current: '电流',
  power: '功率',
  frequency: '频率',
  velocity: '振动|震动|振速|流速|速度',
  'sound-level': '噪声|噪音|声压',
  mass: '重量|质量|多重|净重',
  volume: '容量|容积|体积|油量|水量|加多少|加注量|注油量|用量',
  length: '间隙|长度|距离|直径|厚度|宽度|高度|深度|跳动|偏差|对中|同心度|扬程|汽蚀余量|磨损量|尺寸|公差|轴向窜动',
  time: '多久|多长时间|间隔|周期|时间|几小时|几个月|多少小时|每隔|延时|时长|寿命',
  ratio: '百分|效率|湿度|浓度|比例|开度|含量',
  viscosity: '粘度|黏度',
  'mass of grease': '油脂量|注脂量|脂量',
  resistance: '电阻|绝缘',
  money: '费用|价格|成本|多少钱',
  density: '密度',
  force: '作用力|张力|拉力',
  concentration: '浓度',
  angle: '角度',
};
