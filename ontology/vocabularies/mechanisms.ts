/** The process that brings a failure about: `slug | code | Chinese names | English names`. The groups follow ISO 14224 in outline. */
export const MECHANISMS = `
corrosion | 2.2 | 腐蚀、锈蚀、生锈、锈、点蚀、锈死、氧化锈蚀、电化学腐蚀 | corrosion, corroded, rust, rusted, rusty, pitting, galvanic corrosion, corrode, pitting corrosion
erosion | 2.3 | 冲蚀、冲刷、侵蚀、冲刷磨损 | erosion, erosive wear, washed out, wash-out, scouring, eroded
abrasive-wear | 2.4 | 磨粒磨损、磨料磨损、异常磨损、过度磨损、偏磨、正常磨损、机械磨损 | abrasive wear, abrasion, excessive wear, abnormal wear, uneven wear, wear and tear, normal wear
adhesive-wear | | 粘着磨损、胶合、拉伤、擦伤、拉毛、划伤 | adhesive wear, galling, scuffing, scoring, scored, scratched, smearing
fretting | | 微动磨损、微动腐蚀 | fretting, fretting wear, fretting corrosion
fatigue | 2.6 | 疲劳、疲劳断裂、疲劳裂纹、疲劳剥落、金属疲劳 | fatigue, fatigue crack, fatigue failure, metal fatigue, cyclic fatigue, spalling, flaking
overstress | | 过应力、过度受力、应力过大、受力过大 | overstress, excessive stress, excessive load, overstrain, shock load
creep | | 蠕变 | creep, creep deformation
cavitation | 1.7 | 汽蚀、气蚀、空化、汽蚀现象 | cavitation, cavitate, cavitation damage
vibration-induced | | 共振、振动疲劳、共振疲劳 | resonance, vibration fatigue, resonate
misalignment | 1.4 | 对中不良、对中不好、同轴度差、对中偏差、中心不正、不同轴、对中超差 | misalignment, poor alignment, shaft misalignment, coupling misalignment, incorrect alignment
imbalance | | 不平衡、动不平衡、转子不平衡、失衡 | imbalance, unbalance, rotor imbalance, out of balance, rotor unbalance, unbalanced
looseness | 1.5 | 机械松动、地脚松动、基础松动、螺栓松脱、紧固不良 | looseness, mechanical looseness, loose bolts, loose foundation, foundation looseness, loose mounting, loose foundation bolts
deformation | 1.4 | 变形弯曲、热变形、塑性变形、翘曲、轴弯曲 | deformation, warping, distortion, buckling, bent shaft, warped, distorted
ageing | | 老化、密封老化、橡胶老化、硬化、老化变硬 | ageing, aging, aged, hardened rubber, perished, perish, deterioration, deteriorated, embrittlement, degradation
fouling | | 结垢、积垢、积灰、积碳、污垢、水垢、结焦、积尘、生物污垢 | fouling, fouled, scaling, scale build-up, dirt build-up, carbon deposit, dust accumulation, sediment, deposits, sludge, buildup, scale
contamination-mechanism | | 异物进入、混入杂质、有异物、异物、颗粒污染、进入异物、灰尘进入 | foreign matter, foreign object, foreign body, debris, dirt ingress, particle contamination, dust ingress, ingress, dirt
overheating-mechanism | | 热损伤、热疲劳、热冲击 | thermal damage, thermal fatigue, thermal shock
lubrication-failure | | 润滑不良、润滑失效、干摩擦、油膜破裂、缺脂、润滑脂不足、加脂过多、缺润滑、油脂过多 | lubrication failure, poor lubrication, inadequate lubrication, run dry, over-greasing, excess grease, under-greasing, dry run, lack of grease, over-lubrication
dry-running | | 干转、干运转、空转、无水运行、断水运行 | running dry, dry-running, ran dry
air-entrainment | | 进气、漏入空气、吸入空气、带气、气缚、窝气、气堵、气泡、含气、有空气、积气 | air entrainment, air ingress, entrained air, air in suction, air lock, vapour lock, air-bound, gas binding, trapped air, suction air leak
water-hammer | | 水锤、水击、压力冲击 | water hammer, pressure surge, hydraulic shock, pressure spike
insulation-breakdown | 4.5 | 绝缘老化、绝缘下降、绝缘损坏、绝缘不良、绝缘降低、受潮、绝缘低 | insulation ageing, insulation failure, low insulation, insulation damage, insulation degradation, damp, moisture ingress, low insulation resistance
electrical-erosion | | 电蚀、电腐蚀、轴电流 | electrical erosion, electric pitting, shaft current, bearing current, fluting
contact-failure | | 触点烧蚀、触点氧化、触点粘连、触点不良 | contact wear, contact erosion, contact oxidation, welded contacts, pitted contacts
calibration-drift | 3.0 | 零点漂移、标定漂移、校准失准、漂移、零漂、失准、未校准 | calibration drift, zero drift, out of calibration, drift, span drift, miscalibration, incorrect calibration
wrong-setting | | 设定错误、设置不当、参数设置错误、调整不当、设定不当、参数错误、设置错误 | wrong setting, incorrect setting, maladjustment, incorrect adjustment, wrong parameter, incorrect parameter, improper setting, misadjusted
installation-error | | 安装不当、安装错误、装配不当、装反、安装不良、装配错误、接线错误、接错线、安装不正确 | installation error, improper installation, incorrect assembly, incorrect installation, wrong assembly, fitted wrongly, incorrect wiring, wrong wiring, wrong rotation, installed incorrectly
operating-error | | 操作不当、误操作、操作错误、违规操作 | operating error, operator error, incorrect operation, misuse, maloperation, improper operation
maintenance-error | | 维护不当、保养不当、检修不当、维护不足 | maintenance error, improper maintenance, poor maintenance, inadequate maintenance
design-error | | 设计缺陷、设计不当、选型不当、设计错误、选型错误 | design error, design deficiency, incorrect sizing, unsuitable design, improper selection
material-defect | | 材料缺陷、材质缺陷、质量缺陷、制造缺陷、材质不良 | material defect, defective material, manufacturing defect, casting defect, fabrication error, quality defect
reverse-rotation | | 反转、转向错误、转向相反、电机反转、相序错误、相序接反 | reverse rotation, wrong direction of rotation, incorrect rotation, phase sequence error, incorrect phase sequence, wrong phase sequence, rotating backwards
freezing | | 冻结、结冰、冻裂、结霜、冻堵 | freezing, frozen, ice build-up, frost damage, frosting, icing
overpressure-mechanism | | 憋压、背压过高、背压高 | deadheading, dead head, excessive back pressure, high back pressure
lightning | | 雷击 | lightning strike, lightning
excessive-clearance | | 间隙过大、间隙大、口环间隙大、间隙超标、口环磨损、叶轮磨损 | excessive clearance, worn wear ring, wear ring clearance too large, worn impeller, increased clearance, excess clearance, clearance too large
insufficient-clearance | | 间隙过小、间隙不足、间隙不够 | insufficient clearance, clearance too small, rubbing, rub, insufficient gap
pipe-strain | | 管道应力、管路应力、管线应力、配管应力 | pipe strain, piping strain, nozzle load, piping stress, pipe stress
blocked-suction | | 吸入堵塞、入口堵塞、滤网堵塞、过滤器堵塞、入口滤网堵塞、吸入管堵塞、滤芯堵塞 | blocked suction, clogged suction, blocked inlet, clogged filter, blocked filter, clogged strainer, dirty filter, plugged filter, suction blockage, filter clogged, strainer clogged, filter blocked
loss-of-coolant | | 冷却水不足、冷却水中断、缺冷却水、冷却水断流、冷却液不足 | loss of coolant, low coolant, coolant loss, insufficient cooling water, no cooling water, cooling water failure
voltage-imbalance | | 电压不平衡、三相不平衡、相电压不平衡 | voltage imbalance, phase imbalance, unbalanced voltage, voltage unbalance, phase unbalance
`;
