import { MOST_AT_ONCE } from './read-query.js';
import { USER_SCHEMA } from './scim-answers.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const [YES, NO] = [{ supported: true }, { supported: false }];

/** What the server can do of SCIM, and what not. */
export const SERVICE_PROVIDER_CONFIG = {
  schemas: [`${CORE}:ServiceProviderConfig`],
  patch: YES,
  bulk: { ...NO, maxOperations: 0, maxPayloadSize: 0 },
  filter: { ...YES, maxResults: MOST_AT_ONCE },
  changePassword: NO,
  sort: NO,
  etag: NO,
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'API token',
      description: 'The API token of an instance admin, in the header Authorization: Bearer.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig' },
};

/** Users, and nothing else: roles are given in Tollgate, not by groups. */
export const RESOURCE_TYPES = [
  {
    schemas: [`${CORE}:ResourceType`],
    id: 'User',
    name: 'User',
    description: 'A person, or a machine that acts.',
    endpoint: '/Users',
    schema: USER_SCHEMA,
    meta: { resourceType: 'ResourceType' },
  },
];

const attribute = (name: string, description: string, more: object = {}): object => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
});

// Kept only as one name, so that nothing is told of them.
const PART = { mutability: 'writeOnly', returned: 'never' };
const READ_ONLY = { mutability: 'readOnly' };

/** What is kept of a user; all else that is sent is passed over. */
export const SCHEMAS = [
  {
    schemas: [`${CORE}:Schema`],
    id: USER_SCHEMA,
    name: 'User',
    description: 'A person, or a machine that acts.',
    attributes: [
      attribute('userName', 'The e-mail address.', { required: true, uniqueness: 'server' }),
      attribute('displayName', 'The name that is shown.'),
      attribute('name', 'The same name, or where it is sent alone both its parts.', {
        type: 'complex',
        subAttributes: [
          attribute('formatted', 'The name that is shown.'),
          attribute('givenName', 'The one part.', PART),
          attribute('familyName', 'The other part.', PART),
        ],
      }),
      attribute('active', 'Whether the user can do anything.', { type: 'boolean' }),
      attribute('emails', 'userName once more.', {
        ...READ_ONLY,
        type: 'complex',
        multiValued: true,
        subAttributes: [
          attribute('value', 'The e-mail address.', READ_ONLY),
          attribute('type', 'work', READ_ONLY),
          attribute('primary', 'true', { ...READ_ONLY, type: 'boolean' }),
        ],
      }),
    ],
    meta: { resourceType: 'Schema' },
  },
];
