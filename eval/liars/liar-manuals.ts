/** Two manuals that were made for this suite: what a model may say of them, and what it lies about. */
export const LIAR_MANUALS: readonly { readonly fileName: string; readonly text: string }[] = [
  {
    fileName: 'kp-20-manual.md',
    text: `# Coolant pump KP-20

## Ratings

The rated flow of the coolant pump KP-20 is 42 m³/h at a speed of 1450 rpm. The casing of the KP-20 withstands a pressure of 16 bar.

## Bearings

The bearings of the KP-20 are filled with 12 g of lithium grease G-330. Do not mix the grease G-330 with other greases.

## Vibration

Strong vibration of the KP-20 is caused by a worn coupling insert. The worn coupling insert is detected before the bearings fail.

## Suction

The minimum suction pressure of the KP-20 is 0.8 bar if the coolant is clean. The filter must be closed during the test.

## Faults

| Symptom | Possible cause | Remedy |
|---|---|---|
| KP-20 overheats | Cooler clogged | Clean the cooler |
| KP-20 overheats | Fan belt torn | Replace the fan belt |

# Coolant pump KP-40

## Ratings

The rated flow of the coolant pump KP-40 is 95 m³/h at a speed of 2900 rpm.
`,
  },
  {
    fileName: 'kp-30-手册.md',
    text: `# 冷却泵 KP-30

## 额定参数

冷却泵 KP-30 的额定流量为 36 m³/h，转速为 1450 rpm。KP-30 的泵壳承受压力为 10 bar。

## 轴承

KP-30 的轴承加注 15 g 锂基润滑脂 G-220。严禁将润滑脂 G-220 与其他润滑脂混用。

## 振动

KP-30 振动过大是由联轴器弹性块磨损引起的。弹性块磨损在轴承损坏之前可以发现。

## 检查周期

冷却液清洁时，KP-30 的机械密封每 500 小时检查一次。检查期间必须关闭过滤器。

## 故障

| 故障现象 | 可能原因 | 处理方法 |
|---|---|---|
| KP-30 过热 | 冷却器堵塞 | 清洗冷却器 |
| KP-30 过热 | 风扇皮带断裂 | 更换风扇皮带 |

# 冷却泵 KP-50

## 额定参数

冷却泵 KP-50 的额定流量为 88 m³/h，转速为 2900 rpm。
`,
  },
];
