/**
 * What a scalar makes of a text that is none of its values, such as the date 2026-02-30. It is refused when the arguments
 * are checked, so that a mutation can name it beside everything else that is wrong, and a bad row refuses only itself.
 */
export class Unreadable {
  constructor(
    readonly value: string,
    readonly problem: string,
  ) {}
}

export const isUnreadable = (value: unknown): value is Unreadable => value instanceof Unreadable;
