import type { TextForm } from '../model/drawing.ts';
import type { TextSetting } from '../model/text-extent.ts';
import { IDENTITY } from '../model/transform.ts';
import type { TextEntity } from './dxf-entity.ts';
import { entityBase } from './entity-base.ts';
import { planeOf } from './plane-of.ts';
import type { TagList } from './tag-list.ts';

/** Horizontal justifications of TEXT (code 72): left, centre, right, aligned, middle, fitted. */
const ALIGNED = 3;
const MIDDLE = 4;
const FITTED = 5;
const LEFT_SHARES: Readonly<Record<number, number>> = { 1: 0.5, 2: 1, 4: 0.5 };
const LEVELS: Readonly<Record<number, TextSetting['level']>> = { 1: 'bottom', 2: 'middle', 3: 'top' };
/** Attachments of MTEXT (code 71): top, middle and bottom, each left, centre and right. */
const ATTACHED_LEVELS: readonly TextSetting['level'][] = ['top', 'middle', 'bottom'];
const ATTACHED_SHARES = [0, 0.5, 1];
const UNSAID_HEIGHT = 2.5;

/** A TEXT, ATTRIB or ATTDEF. */
export function readLineText(all: TagList, form: TextForm): TextEntity {
  const { own: tags, embedded } = all.parted();
  const align = tags.flags(72);
  const vertical = tags.flags(form === 'text' ? 73 : 74);
  const height = Math.abs(tags.number(40, UNSAID_HEIGHT)) || UNSAID_HEIGHT;
  const start = { x: tags.number(10, 0), y: tags.number(20, 0) };
  const second = { x: tags.number(11, start.x), y: tags.number(21, start.y) };
  const isFitted = align === ALIGNED || align === FITTED;
  const isPlain = align === 0 && vertical === 0;
  const fitTo = isFitted ? Math.hypot(second.x - start.x, second.y - start.y) : 0;
  const setting: TextEntity['setting'] = {
    height,
    stretch: Math.abs(tags.number(41, 1)) || 1,
    pitch: 1,
    leftShare: LEFT_SHARES[align] ?? 0,
    level: align === MIDDLE ? 'middle' : (LEVELS[vertical] ?? 'base'),
    ...(fitTo > 0 ? { fitTo } : {}),
  };
  const rotation = fitTo > 0 ? (Math.atan2(second.y - start.y, second.x - start.x) * 180) / Math.PI : tags.number(50, 0);
  const tag = form === 'text' ? undefined : tags.first(2);
  const flags = form === 'text' ? 0 : tags.flags(70);
  const paragraphs = embedded === undefined ? undefined : joinedContent(embedded);
  return {
    kind: 'text',
    form,
    ...entityBase(tags),
    content: paragraphs ?? tags.first(1) ?? '',
    isFormatted: paragraphs !== undefined,
    at: isPlain || isFitted ? start : second,
    setting,
    rotation,
    plane: planeOf(tags),
    ...(tag === undefined ? {} : { tag }),
    ...((flags & 2) === 2 ? { isConstant: true } : {}),
  };
}

/** An MTEXT. Its place is given in the plane of the sheet; its direction as an angle or as a vector. */
export function readParagraphText(all: TagList): TextEntity {
  const { own: tags } = all.parted();
  const attachment = Math.min(9, Math.max(1, tags.flags(71) || 1)) - 1;
  const direction = { x: tags.optionalNumber(11), y: tags.optionalNumber(21) };
  const breakAt = tags.number(41, 0);
  return {
    kind: 'text',
    form: 'paragraphs',
    ...entityBase(tags),
    content: joinedContent(tags) ?? '',
    isFormatted: true,
    at: { x: tags.number(10, 0), y: tags.number(20, 0) },
    setting: {
      height: Math.abs(tags.number(40, UNSAID_HEIGHT)) || UNSAID_HEIGHT,
      stretch: 1,
      pitch: tags.number(44, 1) || 1,
      leftShare: ATTACHED_SHARES[attachment % 3] ?? 0,
      level: ATTACHED_LEVELS[Math.floor(attachment / 3)] ?? 'top',
      ...(breakAt > 0 ? { breakAt } : {}),
    },
    rotation: direction.x === undefined ? tags.number(50, 0) : (Math.atan2(direction.y ?? 0, direction.x) * 180) / Math.PI,
    plane: IDENTITY,
  };
}

/** The text of a MULTILEADER, which stands in its context data. */
export function readLeaderText(tags: TagList): TextEntity | undefined {
  const content = tags.all(304).find((text) => text !== '' && text !== 'LEADER_LINE{');
  if (content === undefined) return undefined;
  return {
    kind: 'text',
    form: 'leader',
    ...entityBase(tags),
    content,
    isFormatted: true,
    at: { x: tags.number(12, tags.number(10, 0)), y: tags.number(22, tags.number(20, 0)) },
    setting: { height: Math.abs(tags.number(41, UNSAID_HEIGHT)) || UNSAID_HEIGHT, stretch: 1, pitch: 1, leftShare: 0, level: 'top' },
    rotation: 0,
    plane: IDENTITY,
  };
}

/** Longer texts come in pieces (3), the last one last (1). */
function joinedContent(tags: TagList): string | undefined {
  const pieces = tags.all(3);
  const last = tags.first(1);
  return pieces.length === 0 && last === undefined ? undefined : [...pieces, last ?? ''].join('');
}
