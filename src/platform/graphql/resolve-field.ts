import { ResolveField as NestResolveField, type ResolveFieldOptions, type ReturnTypeFunc } from '@nestjs/graphql';
import { PARAM_ARGS_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { GqlParamtype } from '@nestjs/graphql/dist/enums/gql-paramtype.enum.js';
import { ArgumentsRefused, isInputClass, problemsIn } from './arguments.pipe.js';

type Given = readonly [parent: unknown, args: Readonly<Record<string, unknown>>, context: unknown, info: unknown];
type Take = (given: Given) => unknown;
type Method = (...values: readonly unknown[]) => unknown;

interface Parameter {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes?: readonly unknown[];
  readonly factory?: unknown;
}

/**
 * A field of an object that has a method: the method is called as GraphQL calls a resolver, at once and with nothing in between, for a
 * page has hundreds of them. Its arguments are checked as all are (see `ArgumentsPipe`); a field with an argument of a class of its own, or with a decorator of
 * ours on a parameter, goes the long way through Nest.
 */
export const ResolveField =
  (type: ReturnTypeFunc, options: ResolveFieldOptions = {}): MethodDecorator =>
  (target, key, descriptor) => {
    NestResolveField(type, options)(target, key, descriptor);
    const takes = takesOf(target, key);
    const method = descriptor.value as unknown as Method;
    if (takes === null) {
      return;
    }
    Reflect.deleteMetadata(PARAM_ARGS_METADATA, target.constructor, key);
    const direct = function (this: unknown, ...given: Given): unknown {
      return method.apply(
        this,
        takes.map((take) => take(given)),
      );
    };
    // What Nest and others noted of the method holds for what stands in its place.
    for (const noted of Reflect.getMetadataKeys(method) as unknown[]) {
      Reflect.defineMetadata(noted, Reflect.getMetadata(noted, method), direct);
    }
    Object.defineProperty(direct, 'name', { value: String(key) });
    descriptor.value = direct as never;
  };

/** How each parameter gets its value, in their order; null where Nest is needed for any. */
const takesOf = (target: object, key: string | symbol): readonly Take[] | null => {
  const noted = (Reflect.getMetadata(PARAM_ARGS_METADATA, target.constructor, key) ?? {}) as Record<string, Parameter>;
  const types = (Reflect.getMetadata('design:paramtypes', target, key) ?? []) as readonly unknown[];
  const takes: Take[] = [];
  for (const [kind, { index, data, pipes = [], factory }] of Object.entries(noted)) {
    const take =
      factory === undefined && pipes.length === 0 ? takeOf(kind.split(':')[0] ?? '', data, types[index]) : null;
    if (take === null) {
      return null;
    }
    takes[index] = take;
  }
  return Array.from({ length: takes.length }, (_, index) => takes[index] ?? (() => undefined));
};

const takeOf = (kind: string, name: unknown, type: unknown): Take | null => {
  if (kind === String(GqlParamtype.ROOT)) {
    return ([parent]) => parent;
  }
  if (kind === String(GqlParamtype.CONTEXT)) {
    return ([, , context]) => context;
  }
  return kind === String(GqlParamtype.ARGS) && typeof name === 'string' && !isInputClass(type)
    ? ([, args]) => checked(args[name], name)
    : null;
};

const checked = (value: unknown, name: string): unknown => {
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  const refusals = [...problemsIn(value, [name])];
  if (refusals.length > 0) {
    throw new ArgumentsRefused(refusals);
  }
  return value;
};
