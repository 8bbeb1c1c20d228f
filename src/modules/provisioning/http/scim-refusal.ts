import type { ScimErrorType } from '../../../platform/http/scim-error.js';

/** A request that cannot be done as it stands; its message is for people. */
export class ScimRefusal extends Error {
  constructor(
    readonly status: number,
    readonly scimType: ScimErrorType | undefined,
    message: string,
  ) {
    super(message);
  }
}

export const unusable = (scimType: ScimErrorType, message: string): ScimRefusal =>
  new ScimRefusal(400, scimType, message);
