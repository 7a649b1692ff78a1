import { dayNumber, position, type IsoDate } from '@vouchsafe/event-schema';
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { badUserInput } from '../errors/api-error.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

const dateFrom = (value: unknown): IsoDate => {
  try {
    dayNumber(value as IsoDate);
    return value as IsoDate;
  } catch {
    throw badUserInput('A Date is a calendar day as YYYY-MM-DD, for example "2026-03-01".');
  }
};

const instantFrom = (value: unknown): string => {
  if (typeof value === 'string' && INSTANT.test(value)) {
    const [day = ''] = value.split('T');
    const milliseconds = Date.parse(value);
    // Date.parse turns the 30th of February into a day of March; the calendar does not.
    if (!Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(day)) return new Date(milliseconds).toISOString();
  }
  throw badUserInput('An Instant is a moment in UTC as RFC 3339 writes it, for example "2026-03-01T09:30:00Z".');
};

const positionFrom = (value: unknown): string => {
  try {
    if (typeof value === 'string') return String(position(value));
  } catch { /* the sentence below says what is expected */ }
  throw badUserInput('A Position is a place in the log as decimal digits in a string, for example "1024".');
};

const fromText = <T>(read: (value: unknown) => T) => (node: ValueNode): T => read(node.kind === Kind.STRING ? node.value : undefined);

const scalar = <In, Out>(name: string, read: (value: unknown) => In, write: (value: unknown) => Out) => {
  const made = new GraphQLScalarType<In, Out>({ name, parseValue: read, parseLiteral: fromText(read), serialize: write });
  // base.graphql says what it is; an empty property here would blot that out of the schema.
  for (const said of ['description', 'specifiedByURL'] as const) Reflect.deleteProperty(made, said);
  return made;
};

/** What stands behind `scalar Date`, `Instant` and `Position`. In TypeScript all three are strings. */
export const scalars = {
  Date: scalar('Date', dateFrom, dateFrom),
  Instant: scalar('Instant', instantFrom, (value) => instantFrom(value instanceof Date ? value.toISOString() : value)),
  Position: scalar('Position', positionFrom, (value) => String(position(value as string | number))),
};
