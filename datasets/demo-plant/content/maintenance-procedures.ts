import { both } from '../bilingual.ts';
import type { Plant } from '../plant.ts';
import type { Procedure } from './procedure.ts';

export function maintenanceProcedures(plant: Plant): Procedure[] {
  return [...sealProcedures(plant), ...rotatingProcedures(plant), ...systemProcedures(plant)];
}

function sealProcedures({ tags, values }: Plant): Procedure[] {
  return [
    {
      name: 'seal-a',
      title: both(`Replacing the mechanical seal of ${tags.pumpA}`, `更换 ${tags.pumpA} 机械密封`),
      goal: both(`replace the mechanical seal of ${tags.pumpA}`, `更换 ${tags.pumpA} 的机械密封`),
      tools: both(
        `Parts and tools: cartridge seal ${values.partSealA.en}, gasket ${values.partGasket.en}, mounting sleeve ${values.partSealSleeve.en}, torque wrench.`,
        `备件和工具：集装式密封 ${values.partSealA.zh}、垫片 ${values.partGasket.zh}、安装套 ${values.partSealSleeve.zh}、力矩扳手。`,
      ),
      warnings: [
        {
          level: 'warning',
          text: both(
            'Hot water may spray out. Make sure that the casing is drained and without pressure before the seal cover is loosened.',
            '热水可能喷出。松开密封压盖前，确认泵壳已排空且无压力。',
          ),
        },
        {
          level: 'caution',
          text: both(
            'Do not touch the seal faces with bare fingers; grease makes them leak.',
            '不得用手直接触摸密封端面，油脂会造成泄漏。',
          ),
        },
      ],
      steps: [
        both(
          `Close suction valve ${tags.suctionA} and discharge valve ${tags.dischargeA}, then open drain ${tags.drainA}.`,
          `关闭吸入阀 ${tags.suctionA} 和排出阀 ${tags.dischargeA}，然后打开排液阀 ${tags.drainA}。`,
        ),
        both('Take off the coupling guard and the spacer of the coupling.', '拆下联轴器护罩和中间节。'),
        both(`Disconnect the flush line at valve ${tags.flushA}.`, `在阀门 ${tags.flushA} 处断开冲洗管路。`),
        both('Turn the setting clips of the cartridge inwards and tighten them.', '将集装密封的限位卡片转入并拧紧。'),
        both('Loosen the seal cover bolts and pull the cartridge off the shaft.', '松开密封压盖螺栓，将集装密封从轴上取下。'),
        both(
          'Clean the shaft and check it for scratches; polish with 600 grade cloth where needed.',
          '清洁轴并检查划痕，必要时用 600 号砂布抛光。',
        ),
        both(
          'Push the new cartridge on with the mounting sleeve and a thin film of silicone grease.',
          '薄涂硅脂，用安装套推入新的集装密封。',
        ),
        both(
          `Tighten the seal cover bolts crosswise to ${values.torqueSealCover.en}.`,
          `将密封压盖螺栓对角拧紧至 ${values.torqueSealCover.zh}。`,
        ),
        both(
          'Turn the setting clips outwards, then turn the shaft by hand; it must run free.',
          '将限位卡片转出，然后手动盘车，应转动灵活。',
        ),
        both('Fill and vent the pump, then watch the seal for ten minutes at running speed.', '充水排气后运行，观察密封十分钟。'),
      ],
    },
    {
      name: 'seal-b',
      title: both(`Replacing the mechanical seal of ${tags.pumpB}`, `更换 ${tags.pumpB} 机械密封`),
      goal: both(`replace the mechanical seal of ${tags.pumpB}`, `更换 ${tags.pumpB} 的机械密封`),
      tools: both(
        `Parts and tools: seal set ${values.partSealB.en}, gasket ${values.partGasket.en}, puller ${values.partPuller.en}, depth gauge.`,
        `备件和工具：密封组件 ${values.partSealB.zh}、垫片 ${values.partGasket.zh}、拉拔器 ${values.partPuller.zh}、深度尺。`,
      ),
      warnings: [
        {
          level: 'warning',
          text: both(
            'The back pull-out unit weighs 46 kg. Hang it on a hoist before the last casing bolt is taken out.',
            '后拉组件重 46 kg。拆下最后一个泵壳螺栓前，用吊具吊住。',
          ),
        },
      ],
      steps: [
        both(
          `Close suction valve ${tags.suctionB} and discharge valve ${tags.dischargeB}, then open drain ${tags.drainB}.`,
          `关闭吸入阀 ${tags.suctionB} 和排出阀 ${tags.dischargeB}，然后打开排液阀 ${tags.drainB}。`,
        ),
        both('Unscrew the casing bolts and pull the back pull-out unit out of the casing.', '拆下泵壳螺栓，将后拉组件从泵壳中抽出。'),
        both(
          'Hold the shaft, unscrew the impeller nut and draw the impeller off with the puller.',
          '固定轴，拆下叶轮螺母，用拉拔器拉出叶轮。',
        ),
        both('Pull the rotating seal off and press the stationary seat out of the cover.', '取下动环组件，从压盖中压出静环。'),
        both('Press the new seat in square, with soapy water only.', '仅用肥皂水，将新静环平正压入。'),
        both('Set the working length of the rotating seal with the depth gauge.', '用深度尺确定动环组件的工作长度。'),
        both('Put the impeller on with a new gasket and tighten the nut.', '装上叶轮和新垫片，拧紧螺母。'),
        both(
          `Put the unit back and tighten the casing bolts to ${values.torqueCasing.en}.`,
          `装回组件，将泵壳螺栓拧紧至 ${values.torqueCasing.zh}。`,
        ),
        both('Fill, vent and run the pump; a few drops in the first hour are normal.', '充水、排气并运行，第一小时内有少量滴漏属正常。'),
      ],
    },
  ];
}

