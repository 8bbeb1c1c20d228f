/** An object each of whose fields is asked for only when GraphQL reads it: what is not selected costs nothing. */
export const onDemand = <Fields extends Readonly<Record<string, () => unknown>>>(
  fields: Fields,
): { readonly [Name in keyof Fields]: ReturnType<Fields[Name]> } =>
  Object.defineProperties(
    {},
    Object.fromEntries(Object.entries(fields).map(([name, get]) => [name, { get, enumerable: true }])),
  ) as { readonly [Name in keyof Fields]: ReturnType<Fields[Name]> };
