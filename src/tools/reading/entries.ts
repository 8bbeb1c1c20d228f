import { at, isObject, type Path } from './json.js';

/** The properties of an object with their values, in the order they were sent; none where no object stands. */
export const entriesAt = (json: unknown, ...path: Path): readonly (readonly [string, unknown])[] => {
  const value = at(json, ...path);
  return isObject(value) ? Object.entries(value) : [];
};
