/** What SCIM 2.0 (RFC 7644) sends and takes; `application/json` is taken beside it. */
export const SCIM_TYPE = 'application/scim+json';

/** Whether an address is of SCIM, where errors are told in its own shape. */
export const isScimPath = (url: string): boolean => /^\/scim(\/|$|\?)/.test(url);

/** Why something is refused, for machines (RFC 7644, 3.12): those of its words that are used here. */
export type ScimErrorType =
  'invalidFilter' | 'invalidPath' | 'invalidSyntax' | 'invalidValue' | 'mutability' | 'noTarget' | 'uniqueness';

/** An error as clients of SCIM read it. */
export const scimError = (status: number, detail: string, scimType?: ScimErrorType): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  ...(scimType ? { scimType } : {}),
  detail,
});
