import { ModulesContainer, Reflector } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { ALLOWED_ACTION } from './allow.guard.js';

// The two keys under which @Query, @Mutation and @Subscription leave their mark.
const RESOLVER_TYPE = 'graphql:resolver_type';
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

const methodsOf = (prototype: object): readonly ((...args: never[]) => unknown)[] =>
  Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown)
    .filter((value): value is (...args: never[]) => unknown => typeof value === 'function');

/** Root fields of an application, with the action that each is allowed by. One without an action answers nobody: it was forgotten. */
export const rootResolvers = (app: INestApplicationContext): readonly { readonly resolver: string; readonly action: string | undefined }[] => {
  const reflector = app.get(Reflector);
  const classes = new Set([...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()].map(({ metatype }) => metatype)));
  return [...classes].flatMap((metatype) => {
    if (typeof metatype !== 'function' || !metatype.prototype) return [];
    return methodsOf(metatype.prototype as object)
      .filter((method) => ROOTS.has(reflector.get<string>(RESOLVER_TYPE, method)))
      .map((method) => ({ resolver: `${metatype.name}.${method.name}`, action: reflector.get<string | undefined>(ALLOWED_ACTION, method) }));
  });
};

/** The names of root resolvers that lack `@Allow`. */
export const resolversWithoutAllow = (app: INestApplicationContext): readonly string[] =>
  rootResolvers(app).filter(({ action }) => action === undefined).map(({ resolver }) => resolver);