function rotatingProcedures({ values }: Plant): Procedure[] {
  return [
    {
      name: 'grease',
      title: both('Regreasing the motor bearings', '电机轴承补脂'),
      goal: both('regrease the motor bearings', '给电机轴承补脂'),
      tools: both(
        `Tools: grease gun ${values.partGreaseGun.en}, lithium complex grease NLGI 2.`,
        `工具：黄油枪 ${values.partGreaseGun.zh}、2 号复合锂基脂。`,
      ),
      warnings: [
        {
          level: 'warning',
          text: both(
            'Turning shaft. This job is done while the motor runs; keep sleeves and cloths away from the coupling.',
            '旋转轴危险。本作业在电机运行时进行，袖口和抹布须远离联轴器。',
          ),
        },
      ],
      steps: [
        both('Wipe the grease nipples clean.', '擦净油嘴。'),
        both('Open the grease outlet of both bearings.', '打开两端轴承的排脂口。'),
        both(
          `Press ${values.greaseDriveEnd.en} of grease into the drive-end bearing.`,
          `向驱动端轴承注入 ${values.greaseDriveEnd.zh} 润滑脂。`,
        ),
        both(
          `Press ${values.greaseOtherEnd.en} of grease into the non-drive-end bearing.`,
          `向非驱动端轴承注入 ${values.greaseOtherEnd.zh} 润滑脂。`,
        ),
        both('Let the motor run for one hour with open outlets, then close them.', '排脂口敞开运行一小时，然后关闭。'),
        both('Write date, quantity and running hours into the lubrication log.', '将日期、用量和运行小时记入润滑记录。'),
      ],
    },
    {
      name: 'align',
      title: both('Aligning the coupling', '联轴器对中'),
      goal: both('align the coupling', '对中联轴器'),
      tools: both(
        `Tools: laser alignment set ${values.partLaser.en}, shims, torque wrench.`,
        `工具：激光对中仪 ${values.partLaser.zh}、垫片、力矩扳手。`,
      ),
      warnings: [
        {
          level: 'warning',
          text: both('Lock the motor feeder out before the coupling guard is opened.', '打开联轴器护罩前，须将电机馈线上锁。'),
        },
      ],
      steps: [
        both('Check the feet of the motor for soft foot and correct it with shims.', '检查电机软脚，用垫片修正。'),
        both('Mount the laser heads on both hubs and turn the shafts together.', '将激光头装在两侧轮毂上，两轴同步转动。'),
        both('Correct the height first, then the side position.', '先调整高度，再调整水平位置。'),
        both(`Bring the parallel offset below ${values.alignmentParallel.en}.`, `将径向偏差调整到 ${values.alignmentParallel.zh} 以内。`),
        both(
          `Tighten the motor foot bolts to ${values.torqueMotorFeet.en} and measure again.`,
          `将电机底脚螺栓拧紧至 ${values.torqueMotorFeet.zh}，再次测量。`,
        ),
        both('Put the guard back and file the printout of the measurement.', '装回护罩，存档测量记录。'),
      ],
    },
    {
      name: 'coupling',
      title: both('Replacing the coupling element', '更换联轴器弹性体'),
      goal: both('replace the coupling element', '更换联轴器弹性体'),
      tools: both(`Parts: coupling element ${values.partCoupling.en}.`, `备件：联轴器弹性体 ${values.partCoupling.zh}。`),
      warnings: [
        {
          level: 'warning',
          text: both(
            'Lock and tag the feeder; the other pump may start the header flow and turn the shaft.',
            '馈线须上锁挂牌，另一台泵的水流可能带动轴旋转。',
          ),
        },
      ],
      steps: [
        both('Take the coupling guard off.', '拆下联轴器护罩。'),
        both('Mark the position of both hubs and loosen the set screws of the motor hub.', '标记两侧轮毂位置，松开电机侧轮毂紧定螺钉。'),
        both('Push the motor hub back and take the worn element out.', '向后推电机侧轮毂，取出磨损的弹性体。'),
        both('Put the new element in without force and without grease.', '装入新弹性体，不得强力敲入，不涂油脂。'),
        both(`Set the gap between the hubs to ${values.couplingGap.en}.`, `将轮毂间隙调整为 ${values.couplingGap.zh}。`),
        both(`Tighten the set screws to ${values.torqueCoupling.en}.`, `将紧定螺钉拧紧至 ${values.torqueCoupling.zh}。`),
        both('Check the alignment and put the guard back.', '检查对中并装回护罩。'),
      ],
    },
  ];
}

