/**
 * What is measured, set or specified: `slug | dimension | Chinese names | English names`. The second field is the kernel's
 * dimension of the parameter, empty where several are usual.
 */
export const PARAMETERS = `
flow | volume-flow | 流量、体积流量、水流量 | flow, flow rate, flowrate, volume flow, volumetric flow
rated-flow | volume-flow | 额定流量、设计流量 | rated flow, design flow, nominal flow, rated capacity, rated flow rate, design flow rate
minimum-flow | volume-flow | 最小流量、最小连续流量、最小连续稳定流量 | minimum flow, minimum continuous flow, minimum continuous stable flow, min flow
cooling-water-flow | volume-flow | 冷却水流量 | cooling water flow, cooling water flow rate, coolant flow
mass-flow | mass-flow | 质量流量 | mass flow, mass flow rate
head | length | 扬程、额定扬程、总扬程 | head, rated head, total head, pump head, delivery head, total dynamic head
npsh-required | length | 必需汽蚀余量、汽蚀余量、必需净正吸入压头、气蚀余量 | npshr, required npsh, npsh required, npsh, net positive suction head
npsh-available | length | 有效汽蚀余量、装置汽蚀余量 | npsha, available npsh, npsh available
pressure | pressure | 压力、表压、压强 | pressure, gauge pressure
suction-pressure | pressure | 入口压力、吸入压力、进口压力、进水压力 | suction pressure, inlet pressure, intake pressure
discharge-pressure | pressure | 出口压力、排出压力、排气压力、出水压力 | discharge pressure, outlet pressure, delivery pressure
design-pressure | pressure | 设计压力 | design pressure
working-pressure | pressure | 工作压力、操作压力、运行压力、最大工作压力 | working pressure, operating pressure, maximum working pressure, maximum operating pressure
test-pressure | pressure | 试验压力、水压试验压力 | test pressure, hydrostatic test pressure, hydrotest pressure
set-pressure | pressure | 整定压力、设定压力、起跳压力 | set pressure, cracking pressure, relief set pressure, opening pressure
differential-pressure | pressure | 压差、差压、滤网压差、过滤器压差、进出口压差 | differential pressure, pressure difference, pressure differential, delta p, strainer differential pressure
oil-pressure | pressure | 油压、润滑油压力、润滑油压、机油压力、液压压力 | oil pressure, lube oil pressure, hydraulic pressure, lubricating oil pressure
seal-pressure | pressure | 密封水压力、冲洗水压力、密封压力、密封腔压力 | seal water pressure, flush pressure, seal pressure, seal chamber pressure, flush water pressure
air-pressure | pressure | 气压、气源压力、供气压力、仪表风压力 | air pressure, air supply pressure, supply air pressure, instrument air pressure
tyre-pressure | pressure | 胎压 | tyre pressure, tire pressure
vacuum | pressure | 真空度 | vacuum, vacuum level
temperature | temperature | 温度 | temperature, temp
bearing-temperature | temperature | 轴承温度、轴温 | bearing temperature, bearing temp
winding-temperature | temperature | 绕组温度、定子温度、线圈温度、定子绕组温度 | winding temperature, stator temperature, motor winding temperature
ambient-temperature | temperature | 环境温度、室温 | ambient temperature, room temperature
medium-temperature | temperature | 介质温度、液体温度、输送介质温度 | medium temperature, liquid temperature, fluid temperature, pumped liquid temperature
operating-temperature | temperature | 工作温度、运行温度、使用温度 | operating temperature, working temperature
storage-temperature | temperature | 储存温度、存放温度、存储温度 | storage temperature
oil-temperature | temperature | 油温、润滑油温度 | oil temperature, lube oil temperature
supply-temperature | temperature | 供水温度、出水温度、出口温度 | supply temperature, outlet temperature, leaving water temperature, discharge temperature, chilled water supply temperature
return-temperature | temperature | 回水温度、进水温度、入口温度 | return temperature, inlet temperature, entering water temperature, suction temperature
surface-temperature | temperature | 表面温度 | surface temperature
temperature-rise | temperature-difference | 温升、温差 | temperature rise, temperature difference, delta t
torque | torque | 扭矩、力矩、转矩 | torque, moment
tightening-torque | torque | 拧紧力矩、紧固力矩、拧紧扭矩、紧固扭矩 | tightening torque, bolt torque, fastening torque
rated-torque | torque | 额定扭矩、额定转矩 | rated torque, nominal torque
vibration | | 振动、振动值、振动速度、振动烈度、振动有效值 | vibration, vibration level, vibration velocity, vibration severity, vibration value, rms vibration
amplitude | length | 振幅、位移 | amplitude, vibration amplitude, displacement
acceleration | acceleration | 加速度 | acceleration
speed | rotational-speed | 转速、速度 | speed, rotational speed, rotation speed, revolutions
rated-speed | rotational-speed | 额定转速 | rated speed, nominal speed
travel-speed | velocity | 行驶速度、车速、运行速度、带速、最高车速 | travel speed, driving speed, belt speed, maximum speed, line speed
frequency | frequency | 频率、电源频率、额定频率 | frequency, supply frequency, rated frequency, mains frequency
voltage | voltage | 电压、额定电压、电源电压、工作电压、供电电压 | voltage, rated voltage, supply voltage, operating voltage, input voltage
control-voltage | voltage | 控制电压、控制电源电压 | control voltage
current | current | 电流、电机电流、运行电流、工作电流 | current, motor current, operating current, amperage
rated-current | current | 额定电流、满载电流 | rated current, full load current, full-load current, fla
starting-current | current | 启动电流、起动电流 | starting current, inrush current
leakage-current | current | 漏电流、泄漏电流 | leakage current
power | power | 功率、电机功率、轴功率、额定功率、电动机功率 | power, motor power, shaft power, rated power, motor rating, power rating, input power
power-consumption | power | 功耗、消耗功率、耗电量 | power consumption, energy consumption
power-factor | ratio | 功率因数 | power factor, cos phi
efficiency | ratio | 效率、泵效率 | efficiency, pump efficiency
insulation-resistance | resistance | 绝缘电阻、绝缘阻值 | insulation resistance
earth-resistance | resistance | 接地电阻 | earth resistance, grounding resistance, earthing resistance
resistance | resistance | 电阻、阻值 | resistance
capacity-battery | charge | 电池容量 | battery capacity
charging-time | time | 充电时间 | charging time
level | length | 液位、料位 | level, liquid level
oil-level | | 油位、润滑油油位 | oil level
oil-quantity | volume | 油量、加油量、注油量、润滑油量、换油量、用油量 | oil quantity, oil fill, oil volume, oil capacity, oil charge, oil amount
grease-quantity | mass | 加脂量、注脂量、润滑脂量、油脂量、补脂量 | grease quantity, grease amount, regreasing amount, grease fill
volume | volume | 容积、体积、水箱容积、容量 | volume, capacity, tank volume, tank capacity
coolant-quantity | volume | 冷却液量、冷却液容量 | coolant quantity, coolant capacity, coolant volume
refrigerant-charge | mass | 制冷剂充注量、充注量 | refrigerant charge
clearance | length | 间隙、游隙、轴承间隙、口环间隙、轴向间隙、径向间隙、轴承游隙 | clearance, gap, bearing clearance, wear ring clearance, axial clearance, radial clearance, backlash, end play
alignment-tolerance | length | 对中偏差值、径向偏差、轴向偏差、同心度、对中公差、对中允差、不对中量、径向跳动 | alignment tolerance, parallel misalignment, angular misalignment, radial offset, axial offset, permissible misalignment, parallel offset, radial misalignment
runout | length | 跳动、径向圆跳动、端面跳动、轴跳动、圆跳动 | runout, run-out, shaft runout, shaft run-out
belt-tension | force | 皮带张力、张紧力、挠度 | belt tension, belt deflection, tension force
diameter | length | 直径、外径、内径、轴径、叶轮直径、孔径 | diameter, outside diameter, inside diameter, shaft diameter, impeller diameter, outer diameter, inner diameter, bore
suction-size | length | 吸入口径、入口口径、进口口径、进口直径 | suction size, suction nozzle, inlet size, suction diameter, suction connection
discharge-size | length | 排出口径、出口口径、出口直径 | discharge size, discharge nozzle, outlet size, discharge connection
length | length | 长度、总长 | length, overall length
width | length | 宽度、总宽 | width, overall width
height | length | 高度、总高 | height, overall height
thickness | length | 厚度、壁厚、板厚 | thickness, wall thickness
stroke | length | 行程 | stroke, travel length
wheelbase | length | 轴距、轮距 | wheelbase, track width
working-radius | length | 工作半径、臂展、工作范围 | working radius, working range, arm span
repeatability | length | 重复定位精度 | repeatability, repeat positioning accuracy
mass | mass | 重量、净重、总重、自重、整机重量 | mass, weight, net weight, total weight, dry weight, gross weight
payload | mass | 负载、额定负载、载重、有效负载、最大负载、载荷 | payload, rated load, load capacity, maximum payload, load
force | force | 力、推力、夹紧力 | force, thrust, clamping force
noise-level | sound-level | 噪声级、声压级、噪声、噪音、噪声值 | noise level, sound pressure level, sound level
viscosity | viscosity | 粘度、黏度、运动粘度、粘度等级 | viscosity, kinematic viscosity, viscosity grade
density | density | 密度、比重 | density, specific gravity
ph-value | | 酸碱度、pH值、酸碱值 | ph value, ph
conductivity | | 电导率 | conductivity, electrical conductivity
alkalinity | concentration | 碱度、总碱度 | alkalinity, total alkalinity
total-hardness | concentration | 总硬度、水硬度、钙硬度 | total hardness, water hardness, calcium hardness
chloride-content | concentration | 氯离子、氯离子含量、氯离子浓度、氯化物 | chloride, chlorides, chloride content, chloride concentration
sulphate-content | concentration | 硫酸根、硫酸盐、硫酸盐含量 | sulphate, sulfate, sulphate content
silica-content | concentration | 二氧化硅含量、硅含量 | silica, silica content
iron-content | concentration | 铁含量、总铁 | iron content, total iron
copper-content | concentration | 铜含量、总铜 | copper content
dissolved-oxygen | concentration | 溶解氧、溶氧量 | dissolved oxygen, oxygen content
dissolved-solids | concentration | 溶解固形物、总溶解固体 | total dissolved solids, dissolved solids
suspended-solids | concentration | 悬浮物、悬浮固体 | suspended solids, total suspended solids
turbidity | | 浊度 | turbidity
residual-chlorine | concentration | 余氯 | residual chlorine, free chlorine
inhibitor-content | concentration | 缓蚀剂浓度、缓蚀剂含量 | inhibitor content, inhibitor concentration
glycol-content | ratio | 乙二醇浓度、乙二醇含量、防冻液浓度 | glycol content, glycol concentration, antifreeze concentration
bacteria-count | | 细菌总数、菌落总数、异养菌 | bacteria count, total bacteria count, colony count
acid-number | | 酸值、总酸值 | acid number, total acid number
base-number | | 总碱值、碱值 | base number, total base number
flash-point | temperature | 闪点 | flash point
pour-point | temperature | 倾点、凝点 | pour point
dew-point | temperature | 露点、压力露点 | dew point, pressure dew point
dielectric-strength | voltage | 击穿电压、绝缘油耐压、介电强度 | dielectric strength, breakdown voltage
humidity | ratio | 湿度、相对湿度、环境湿度 | humidity, relative humidity
concentration | concentration | 浓度 | concentration
solids-content | ratio | 固含量、含固量 | solids content, solid content
water-content | | 含水量、水分、水含量 | water content, moisture content
particle-size | length | 粒径、颗粒尺寸、过滤精度、滤网目数 | particle size, filtration rating, filter rating, mesh size
cleanliness | | 清洁度、油液清洁度 | cleanliness, oil cleanliness
leakage-rate | volume-flow | 泄漏量、泄漏率、允许泄漏量 | leakage rate, leak rate, permissible leakage, allowable leakage, seal leakage
starts-per-hour | frequency | 每小时启动次数、启动次数 | starts per hour, start frequency, number of starts
running-hours | time | 运行小时数、累计运行时间、运行时长、累计运行小时 | running hours, operating hours, run time, hours of operation, run hours
service-life | time | 使用寿命、设计寿命、寿命 | service life, design life, lifetime
interval | time | 维护间隔、换油周期、润滑间隔、更换周期、润滑周期 | maintenance interval, oil change interval, lubrication interval, relubrication interval, replacement interval
response-time | time | 响应时间、延时、延迟时间、延时时间 | response time, time delay, delay time, delay
ramp-time | time | 斜坡时间 | ramp time
acceleration-time | time | 加速时间、升速时间 | acceleration time, ramp-up time, ramp up time, start ramp
deceleration-time | time | 减速时间、降速时间 | deceleration time, ramp-down time, ramp down time, stop ramp
minimum-frequency | frequency | 最低频率、下限频率、最小频率 | minimum frequency, lower frequency limit, low frequency limit
maximum-frequency | frequency | 最高频率、上限频率、最大频率 | maximum frequency, upper frequency limit, high frequency limit
carrier-frequency | frequency | 载波频率、开关频率 | carrier frequency, switching frequency
current-limit | | 电流限幅、电流限制、限流值 | current limit, current limitation
torque-limit | | 转矩限幅、转矩限制 | torque limit, torque limitation
trip-current | current | 脱扣电流、整定电流、动作电流 | trip current, overload setting, tripping current
measuring-range | | 测量范围、量程 | measuring range, measurement range, instrument range, span
measurement-accuracy | | 测量精度、准确度、精度等级 | measuring accuracy, measurement accuracy, accuracy class
output-signal | | 输出信号 | output signal
set-point | | 设定点、设定值、给定值 | set point, setpoint
hysteresis | | 回差、迟滞、死区 | hysteresis, deadband, dead band, switching differential
protection-class | | 防护等级 | protection class, ingress protection, protection rating, enclosure rating, degree of protection
insulation-class | | 绝缘等级 | insulation class
explosion-protection | | 防爆等级、防爆标志 | explosion protection, ex rating, explosion-proof rating
pressure-rating | | 压力等级、公称压力 | pressure rating, nominal pressure, pressure class
nominal-diameter | length | 公称直径、公称通径 | nominal diameter, nominal bore, nominal size
cooling-capacity | power | 制冷量、冷量、冷却能力、换热量 | cooling capacity, refrigeration capacity, heat duty, cooling load
heat-transfer-area | area | 换热面积、传热面积 | heat transfer area, heat exchange area
slope | angle | 坡度、爬坡能力、最大爬坡度 | slope, gradient, gradeability
angle | angle | 角度、倾角 | angle, inclination
fuel-consumption | | 油耗 | fuel consumption
air-consumption | volume-flow | 耗气量 | air consumption
water-quality | | 水质、水质要求 | water quality
number-of-stages | none | 级数、叶轮级数 | number of stages
number-of-poles | none | 极数 | number of poles, pole number
degrees-of-freedom | none | 自由度、轴数 | degrees of freedom, number of axes
braking-distance | length | 制动距离 | braking distance, stopping distance
altitude | length | 海拔、海拔高度 | altitude, site altitude
mtbf | time | 平均无故障时间、平均故障间隔时间 | mtbf, mean time between failures
mttr | time | 平均修复时间、平均维修时间 | mttr, mean time to repair
hardness | | 硬度 | hardness
baud-rate | data | 波特率 | baud rate
`;
