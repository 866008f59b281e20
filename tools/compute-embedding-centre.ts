/**
 * Computes the mean of the static embedder's vectors over texts of our own and writes it beside the data file. Done once for a
 * data file: the sign bits of every index depend on it. The sample is each sentence below
 * filled with each name below, so that it needs nothing that is not in this repository and gives the same bytes everywhere.
 */
import { writeFileSync } from 'node:fs';
import { openStaticEmbedder } from '../models/index.ts';

const THINGS = [
  ['离心泵', 'centrifugal pump'],
  ['电机', 'motor'],
  ['轴承', 'bearing'],
  ['机械密封', 'mechanical seal'],
  ['联轴器', 'coupling'],
  ['减速机', 'gearbox'],
  ['压缩机', 'compressor'],
  ['风机', 'fan'],
  ['阀门', 'valve'],
  ['换热器', 'heat exchanger'],
  ['液压缸', 'hydraulic cylinder'],
  ['过滤器', 'filter'],
  ['变频器', 'frequency converter'],
  ['传感器', 'sensor'],
  ['输送带', 'conveyor belt'],
  ['机器人', 'robot'],
  ['冷却水管路', 'cooling water line'],
  ['控制柜', 'control cabinet'],
  ['安全阀', 'safety valve'],
  ['润滑油', 'lubricating oil'],
] as const;
const SENTENCES = [
  ['检查{}的温度和振动，超过限值时停机。', 'Check temperature and vibration of the {}; stop it when a limit is exceeded.'],
  ['{}泄漏，更换密封件后恢复正常。', 'The {} leaked; back to normal after the sealing parts were replaced.'],
  ['警告：检修{}之前必须断电、上锁并挂牌。', 'Warning: isolate, lock out and tag out before working on the {}.'],
  ['{}异响的原因是磨损或松动。', 'Noise of the {} is caused by wear or a loose fit.'],
  ['按规定力矩拧紧{}的螺栓。', 'Tighten the bolts of the {} to the torque given.'],
  ['{}的额定压力、流量、功率和转速见技术参数表。', 'Rated pressure, flow, power and speed of the {} are in the table of technical data.'],
  ['每三个月对{}进行一次维护保养。', 'Maintain the {} every three months.'],
  ['{}故障报警后，先确认现场情况再复位。', 'After an alarm of the {}, look at it on site before you reset.'],
  ['{}的备件清单和订货号。', 'List of spare parts and order numbers of the {}.'],
  ['拆下{}，清洗并检查是否有裂纹、腐蚀或堵塞。', 'Remove the {}, clean it and look for cracks, corrosion or blockage.'],
] as const;

const texts = SENTENCES.flatMap((pair) => THINGS.flatMap((names) => [pair[0].replace('{}', names[0]), pair[1].replace('{}', names[1])]));
const embedder = openStaticEmbedder();
const vectors = await embedder.embed(texts, new AbortController().signal);
const centre = Array.from({ length: embedder.dimension }, (_, index) => {
  const sum = vectors.reduce((total, vector) => total + (vector[index] ?? 0), 0);
  return Number((sum / vectors.length).toFixed(6));
});
const file = new URL(`../models/data/${embedder.model}.centre.json`, import.meta.url);
writeFileSync(file, `${JSON.stringify({ model: embedder.model, centre })}\n`);
console.log(`${texts.length} texts, ${centre.length} numbers written`);
