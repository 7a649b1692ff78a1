import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { apiError, type ErrorExtras } from '../errors/api-error.js';

/** What a deadline needs of the request. */
interface Bounded { readonly signal: AbortSignal }

const isPromise = (value: unknown): value is Promise<unknown> => typeof (value as Promise<unknown> | undefined)?.then === 'function';

const tooSlow = () => apiError('DEADLINE_EXCEEDED', 'This took longer than we allow. Ask for less at once, or try again.');

/** A write that was cut off may have happened: the key finds out. */
const cutOff = (args: { input?: { requestKey?: unknown } }) => {
  const key = args.input?.requestKey;
  const extras: ErrorExtras = typeof key === 'string' ? { requestKey: key } : {};
  return apiError('OUTCOME_UNKNOWN', 'This took longer than we allow: it happened once, or not at all. Send it again with the same requestKey to learn which.', extras);
};

const orUntil = (signal: AbortSignal, work: Promise<unknown>, late: () => Error): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const give = () => reject(late());
    signal.addEventListener('abort', give, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
  });

const bound = (field: GraphQLField<unknown, Bounded>, writes: boolean): void => {
  const resolve = field.resolve;
  if (!resolve || resolve === defaultFieldResolver) return;
  field.resolve = (source, args, context, info) => {
    if (context.signal.aborted) throw tooSlow();
    const answer: unknown = resolve(source, args, context, info);
    return isPromise(answer) ? orUntil(context.signal, answer, writes ? () => cutOff(args) : tooSlow) : answer;
  };
};

/** Makes every resolver of the schema give up when the request's signal aborts, also one that does not look at the signal. */
export const boundByDeadline = (schema: GraphQLSchema): GraphQLSchema => {
  const writes = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) bound(field as GraphQLField<unknown, Bounded>, type === writes);
  }
  return schema;
};
