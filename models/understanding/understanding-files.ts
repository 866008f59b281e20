/** The files that hold what was learnt of texts, beside the other data of models; each name is the kind of its model too. */
export const UNDERSTANDING_FILES = {
  things: 'things-v1.flm',
  relations: 'relations-v1.flm',
  roles: 'roles-v1.flm',
  failureModes: 'failure-modes-v1.flm',
} as const;
