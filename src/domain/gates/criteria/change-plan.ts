import { isPositive } from '../../basics/decimal.js';
import type { Assessor } from './assessor.js';
import { assessReviewed } from './reviewed-evidence.js';
import { counted } from './wording.js';

/**
 * A change plan counts when it is accepted, names at least one group with people in it, and sets itself an adoption target
 * with a date (law 5). A target of 0 percent is none.
 */
export const assessChangePlan: Assessor<'CHANGE_PLAN'> = (question) =>
  assessReviewed('CHANGE_PLAN', question, ({ groups, adoptionTargetPercent, adoptionTargetDate }) => {
    const people = groups.reduce((total, group) => total + group.people, 0);
    const nobody =
      people > 0
        ? []
        : [{ what: 'it names no group with people in it', better: 'names at least one group with people in it' }];
    const aimless = isPositive(adoptionTargetPercent)
      ? []
      : [{ what: `its adoption target is ${adoptionTargetPercent} %`, better: 'has an adoption target above 0 %' }];
    return {
      shortcomings: [...nobody, ...aimless],
      merits: [
        `names ${counted(groups.length, 'group')} with ${people} people`,
        `aims for ${adoptionTargetPercent} % adoption by ${adoptionTargetDate}`,
      ],
    };
  });
