import { readdirSync, readFileSync } from 'node:fs';
import {
  advocacyAct, audience, cadenceKind, capital, commitmentEvents, confirmation, evidenceState, forum, outcomeKind, outcomeSource, side,
} from '@vouchsafe/sponsorship-contracts';
import { parse, type DefinitionNode } from 'graphql';

const source = `${__dirname}/..`;
const definitions: readonly DefinitionNode[] = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => parse(readFileSync(`${source}/${file}`, 'utf8')).definitions);

const enumNamed = (name: string) => definitions.flatMap((each) => (each.kind === 'EnumTypeDefinition' && each.name.value === name ? each.values ?? [] : [])).map(({ name: value }) => value.value);
const inCapitals = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** What only the API speaks of: states of read models, made of several events. */
const ofReadModels = ['CommitmentStatus', 'PledgeStatus', 'AdvocacyActionState', 'OutcomeState'];
const ofContracts: Readonly<Record<string, readonly string[]>> = {
  AdvocacyAct: advocacyAct.options, Audience: audience.options, CadenceKind: cadenceKind.options, Capital: capital.options, Confirmation: confirmation.options,
  EvidenceState: evidenceState.options, Forum: forum.options, OutcomeKind: outcomeKind.options, OutcomeSource: outcomeSource.options, Side: side.options,
  TimelineKind: commitmentEvents.types.map(({ name }) => inCapitals(name)),
};

it('speaks with the words of the events: every enum of the API has their values, in their order', () => {
  const names = definitions.flatMap((each) => (each.kind === 'EnumTypeDefinition' ? [each.name.value] : []));
  expect(names.filter((name) => !ofReadModels.includes(name)).sort()).toEqual(Object.keys(ofContracts).sort());
  for (const [name, values] of Object.entries(ofContracts)) expect([name, enumNamed(name)]).toEqual([name, values]);
});

describe('refusals', () => {
  const words = readFileSync(`${source}/refusals/refusals.ts`, 'utf8');
  const reasons = [...words.matchAll(/^ {2}([A-Z]\w+): \(/gm)].map(([, reason]) => reason!);
  const types = definitions.flatMap((each) => (each.kind === 'ObjectTypeDefinition' && each.interfaces?.some(({ name }) => name.value === 'Refusal') ? [each.name.value] : []));

  it('has a type for every reason that has words, and none besides', () => expect(types.sort()).toEqual(reasons.sort()));

  it('has words for every decision of the domain: the compiler asks for each reason of those that it names', () => {
    const face = readFileSync(`${source}/../../domain/src/index.ts`, 'utf8');
    const decisions = [...face.matchAll(/type (\w+Rejection)\b/g)].map(([, name]) => name!);
    // Resuming and withdrawing are refused as pausing is: one type with three names.
    const named = (decision: string) => words.includes(decision.replace(/^(Resume|WithdrawFrom)Commitment/, 'PauseCommitment'));
    const byReactor = new Set(['NoteSponsorDepartureRejection']); // sent by the reactor, never by a person: nobody reads its refusals
    expect(decisions.length).toBeGreaterThan(20);
    expect(decisions.filter((decision) => !named(decision) && !byReactor.has(decision))).toEqual([]);
  });

  it('answers each mutation with its success and refusals, each of which can occur to somebody', () => {
    const unions = definitions.flatMap((each) => (each.kind === 'UnionTypeDefinition' ? [each.types?.map(({ name }) => name.value) ?? []] : []));
    for (const [success, ...refused] of unions) {
      expect(types).not.toContain(success);
      expect(refused.filter((name) => !types.includes(name))).toEqual([]);
    }
    expect(types.filter((name) => !unions.flat().includes(name))).toEqual([]);
  });
});
