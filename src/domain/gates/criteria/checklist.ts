import type { Assessor } from './assessor.js';
import { assessReviewed } from './reviewed-evidence.js';
import { counted } from './wording.js';

/** A checklist counts when it is accepted, has at least one item, and every item of it is done. */
export const assessChecklist: Assessor<'CHECKLIST'> = (question) =>
  assessReviewed('CHECKLIST', question, ({ items }) => {
    const open = items.filter(({ done }) => !done);
    const empty = items.length === 0 ? [{ what: 'it has no item', better: 'has at least one item' }] : [];
    const undone =
      open.length > 0
        ? [
            {
              what: `it has ${open.length} of ${counted(items.length, 'item')} not done (${open.map(({ label }) => label).join(', ')})`,
              better: 'has every item done',
            },
          ]
        : [];
    return {
      shortcomings: [...empty, ...undone],
      merits: [`has ${items.length} of ${counted(items.length, 'item')} done`],
    };
  });
