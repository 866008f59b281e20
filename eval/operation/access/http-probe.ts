import type { Action } from '../../../kernel/index.ts';
import type { Draw } from '../../suites/access/draw.ts';
import type { HttpRequest } from '../http/http-request.ts';

/** What a prober has to draw from. */
export interface ProbeDraw {
  /** Anything that stands anywhere on the full site. */
  readonly any: Draw;
  /** What stands there and may not be read by who asks, of the own tenant or another. */
  readonly hidden: Draw;
  /** A conversation that nothing else asks in at the same time. */
  readonly conversation: string;
}

/**
 * Weight of an operation that is not asked oftener, as all weights together are about a hundred: more than a thousand of a hundred
 * thousand probes are of each operation. Questions and searches go through models, so they are not asked much oftener either.
 */
export const LEAST = 1.3;

/** One operation of the service as it is probed. */
export interface HttpProbe {
  /** How often it is asked beside the others. */
  readonly weight: number;
  /** What the role has to allow, absent where nothing is asked for. */
  readonly action?: Action;
  /**
   * `look`: changes nothing. `hidden-change`: would change what may not be read, so nothing must come of it. `to-be-refused`: is
   * asked only by those who may not, by their role or since it takes all labels, which no holder here has. `own-change`: changes what belongs to the caller alone.
   */
  readonly kind: 'look' | 'hidden-change' | 'to-be-refused' | 'own-change';
  draw(draw: ProbeDraw): HttpRequest;
  /** Lists of which some pages are asked for. */
  readonly pages?: boolean;
  /** Leaves out what differs from service to service and tells of no document. */
  shown?(text: string): string;
}
