import type { FastifyReply } from 'fastify';
import type { Refusal } from '../../../domain/basics/result.js';
import { SCIM_TYPE, scimError } from '../../../platform/http/scim-error.js';
import type { PublicUrl } from '../../../platform/public-url.js';
import type { DirectoryPerson, PeoplePage } from '../queries/directory-people.js';
import { ScimRefusal } from './scim-refusal.js';

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** The address of a user. */
export const locationOf = (url: PublicUrl, id: string): string => url.of(`/scim/v2/Users/${id}`);

/** A user as SCIM tells of one. */
export const resourceOf = (url: PublicUrl, person: DirectoryPerson): object => ({
  schemas: [USER_SCHEMA],
  id: person.id,
  ...(person.externalId === null ? {} : { externalId: person.externalId }),
  userName: person.email,
  displayName: person.name,
  name: { formatted: person.name },
  active: person.deactivatedAt === null,
  emails: [{ value: person.email, type: 'work', primary: true }],
  meta: { resourceType: 'User', created: person.createdAt, location: locationOf(url, person.id) },
});

export const listOf = (resources: readonly object[], total = resources.length, startIndex = 1): object => ({
  schemas: [LIST],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});

export const pageOf = (url: PublicUrl, { total, people }: PeoplePage, startIndex: number): object =>
  listOf(
    people.map((person) => resourceOf(url, person)),
    total,
    startIndex,
  );

/** What the rules refused: 404 for what is not there, 409 for what is taken, 400 for all else. */
export const refusalOf = (refusals: readonly Refusal[]): ScimRefusal => {
  const message = refusals.map((refusal) => refusal.message).join(' ');
  const codes = refusals.map(({ code }) => code);
  if (codes.includes('NOT_FOUND')) {
    return new ScimRefusal(404, undefined, message);
  }
  return codes.includes('ALREADY_EXISTS')
    ? new ScimRefusal(409, 'uniqueness', message)
    : new ScimRefusal(400, 'invalidValue', message);
};

/** Sends what was made (null: nothing), or why it could not be; anything else that fails is told like everywhere. */
export const answer = async (
  reply: FastifyReply,
  status: number,
  make: () => Promise<object | null>,
): Promise<void> => {
  const { code, body } = await make().then(
    (made) => ({ code: status, body: made }),
    (error: unknown) => {
      if (error instanceof ScimRefusal) {
        return { code: error.status, body: scimError(error.status, error.message, error.scimType) };
      }
      throw error;
    },
  );
  await reply
    .code(code)
    .type(SCIM_TYPE)
    .send(body ?? undefined);
};