function systemProcedures({ tags, values }: Plant): Procedure[] {
  return [
    {
      name: 'strainer',
      title: both('Cleaning the suction strainer', '清洗吸入过滤器'),
      goal: both('clean the suction strainer', '清洗吸入过滤器'),
      tools: both(`Parts: cover gasket ${values.partBasketGasket.en}.`, `备件：端盖垫片 ${values.partBasketGasket.zh}。`),
      warnings: [
        {
          level: 'warning',
          text: both(
            'The strainer stands under pressure until its pump is shut in and drained. Open the drain before the cover nuts.',
            '在泵关闭并排空之前，过滤器仍带压。须先开排液阀，再松端盖螺母。',
          ),
        },
      ],
      steps: [
        both('Change over to the other pump and stop this one.', '切换到另一台泵，停止本泵。'),
        both('Close the suction and discharge valves of the stopped pump.', '关闭停运泵的吸入阀和排出阀。'),
        both('Open the drain until no more water comes.', '打开排液阀至无水流出。'),
        both('Loosen the cover nuts and lift the basket out.', '松开端盖螺母，取出滤篮。'),
        both('Rinse the basket from outside and look for torn mesh.', '从外侧冲洗滤篮，检查网孔有无破损。'),
        both(
          `Put in a new cover gasket and tighten the cover nuts to ${values.torqueStrainer.en}.`,
          `装入新端盖垫片，将端盖螺母拧紧至 ${values.torqueStrainer.zh}。`,
        ),
        both('Close the drain, open the suction valve slowly and vent.', '关闭排液阀，缓慢打开吸入阀并排气。'),
      ],
    },
    {
      name: 'cooler',
      title: both(`Cleaning plate cooler ${tags.cooler}`, `清洗板式冷却器 ${tags.cooler}`),
      goal: both(`clean plate cooler ${tags.cooler}`, `清洗板式冷却器 ${tags.cooler}`),
      tools: both(`Parts: gasket set ${values.partCoolerGasket.en}.`, `备件：垫片组 ${values.partCoolerGasket.zh}。`),
      warnings: [
        { level: 'warning', text: both('Plate edges are sharp. Wear cut-resistant gloves.', '板片边缘锋利，须戴防割手套。') },
        {
          level: 'caution',
          text: both('Never use hydrochloric acid on the plates; it attacks stainless steel.', '严禁用盐酸清洗板片，盐酸会腐蚀不锈钢。'),
        },
      ],
      steps: [
        both('Close all four valves of the cooler and drain both sides.', '关闭冷却器的四个阀门，排空两侧。'),
        both('Measure and note dimension A before the tie bolts are loosened.', '松开夹紧螺栓前，测量并记录尺寸 A。'),
        both('Loosen the tie bolts evenly and slide the cover back.', '均匀松开夹紧螺栓，将活动板后移。'),
        both('Clean each plate with water and a soft brush, in place.', '逐片用水和软刷就地清洗。'),
        both('Check the gaskets and replace those that are hard or torn.', '检查垫片，更换变硬或破损的垫片。'),
        both(
          `Tighten the tie bolts crosswise until dimension A is ${values.coolerDimension.en}.`,
          `对角拧紧夹紧螺栓，直至尺寸 A 为 ${values.coolerDimension.zh}。`,
        ),
        both('Fill both sides slowly and check for leaks.', '缓慢充水并检漏。'),
      ],
    },
    {
      name: 'precharge',
      title: both(`Checking the pre-charge of ${tags.tank}`, `检查 ${tags.tank} 预充压力`),
      goal: both(`check the pre-charge of ${tags.tank}`, `检查 ${tags.tank} 的预充压力`),
      warnings: [
        {
          level: 'warning',
          text: both('Use nitrogen only. Oxygen or plant air with oil may explode.', '只能使用氮气。氧气或含油压缩空气可能引起爆炸。'),
        },
      ],
      steps: [
        both('Shut the tank off from the loop and drain its water side.', '将罐与回路隔断，排空水侧。'),
        both('Screw the pressure gauge onto the gas valve.', '将压力表接到充气阀上。'),
        both(`Fill nitrogen up to ${values.tankPrecharge.en} or let gas off.`, `充氮至 ${values.tankPrecharge.zh}，过高时放气。`),
        both('Check the gas valve with leak spray and put its cap on.', '用检漏液检查充气阀，装上阀帽。'),
        both('Open the tank to the loop again.', '恢复罐与回路的连通。'),
      ],
    },
    {
      name: 'drive-filter',
      title: both(`Replacing fan and filter mat of ${tags.drive}`, `更换 ${tags.drive} 风扇和滤棉`),
      goal: both(`replace the filter mat of ${tags.drive}`, `更换 ${tags.drive} 的滤棉`),
      tools: both(
        `Parts: filter mat ${values.partFilterMat.en}, fan ${values.partFan.en}.`,
        `备件：滤棉 ${values.partFilterMat.zh}、风扇 ${values.partFan.zh}。`,
      ),
      warnings: [
        {
          level: 'danger',
          text: both(
            `Capacitors stay charged. Wait ${values.driveWait.en} after switching off and check that the terminals carry no voltage.`,
            `电容器仍带电。断电后等待 ${values.driveWait.zh}，并验明端子无电压。`,
          ),
        },
      ],
      steps: [
        both(`Switch ${tags.feederA} off and lock it.`, `断开 ${tags.feederA} 并上锁。`),
        both('Unclip the grille and take the old mat out.', '取下格栅，拿出旧滤棉。'),
        both('Put the new mat in with the white side outwards.', '装入新滤棉，白色一面朝外。'),
        both('Turn the fan by hand; replace it if it grinds.', '手动转动风扇，有摩擦时更换。'),
        both('Close the grille and switch the feeder on again.', '装回格栅，恢复馈线供电。'),
      ],
    },
  ];
}
