import type { Health } from '../../../domain/initiatives/health.js';
import type { PersonKey } from '../people.js';

/** A status update of that many days ago. */
export interface SampleUpdate {
  readonly daysAgo: number;
  readonly by: PersonKey;
  readonly health: Exclude<Health, 'NO_DATA'>;
  readonly text: string;
}

/** A comment of that many days ago; `@{claims.pm}` in its text mentions a person by the part in the sample. */
export interface SampleComment {
  readonly daysAgo: number;
  readonly by: PersonKey;
  readonly text: string;
}

/** A comment with its replies, on the initiative or on the review that is open. */
export interface SampleThread extends SampleComment {
  readonly isOnReview?: boolean;
  readonly replies?: readonly SampleComment[];
}

export interface SampleConversation {
  readonly updates: readonly SampleUpdate[];
  readonly threads: readonly SampleThread[];
}

/** What was said, by the name of the initiative. */
export const CONVERSATIONS: Readonly<Record<string, SampleConversation>> = {
  // Its manager looks at the figure that got better; the guardrail that is breached says otherwise.
  'Reply drafting for customer service': {
    updates: [
      {
        daysAgo: 34,
        by: 'service.pm',
        health: 'ON_TRACK',
        text: 'All 40 agents of the pilot use it.\n\nNext: the measurement of January. Needed: nothing.',
      },
      {
        daysAgo: 6.5,
        by: 'service.pm',
        health: 'ON_TRACK',
        text: 'Handle time is at **6.1 min**, better than the target of 6.5.\n\nNext: the review at the gate to Scale. Needed: 200 licences by the first of the month.',
      },
    ],
    threads: [
      {
        daysAgo: 4.2,
        by: 'risk',
        isOnReview: true,
        text: '@{service.pm} the reopen rate went from 3.1 to 5.2 percent, and its limit is 4.0. Which requests come back?',
        replies: [
          {
            daysAgo: 3.3,
            by: 'service.pm',
            text: 'Mostly those with two questions in one letter: the draft answers the first. @{service.head} may I have two agents for a week to sort the last 200?',
          },
          {
            daysAgo: 2.6,
            by: 'board',
            text: 'A third of the time saved is worth little if a customer has to write twice. @ux@sample.example was that seen in the UX review?',
          },
        ],
      },
    ],
  },
  'Service desk ticket routing': {
    updates: [
      {
        daysAgo: 12.4,
        by: 'it.pm',
        health: 'AT_RISK',
        text: 'Tickets sent on are back at 14.5 percent; the new product lines are unknown to it.\n\nNext: train it again. Needed: 600 labelled tickets from the service desk.',
      },
    ],
    threads: [
      {
        daysAgo: 11.2,
        by: 'portfolio',
        text: '@{it.pm} by when do you expect it to be below 12 percent again?',
        replies: [{ daysAgo: 10.5, by: 'it.pm', text: 'By the end of next month, if the labels come.' }],
      },
    ],
  },
  'Cash forecast': {
    updates: [
      {
        daysAgo: 20.3,
        by: 'finance.head',
        health: 'ON_TRACK',
        text: 'The buffer is at 33 million. Treasury trusts it.\n\nNext: hand over to support. Needed: a date.',
      },
    ],
    threads: [],
  },
  'Photo assessment of property': {
    updates: [],
    threads: [
      {
        daysAgo: 8.7,
        by: 'architecture',
        text: 'The images go to a model outside of our own data centre. @{underwriting.pm} @{risk} is that covered by `security-privacy`?',
        replies: [
          {
            daysAgo: 7.4,
            by: 'underwriting.pm',
            text: 'It is: section 4 of the document. Faces and number plates go before.',
          },
        ],
      },
    ],
  },
};
