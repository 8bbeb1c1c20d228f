import { addDays } from '../../domain/basics/calendar-date.js';
import type { SampleWaiver } from './sample-initiative.js';
import { initiativeOf, tell, type Story } from './story.js';
import { done } from './verbs.js';

/** A waiver is asked for by the program manager and, if at all, decided by a gatekeeper. */
export const tellWaiver = (story: Story, waiver: SampleWaiver): void => {
  const { company, manager } = story;
  const { criterionKey, daysAgo, endsIn, reason, control, approved } = waiver;
  let waiverId = '';
  tell(story, daysAgo, async () => {
    const { id, key } = initiativeOf(story);
    const expiresOn = addDays(company.calendar.today, endsIn);
    const request = { reason, compensatingControl: control, expiresOn };
    const requested = await company.verbs.requestWaiver.run(manager, id, criterionKey, request);
    waiverId = done(requested, `waiver of ${criterionKey} for ${key}`).id;
  });
  if (approved) {
    tell(story, approved.daysAgo, async () => {
      const decision = { approve: true, comment: approved.comment };
      done(await company.verbs.decideWaiver.run(company.cast[approved.by], waiverId, decision), criterionKey);
    });
  }
};
