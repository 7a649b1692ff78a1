import type { Person } from '../graphql.generated.js';

/** A person by id, for any answer that speaks of one: the fields are resolved from the directory, many people in one question. */
export const thePerson = (personId: string): Person => ({ __typename: 'Person', personId }) as Person;
