/** What harms and what protects: `slug | code | Chinese names | English names`. */
export const HAZARDS = `
electric-shock | | 触电、电击、高压电、带电部件、带电、电气危险、触电危险 | electric shock, electrocution, live parts, electrical hazard, shock hazard, hazardous voltage, live voltage, dangerous voltage
high-voltage | | 高电压、高压危险 | high voltage
rotating-parts | | 旋转部件、转动部件、运动部件、旋转零件、转动部位 | rotating parts, moving parts, rotating machinery, rotating equipment, rotating components
crushing | | 挤压、夹伤、压伤、夹手、挤伤、夹手危险 | crushing, pinch point, trapping, crush hazard, crush, pinch, pinching
hot-surface | | 高温表面、烫伤、灼伤、表面高温、高温部件 | hot surface, scald, burn hazard, scalding, hot surfaces, hot parts
cold-surface | | 冻伤、低温伤害 | frostbite, cold burn
pressure-release | | 压力释放、带压、高压喷射、压力介质、带压介质、残余压力、余压、高压流体 | pressurised fluid, stored pressure, pressure release hazard, high-pressure jet, residual pressure, pressurized fluid, pressurised system, trapped pressure, under pressure
stored-energy | | 残余能量、储能、残余电荷、剩余能量 | stored energy, residual energy, residual voltage, stored charge
fire-hazard | | 火灾、可燃、易燃、火灾危险、起火危险 | fire hazard, flammable, ignition source, combustible, risk of fire
explosion | | 爆炸、防爆、爆炸危险 | explosion, explosive atmosphere, risk of explosion, explode
toxic-substance | | 有毒、中毒、有害气体、有毒介质、有毒气体 | toxic, poisonous, harmful gas, poisoning, toxic substance, toxic fumes
corrosive-substance | | 腐蚀性、酸碱、化学灼伤、腐蚀性介质、腐蚀性液体 | corrosive, chemical burn, acid, caustic, corrosive liquid
asphyxiation | | 窒息、缺氧 | asphyxiation, suffocation, oxygen deficiency
falling-load | | 坠落物、吊物坠落、起重伤害、重物坠落、悬吊物 | falling load, suspended load, falling object, dropped object, suspended loads
fall-from-height | | 高处坠落、跌落、高空作业、坠落、高处作业 | fall from height, working at height, falling from height
slip-trip | | 滑倒、绊倒、地面湿滑 | slipping hazard, trip hazard, slippery floor, slippery
automatic-start | | 自动启动、意外启动、突然启动、意外起动 | automatic start, unexpected start, unexpected start-up, unintended start, automatic restart, auto start, start automatically
noise-hazard | | 噪声危害、听力损伤、听力损害 | hearing damage, noise exposure, hearing loss
confined-space | | 受限空间、有限空间、密闭空间 | confined space
laser-radiation | | 激光辐射、辐射 | laser radiation, radiation
static-electricity | | 静电 | static electricity, electrostatic discharge, esd, static discharge
sharp-edges | | 锐边、割伤、尖锐边缘、划伤危险 | sharp edge, cut hazard, sharp edges, cutting hazard, laceration
personal-injury | | 人身伤害、人员伤亡、受伤、死亡、重伤 | personal injury, death, serious injury, injury, fatal injury
equipment-damage | | 设备损坏、财产损失、损坏设备 | equipment damage, property damage, damage to equipment, damage to the equipment
environmental-pollution | | 环境污染、污染环境 | environmental pollution, pollution, harm to the environment
reverse-flow | | 倒流、回流 | backflow, reverse flow
`;
export const PROTECTIVE_EQUIPMENT = `
ppe | | 个人防护用品、劳保用品、防护装备、防护用品、个人防护装备、劳动防护用品 | personal protective equipment, ppe, protective clothing, protective equipment
safety-glasses | | 护目镜、防护眼镜、防护面罩、面罩、安全眼镜 | safety glasses, goggles, eye protection, face shield, safety goggles
gloves | | 手套、绝缘手套、防护手套、耐热手套 | gloves, insulating gloves, protective gloves, heat-resistant gloves
hearing-protection | | 耳塞、听力保护、耳罩、护耳器 | hearing protection, ear plugs, ear muffs, ear defenders, ear protection
hard-hat | | 安全帽 | hard hat, safety helmet, helmet
safety-shoes | | 安全鞋、劳保鞋、绝缘鞋 | safety shoes, safety boots, insulated shoes, protective footwear
safety-harness | | 安全带、安全绳 | safety harness, fall arrest harness, lifeline
respirator | | 防毒面具、呼吸防护、口罩、呼吸器具 | respirator, breathing apparatus, dust mask, respiratory protection
padlock | | 安全锁、挂锁、个人锁 | padlock, safety lock, lockout lock, personal lock
danger-tag | | 警示牌、禁止合闸牌、警告牌、挂牌标签、标牌 | danger tag, warning tag, lockout tag, do not operate tag
lockout-hasp | | 锁扣、锁具、阀门锁、断路器锁 | lockout hasp, lockout device, valve lockout, breaker lockout, hasp
barrier | | 警戒线、围栏、隔离栏 | barrier, barricade, safety fence, fencing
fire-extinguisher | | 灭火器 | fire extinguisher
`;
