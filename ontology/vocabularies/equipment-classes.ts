/** Kinds of machines and units: `slug | code | Chinese names | English names`. Codes are ISO 14224 equipment class codes where known. */
export const EQUIPMENT_CLASSES = `
pump | PU | 泵、水泵 | pump
centrifugal-pump | PU | 离心泵、单级离心泵、多级离心泵、单级泵 | centrifugal pump, end-suction pump, multistage pump, end suction pump
cooling-water-pump | | 冷却水泵、循环水泵、冷却泵、冷却水循环泵 | cooling water pump, circulating water pump, coolant pump, circulation pump, cooling pump, water pump
feed-pump | | 给水泵、锅炉给水泵、进料泵 | feed pump, boiler feed pump, feedwater pump, charge pump
submersible-pump | | 潜水泵、潜污泵、液下泵 | submersible pump, sump pump, sewage pump
gear-pump | | 齿轮泵 | gear pump
screw-pump | | 螺杆泵 | screw pump, progressive cavity pump
diaphragm-pump | | 隔膜泵、气动隔膜泵 | diaphragm pump
plunger-pump | | 柱塞泵、往复泵、活塞泵 | plunger pump, reciprocating pump, piston pump
metering-pump | | 计量泵、加药泵 | metering pump, dosing pump
vacuum-pump | | 真空泵、水环真空泵 | vacuum pump, liquid ring pump
booster-pump | | 增压泵、管道泵 | booster pump, inline pump, in-line pump
slurry-pump | | 渣浆泵、泥浆泵 | slurry pump, mud pump
fire-pump | | 消防泵 | fire pump, fire water pump
standby-pump | | 备用泵、备用水泵 | standby pump, spare pump, stand-by pump, back-up pump
motor | EM | 电机、电动机、马达、主电机 | motor, electric motor, drive motor
induction-motor | EM | 异步电机、感应电机、三相异步电动机、异步电动机 | induction motor, asynchronous motor, three-phase motor, squirrel cage motor
generator | EG | 发电机、发电机组、柴油发电机 | generator, genset, diesel generator, generator set
frequency-converter | FC | 变频器、变频调速器 | frequency converter, variable frequency drive, vfd, inverter, vsd, variable speed drive, frequency inverter
transformer | PT | 变压器 | transformer, power transformer
switchgear | SG | 开关柜、配电盘、配电箱、开关设备、低压柜 | switchgear, distribution board, motor control centre, mcc, switchboard, distribution box, motor control center
compressor | CO | 压缩机、空压机、空气压缩机 | compressor, air compressor
screw-compressor | CO | 螺杆压缩机、螺杆空压机、螺杆式压缩机 | screw compressor, screw air compressor
reciprocating-compressor | CO | 往复压缩机、活塞式压缩机、往复式压缩机 | reciprocating compressor, piston compressor
centrifugal-compressor | CO | 离心压缩机、透平压缩机、离心式压缩机 | centrifugal compressor, turbo compressor
blower | BL | 鼓风机、罗茨风机、风机 | blower, roots blower, fan unit
fan-equipment | | 引风机、送风机、通风机、轴流风机、离心风机、排风机 | induced draft fan, forced draft fan, ventilator, axial fan, centrifugal fan, exhaust fan, supply fan
turbine | ST | 汽轮机、透平、涡轮 | steam turbine, turbine
gas-turbine | GT | 燃气轮机 | gas turbine
wind-turbine | | 风力发电机、风电机组、风机机组 | wind turbine, wind turbine generator
diesel-engine | CE | 柴油机、发动机、内燃机、柴油发动机、引擎 | diesel engine, engine, eng, combustion engine, petrol engine
boiler | HB | 锅炉、蒸汽锅炉 | boiler, steam boiler
furnace | | 加热炉、炉子、窑炉、回转窑 | furnace, kiln, rotary kiln, heater furnace
heat-exchanger | HE | 换热器、热交换器、冷却器、冷凝装置 | heat exchanger, cooler, exchanger, shell and tube exchanger
plate-heat-exchanger | HE | 板式换热器、板换 | plate heat exchanger, plate exchanger
cooling-tower | | 冷却塔、凉水塔 | cooling tower
chiller | | 冷水机组、冷水机、制冷机、制冷机组、冷机 | chiller, water chiller, chiller unit, refrigeration unit
air-conditioner | | 空调、空调机组、空调器、空气处理机组、新风机组 | air conditioner, air handling unit, ahu, hvac unit, hvac, air conditioning unit, a/c, aircon, air con, air conditioning, fan coil unit
heat-pump | | 热泵 | heat pump
vessel | VE | 容器、压力容器、缓冲罐、反应器、分离器、反应釜 | vessel, pressure vessel, drum, reactor, separator, buffer tank, surge tank, expansion tank
column | | 塔、精馏塔、塔器、吸收塔 | distillation column, process column, tower, absorber
cyclone | | 旋风分离器、旋流器、水力旋流器 | cyclone, hydrocyclone, cyclone separator
conveyor | | 输送机、皮带机、传送带、带式输送机、皮带输送机、输送线 | conveyor, belt conveyor, conveyer, transport line, roller conveyor
screw-conveyor | | 螺旋输送机、绞龙 | screw conveyor, auger, screw feeder
bucket-elevator | | 斗提机、斗式提升机、提升机 | bucket elevator, elevator, hoisting machine
crusher | | 破碎机、颚式破碎机、粉碎机 | crusher, jaw crusher, cone crusher, shredder
mill | | 磨机、球磨机、磨煤机 | mill, ball mill, grinding mill, sag mill
vibrating-screen | | 振动筛、筛分机 | vibrating screen, sieve, shaker screen
agitator | | 搅拌机、搅拌器、混合机 | agitator, mixer, stirring machine
centrifuge | | 离心机、离心分离机、碟片分离机 | centrifuge, decanter, decanter centrifuge
dryer | | 干燥机、冷干机、干燥器、烘干机 | dryer, air dryer, drier, refrigerated dryer
dust-collector | | 除尘器、布袋除尘器、收尘器 | dust collector, bag filter, baghouse
crane | CR | 起重机、行车、天车、吊车、桥式起重机 | crane, overhead crane, gantry crane, bridge crane
hoist-equipment | | 电动葫芦、卷扬机、绞车 | electric hoist, winch, chain hoist
forklift | | 叉车 | forklift, fork lift, lift truck
excavator | | 挖掘机、电铲、液压铲、挖机 | excavator, shovel, digger, hydraulic shovel, mining shovel
dump-truck | | 自卸车、矿用卡车、矿卡、卡车、货车 | dump truck, haul truck, mining truck, truck
loader | | 装载机、铲车、推土机 | loader, wheel loader, bulldozer, dozer
vehicle | | 车辆、汽车、底盘、线控底盘、无人车 | vehicle, car, autonomous vehicle
robot | | 机器人、工业机器人、协作机器人、机械手 | robot, industrial robot, cobot, collaborative robot, robot manipulator
machine-tool | | 机床、数控机床、车床、铣床、加工中心、磨床 | machine tool, cnc machine, lathe, milling machine, machining centre, cnc, grinder
press | | 压力机、冲床、压机、液压机 | press machine, stamping press, hydraulic press, punch press
injection-moulding-machine | | 注塑机、挤出机 | injection moulding machine, extruder, injection molding machine
packaging-machine | | 包装机、灌装机、封口机、码垛机 | packaging machine, filling machine, palletiser, wrapping machine, labeller
printer-3d | | 3D打印机、打印机 | 3d printer, printer
welding-machine | | 焊机、焊接机器人、电焊机 | welding machine, welder, welding robot
hydraulic-station | | 液压站、液压泵站、液压单元 | hydraulic power unit, hydraulic station, hpu, hydraulic unit
lubrication-station | | 稀油站、润滑站、油站 | lube oil station, lubrication station, oil station, lube oil unit
pump-skid | | 泵橇、橇装、撬装设备、冷却水橇、泵组 | pump skid, skid, skid unit, packaged unit, pump set
instrument-loop | | 仪表、仪器、检测仪表 | instrument, field instrument, measuring instrument
gas-detector | FG | 气体探测器、可燃气体报警器、火灾探测器、烟感 | gas detector, fire detector, smoke detector, flame detector
control-system | | 控制系统、分散控制系统、集散控制系统、联锁系统 | dcs, distributed control system, scada, safety instrumented system, interlock system
water-treatment | | 水处理设备、软水器、反渗透装置、软化水装置 | water treatment unit, softener, reverse osmosis unit, water softener
fire-suppression | | 灭火系统、消防系统、自动灭火装置 | fire suppression system, fire suppression, fire fighting system, sprinkler system
elevator-lift | | 电梯、升降机 | passenger lift, escalator, goods lift, lifting platform
solar-inverter | | 光伏逆变器、逆变器、光伏组件 | solar inverter, pv module, solar panel, photovoltaic module
wellhead | | 井口装置、采油树、抽油机 | wellhead, christmas tree, pumpjack, pumping unit
pipeline-equipment | PI | 管网、长输管道 | pipeline system, pipe network
auxiliary-equipment | | 辅机、附属设备、辅助设备 | auxiliary equipment, ancillary equipment
`;
