import { HEALTHS } from '../../../../domain/initiatives/health.js';
import { COMMENT_LIST, STATUS_UPDATES } from '../../queries/lists/conversation-lists-sql.js';
import { happenings, INITIATIVE, listFile, period } from '../list-file.js';
import { words } from '../parameters.js';

/** What a person can tell. */
const TOLD = HEALTHS.filter((health) => health !== 'NO_DATA');

/** The lists of what people tell of initiatives and say to one another; each is one statement. */
export const CONVERSATION_LISTS = [
  listFile({
    name: 'status-updates',
    about: 'Every status update of every initiative, by the time it was posted.',
    parameters: {
      ...period('posting'),
      ...INITIATIVE,
      healths: words('Only those that tell one of these.', TOLD),
    },
    columns: ['id', 'initiativeKey', 'initiativeName', 'health', 'text', 'postedAt', 'postedBy'],
    sql: STATUS_UPDATES,
    given: (values, scope) => [...happenings(values, scope), values.healths],
  }),
  listFile({
    name: 'comments',
    about:
      'Every comment on an initiative or a review as it stands now, by the time it was posted; a deleted one has no words.',
    parameters: { ...period('posting'), ...INITIATIVE },
    columns: [
      'id',
      'initiativeKey',
      'initiativeName',
      'reviewId',
      'gateKey',
      'replyToId',
      'text',
      'mentions',
      'version',
      'postedAt',
      'author',
      'editedAt',
      'deletedAt',
      'deletedBy',
    ],
    numeric: ['version'],
    sql: COMMENT_LIST,
    given: happenings,
  }),
];
