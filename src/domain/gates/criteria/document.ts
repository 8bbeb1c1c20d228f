import type { Assessor } from './assessor.js';
import { assessReviewed } from './reviewed-evidence.js';

/** A document counts when it is accepted and holds. */
export const assessDocument: Assessor<'DOCUMENT'> = (question) =>
  assessReviewed('DOCUMENT', question, () => ({ shortcomings: [], merits: [] }));
