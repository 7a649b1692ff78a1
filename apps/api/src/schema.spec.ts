import { readFileSync } from 'node:fs';
import { fieldsWithoutVisibility, typeDefinitions, undescribed, visibleFields } from '@vouchsafe/graphql/testing';
import { buildSchema, findBreakingChanges } from 'graphql';
import { contexts } from './contexts.js';

// The contract of all contexts together, as files: what it must say of itself, and what it may not take away.

const text = typeDefinitions(contexts.map(({ schema }) => schema));
const schema = buildSchema(text);
const published = () => buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));

it('explains every type, field and argument', () => expect(undescribed(schema)).toEqual([]));

it('says who is meant to see each field of a person’s record, and for each there is a rule', () => {
  expect(fieldsWithoutVisibility(schema)).toEqual([]);
  expect(visibleFields(schema).length).toBeGreaterThan(100);
});

it('is what is published: nothing that clients rely on went away. After a change that is meant: npm run generate, and a line in CHANGELOG.md', () =>
  expect(findBreakingChanges(published(), schema).map(({ description }) => description)).toEqual([]));

describe('finds', () => {
  const without = (what: string) => {
    expect(text).toContain(what);
    return buildSchema(text.replace(what, ''));
  };

  it('what is not explained', () =>
    expect(undescribed(without('"Where it stands today."'))).toEqual(['Commitment.status']));

  it('a field of a record that was forgotten, and one of a part of it', () => {
    expect(fieldsWithoutVisibility(buildSchema(text.replace('objective: String @visible(to: PAIR)', 'objective: String')))).toEqual(['Commitment.objective']);
    expect(fieldsWithoutVisibility(buildSchema(text.replace('deliverable: String @visible(to: PAIR)', 'deliverable: String')))).toEqual(['Pledge.deliverable']);
    expect(fieldsWithoutVisibility(buildSchema(text.replace('reason: String @visible(to: PAIR)', 'reason: String')))).toEqual(['TimelineEntry.reason']);
  });

  it('a class that no rule opens, and one on a type that is no record', () => {
    expect(() => visibleFields(buildSchema(text.replace('objective: String @visible(to: PAIR)', 'objective: String @visible(to: CONCERN)'))))
      .toThrow('Commitment.objective is @visible to CONCERN, but no rule of the policy opens that class of "commitment".');
    expect(() => visibleFields(buildSchema(text.replace('type Commitment @recordOf(kind: "commitment")', 'type Commitment'))))
      .toThrow('is not @recordOf anything.');
  });

  it('what would break a client, by name', () =>
    expect(findBreakingChanges(schema, buildSchema(text.replace('termEnd: Date! @visible(to: PROGRAM)', 'endsOn: Date! @visible(to: PROGRAM)'))).map(({ description }) => description)).toEqual(['Commitment.termEnd was removed.']));
});
