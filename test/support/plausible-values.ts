import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';

const plausible: Readonly<Record<string, unknown>> = {
  String: 'ABUSE',
  Int: 1,
  Boolean: true,
  Decimal: '1.5',
  Date: '2026-03-01',
  DateTime: '2026-03-01T09:00:00Z',
  JSON: {},
};

/** A value of a type in which every field is given, one level of lists deep. */
export const valueOf = (type: GraphQLInputType, id: string): unknown => {
  if (isNonNullType(type)) {
    return valueOf(type.ofType, id);
  }
  if (isListType(type)) {
    return [valueOf(type.ofType, id)];
  }
  if (isEnumType(type)) {
    return type.getValues()[0]?.name;
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf ? fields.slice(0, 1) : fields;
    return Object.fromEntries(given.map((field) => [field.name, valueOf(field.type, id)]));
  }
  return type.name === 'ID' ? id : plausible[type.name];
};
