import type { Json, TestServer } from './server.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'] };

export interface ScimAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

export interface ScimAsking {
  readonly body?: unknown;
  readonly token?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const bytesOf = (body: unknown): BodyInit =>
  typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);

export type AskScim = (method: string, path: string, asking?: ScimAsking) => Promise<ScimAnswer>;

/** Asks the server by SCIM, with the token of its first admin unless another is given; a text and bytes are sent as they stand. */
export const scimOf =
  (server: TestServer): AskScim =>
  async (method, path, { body, token = server.admin.token, type = 'application/scim+json', headers = {} } = {}) => {
    const response = await fetch(`${server.url}/scim/v2${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': type }),
        ...headers,
      },
      body: body === undefined ? null : bytesOf(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  };

/** What Okta sends of a person; an update sends all of it again, with what it read before. */
export const fromOkta = (userName: string, more: object = {}) => ({
  schemas: [CORE],
  userName,
  name: { givenName: 'Odette', familyName: 'Okonkwo' },
  emails: [{ primary: true, value: userName, type: 'work' }],
  displayName: 'Odette Okonkwo',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: '1mz050nq',
  active: true,
  ...more,
});

/** What Entra ID sends of a person. */
export const fromEntra = (userName: string, more: object = {}) => ({
  schemas: [CORE, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName,
  active: true,
  displayName: 'Enno Entra',
  emails: [{ primary: true, type: 'work', value: userName }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Enno Entra', familyName: 'Entra', givenName: 'Enno' },
  roles: [],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Claims', employeeNumber: '701984' },
  ...more,
});

/** How Okta changes whether somebody is active. */
export const oktaPatch = (isActive: boolean) => ({
  ...PATCH,
  Operations: [{ op: 'replace', value: { active: isActive } }],
});

/** How Entra ID does: by path, with capitals, and with texts for truths. */
export const entraPatch = (isActive: boolean) => ({
  ...PATCH,
  Operations: [{ op: 'Replace', path: 'active', value: isActive ? 'True' : 'False' }],
});

/** Operations as Entra ID sends them. */
export const patchOf = (...operations: readonly object[]) => ({ ...PATCH, Operations: operations });
