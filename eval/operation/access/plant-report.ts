import { z } from 'zod';

const count = z.int().min(0);

export const operationCount = z.object({
  operation: z.string(),
  probes: count,
  /** Refused since the role does not allow it. */
  forbidden: count,
  /** Answered by another error, the same from both services. */
  refused: count,
  /** Of those also sent by one who may read everything, who was told something else: there was something to hide. */
  compared: count,
  hiding: count,
});

/** What was found on one plant, as it is kept between runs. */
export const plantReport = z.object({
  seed: z.int(),
  /** From 0. */
  plant: count,
  stores: z.enum(['files', 'servers']),
  /** The run that it is a part of. */
  of: z.object({ count, matrices: count, demo: z.boolean() }),
  probes: count,
  /** With the making of its sites. */
  seconds: z.number(),
  operations: z.array(operationCount),
  roles: z.array(z.object({ role: z.string(), probes: count, forbidden: count })),
  different: count,
  /** Both answers from shortly before where they part. */
  differences: z.array(z.object({ operation: z.string(), holder: z.string(), asked: z.string(), full: z.string(), alone: z.string() })),
  /** A sentence each, with how often. */
  faults: z.array(z.object({ fault: z.string(), times: count })),
});
