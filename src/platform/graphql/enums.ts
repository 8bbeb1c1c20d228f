import { registerEnumType } from '@nestjs/graphql';

/** The object NestJS wants for an enum, made from the list of values that the domain knows; every value is described. */
export const graphqlEnum = <const Value extends string>(
  name: string,
  values: readonly Value[],
  description: string,
  descriptions: Readonly<Record<NoInfer<Value>, string>>,
): { readonly [V in Value]: V } => {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { readonly [V in Value]: V };
  registerEnumType(object, {
    name,
    description,
    valuesMap: Object.fromEntries(values.map((value) => [value, { description: descriptions[value] }])) as Record<
      Value,
      { description: string }
    >,
  });
  return object;
};
