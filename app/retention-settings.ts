import { z } from 'zod';

const days = (description: string) =>
  z.coerce.number({ error: 'must be a whole number of days' }).int().positive().optional().describe(`${description}; unset: for good`);

/** How long the service keeps what it need not keep; it looks each day, and `faultline retention` does at once. */
export const RETENTION_SETTINGS = {
  keepQuestionsDays: days('Days that questions of conversations, and what people said of answers, are kept'),
  keepAuditDays: days('Days that the audit trail tells who did what; hashes stay, so that it can be verified'),
  keepRevisionsDays: days('Days that a revision is kept after another took its place'),
};
