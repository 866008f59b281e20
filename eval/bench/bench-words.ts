/** Two languages of one thing. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

const pair = (en: string, zh: string): Words => ({ en, zh });

export const MACHINES: readonly Words[] = [
  pair('circulation pump', '循环泵'),
  pair('screw compressor', '螺杆压缩机'),
  pair('belt conveyor', '带式输送机'),
  pair('cooling fan', '冷却风机'),
  pair('gear reducer', '齿轮减速机'),
  pair('hydraulic station', '液压站'),
  pair('plate cooler', '板式冷却器'),
  pair('dosing pump', '计量泵'),
];

export const SYMPTOMS: readonly Words[] = [
  pair('excessive vibration', '振动过大'),
  pair('bearing overheats', '轴承过热'),
  pair('leakage at the shaft seal', '轴封泄漏'),
  pair('discharge pressure too low', '出口压力过低'),
  pair('motor trips on overload', '电机过载跳闸'),
  pair('abnormal noise', '异常噪声'),
  pair('oil pressure fluctuates', '油压波动'),
  pair('flow too small', '流量不足'),
  pair('belt slips', '皮带打滑'),
  pair('start fails', '无法启动'),
  pair('temperature too high', '温度过高'),
  pair('level reads wrong', '液位显示不准'),
];

export const CAUSES: readonly Words[] = [
  pair('worn bearing', '轴承磨损'),
  pair('impeller out of balance', '叶轮不平衡'),
  pair('coupling misaligned', '联轴器不对中'),
  pair('filter clogged', '滤芯堵塞'),
  pair('air in the suction line', '吸入管路进气'),
  pair('seal faces damaged', '密封端面损坏'),
  pair('lack of lubricant', '润滑不足'),
  pair('loose anchor bolts', '地脚螺栓松动'),
  pair('transmitter drifts', '变送器漂移'),
  pair('phase missing in the supply', '电源缺相'),
  pair('belt tension too low', '皮带张力过小'),
  pair('valve partly closed', '阀门未全开'),
];

export const REMEDIES: readonly Words[] = [
  pair('Replace the bearing', '更换轴承'),
  pair('Balance the rotor', '转子做动平衡'),
  pair('Align the coupling', '重新对中联轴器'),
  pair('Clean the filter', '清洗滤芯'),
  pair('Vent the suction line', '吸入管路排气'),
  pair('Replace the mechanical seal', '更换机械密封'),
  pair('Top up the lubricant', '补充润滑油'),
  pair('Tighten the anchor bolts', '紧固地脚螺栓'),
  pair('Calibrate the transmitter', '校准变送器'),
  pair('Check the supply', '检查电源'),
  pair('Tension the belt', '张紧皮带'),
  pair('Open the valve fully', '全开阀门'),
];

export const PARAMETERS: readonly (Words & { readonly unit: string; readonly low: number; readonly high: number })[] = [
  { ...pair('Rated flow', '额定流量'), unit: 'm³/h', low: 10, high: 400 },
  { ...pair('Rated pressure', '额定压力'), unit: 'bar', low: 2, high: 40 },
  { ...pair('Rated speed', '额定转速'), unit: 'rpm', low: 700, high: 3600 },
  { ...pair('Motor power', '电机功率'), unit: 'kW', low: 1, high: 315 },
  { ...pair('Highest bearing temperature', '轴承最高温度'), unit: '°C', low: 60, high: 110 },
  { ...pair('Tightening torque of the cover bolts', '端盖螺栓拧紧力矩'), unit: 'N·m', low: 20, high: 400 },
  { ...pair('Oil volume', '润滑油量'), unit: 'L', low: 1, high: 90 },
  { ...pair('Highest vibration', '最大振动'), unit: 'mm/s', low: 2, high: 11 },
];

export const TASKS: readonly Words[] = [
  pair('Replacing the bearing', '更换轴承'),
  pair('Replacing the mechanical seal', '更换机械密封'),
  pair('Aligning the coupling', '联轴器对中'),
  pair('Changing the oil', '更换润滑油'),
];

export const STEPS: readonly Words[] = [
  pair('Switch the feeder off and lock it', '断开馈线开关并上锁'),
  pair('Close the suction and discharge valves', '关闭进出口阀门'),
  pair('Drain the casing into a container', '将壳体内介质排入容器'),
  pair('Take the guard off', '拆下防护罩'),
  pair('Loosen the cover bolts crosswise', '对角松开端盖螺栓'),
  pair('Pull the old part with the puller', '用拉马拆下旧件'),
  pair('Clean the seats and check them for scratches', '清洁配合面并检查划痕'),
  pair('Fit the new part and grease it', '装入新件并涂脂'),
  pair('Tighten the cover bolts crosswise', '对角拧紧端盖螺栓'),
  pair('Turn the shaft by hand', '手动盘车'),
];
