import type { Assessor } from './assessor.js';
import { assessReviewed } from './reviewed-evidence.js';
import { counted } from './wording.js';

/** A UX review counts when it is accepted, enough people took part, and no critical finding is unresolved (law 5). */
export const assessUxReview: Assessor<'UX_REVIEW'> = (question) => {
  const { minParticipants } = question.settings;
  return assessReviewed('UX_REVIEW', question, ({ participants, findings }) => {
    const critical = findings.filter(({ severity, resolved }) => severity === 'CRITICAL' && !resolved);
    const tooFew =
      participants < minParticipants
        ? [
            {
              what: `it has ${participants} of at least ${minParticipants} participants`,
              better: `has at least ${minParticipants} participants`,
            },
          ]
        : [];
    const unresolved =
      critical.length > 0
        ? [
            {
              what: `it leaves ${counted(critical.length, 'critical finding')} unresolved (${critical.map(({ title }) => title).join(', ')})`,
              better: 'leaves no critical finding unresolved',
            },
          ]
        : [];
    return {
      shortcomings: [...tooFew, ...unresolved],
      merits: [
        `has ${participants} of at least ${minParticipants} participants`,
        'leaves no critical finding unresolved',
      ],
    };
  });
};
