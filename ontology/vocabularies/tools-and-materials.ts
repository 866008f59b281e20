/** What work is done with: `slug | code | Chinese names | English names`. */
export const TOOLS = `
wrench | | 扳手、活动扳手、开口扳手、梅花扳手 | wrench, spanner, adjustable wrench, open-end wrench
torque-wrench | | 力矩扳手、扭力扳手、扭矩扳手 | torque wrench, torque spanner
hex-key | | 内六角扳手、六角扳手 | hex key, allen key, hex wrench, allen wrench
socket-set | | 套筒扳手、棘轮扳手 | socket wrench, socket set, ratchet
screwdriver | | 螺丝刀、起子、改锥、十字螺丝刀 | screwdriver, phillips screwdriver
pliers | | 钳子、卡簧钳、尖嘴钳 | pliers, circlip pliers, snap ring pliers
hammer | | 锤子、铜棒、橡胶锤、铜锤 | hammer, mallet, soft-faced hammer
puller | | 拉马、拔轮器、拉拔器 | puller, bearing puller, coupling puller
bearing-heater | | 轴承加热器、感应加热器 | bearing heater, induction heater
press-tool | | 压装工具、千斤顶压机 | arbor press, hydraulic press tool
feeler-gauge | | 塞尺、厚薄规 | feeler gauge, feeler gage
dial-indicator | | 百分表、千分表 | dial indicator, dial gauge, dial test indicator
laser-alignment-tool | | 激光对中仪、激光找正仪 | laser alignment tool, laser alignment system
straightedge | | 直尺、刀口尺、钢板尺 | straightedge, steel rule, straight edge
caliper | | 游标卡尺、卡尺、千分尺 | caliper, vernier caliper, micrometer, digital calipers
spirit-level | | 水平仪、水平尺 | spirit level, machinist level
multimeter | | 万用表、电压表 | multimeter, voltmeter
voltage-tester | | 验电笔、验电器、测电笔 | voltage tester, voltage detector, test pen
insulation-tester | | 兆欧表、摇表、绝缘电阻表 | insulation tester, insulation resistance tester, megohmmeter
clamp-meter | | 钳形表、钳形电流表 | clamp meter, clamp ammeter
infrared-thermometer | | 红外测温仪、测温枪 | infrared thermometer, ir thermometer
thermal-camera | | 热像仪、红外热像仪 | thermal camera, thermal imager
vibration-meter | | 测振仪、振动分析仪 | vibration meter, vibration analyser, vibration analyzer
grease-gun | | 黄油枪、注脂枪 | grease gun
oil-can | | 油壶、加油壶 | oil can
lifting-gear | | 吊具、吊带、手拉葫芦、起重设备 | lifting gear, lifting tackle, chain block, lifting equipment, lifting sling
pressure-calibrator | | 压力校验仪、手操泵 | pressure calibrator, hand pump
cleaning-cloth | | 抹布、无尘布 | cleaning cloth, lint-free cloth, rag
brush-tool | | 刷子、毛刷、钢丝刷 | wire brush, cleaning brush
high-pressure-washer | | 高压清洗机、高压水枪 | high-pressure washer, pressure washer
stethoscope | | 听针、听音棒、听诊器 | stethoscope, listening rod
soldering-iron | | 电烙铁 | soldering iron
crimping-tool | | 压线钳 | crimping tool, crimper
laptop | | 笔记本电脑、调试电脑 | laptop, service laptop
`;
export const MATERIALS = `
lubricating-oil | | 润滑油、机油、齿轮油、润滑油液 | lubricating oil, lube oil, gear oil, engine oil, lubricant
hydraulic-oil | | 液压油、抗磨液压油 | hydraulic oil, hyd oil, hydraulic fluid
grease-material | | 润滑脂、黄油、锂基脂、油脂、锂基润滑脂 | lubricating grease, lithium grease, bearing grease
coolant | | 冷却液、防冻液、切削液 | coolant, antifreeze, cutting fluid
loop-water | | 回路水、系统水、闭式循环水 | loop water, system water, circuit water, closed-loop water
cooling-water | | 冷却水、循环水 | cooling water, circulating water
refrigerant | | 制冷剂、冷媒、氟利昂 | refrigerant, freon
fuel | | 燃油、柴油、汽油 | fuel, diesel, petrol, gasoline
compressed-air | | 压缩空气、仪表风、仪表空气 | compressed air, instrument air supply, plant air
nitrogen | | 氮气 | nitrogen
steam | | 蒸汽 | steam
seal-water | | 密封水、冲洗水、机封水、密封冲洗水 | seal water, flushing water, seal flush, barrier fluid, seal flush water
thread-sealant | | 螺纹密封胶、生料带、密封胶 | thread sealant, ptfe tape, sealant, thread seal tape
thread-locker | | 螺纹锁固胶、螺纹胶、乐泰胶 | thread locker, threadlocker, thread-locking compound
anti-seize | | 防咬合剂、防卡剂 | anti-seize, anti-seize compound
cleaning-agent | | 清洗剂、清洁剂、酒精、溶剂 | cleaning agent, solvent, detergent, isopropyl alcohol, degreaser
stainless-steel | | 不锈钢 | stainless steel
cast-iron | | 铸铁、球墨铸铁、灰铸铁 | cast iron, ductile iron, grey cast iron, ductile cast iron
carbon-steel | | 碳钢、铸钢 | carbon steel, cast steel
bronze | | 青铜、黄铜 | bronze, brass
aluminium | | 铝合金、铝 | aluminium, aluminum, aluminium alloy
silicon-carbide | | 碳化硅 | silicon carbide
rubber | | 橡胶、丁腈橡胶、氟橡胶、三元乙丙橡胶 | rubber, nbr, viton, epdm, fkm
ptfe | | 聚四氟乙烯、四氟 | ptfe, teflon
demineralised-water | | 除盐水、纯水、去离子水、软化水 | demineralised water, deionised water, pure water, softened water
biocide | | 杀菌剂、杀生剂 | biocide
corrosion-inhibitor | | 缓蚀剂 | corrosion inhibitor, inhibitor
scale-inhibitor | | 阻垢剂 | scale inhibitor, antiscalant
glycol | | 乙二醇、丙二醇 | glycol, ethylene glycol, propylene glycol
`;
