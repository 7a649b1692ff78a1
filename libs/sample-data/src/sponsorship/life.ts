import type { Decision } from '@vouchsafe/decider';
import type { EnrolmentRole } from '@vouchsafe/programs-contracts';
import type { CommitmentEvent, DelegationEvent, SponsorLoadEvent } from '@vouchsafe/sponsorship-contracts';
import {
  delegations, placesAfter, sponsorLoads, standingOn, type Commitment, type Delegation, type MadeCommitment, type PairFacts, type PartyFacts, type SponsorLoad,
} from '@vouchsafe/sponsorship-domain';
import { openStream, type Circumstances, type OpenStream } from '../ledger/ledger.js';
import { dayOf, type Moment } from '../ledger/moments.js';
import type { Place } from '../programs/cohort.js';
import type { RunningProgram } from '../programs/program.js';
import type { Random } from '../random/random.js';
import { chanceIn, isThere, personActor, type Scene } from '../scene.js';
import type { Employee } from '../workforce/employee.js';

/** One commitment while it is being told. */
export interface Life {
  readonly commitmentId: string;
  readonly stream: OpenStream<Commitment, CommitmentEvent>;
  /** Who writes for the sponsor. */
  readonly delegation: OpenStream<Delegation, DelegationEvent>;
  readonly program: RunningProgram;
  readonly cohortId: string;
  readonly sponsor: Employee;
  readonly protege: Employee;
  readonly random: Random;
  /** Told by a script of its own: nothing befalls it by chance. */
  readonly scripted: boolean;
}

/** What the sponsorships of one organization know of each other. */
export interface Desk {
  /** Places that are taken or promised. */
  readonly taken: Map<Employee, number>;
  readonly lives: Map<Employee, Set<Life>>;
  /** Of everybody, in all programmes. */
  readonly places: Map<Employee, Place[]>;
  readonly loads: Map<Employee, OpenStream<SponsorLoad, SponsorLoadEvent>>;
  readonly delegations: Map<Employee, OpenStream<Delegation, DelegationEvent>>;
}

export const openDesk = (): Desk => ({ taken: new Map(), lives: new Map(), places: new Map(), loads: new Map(), delegations: new Map() });

const opened = <Value>(map: Map<Employee, Value>, employee: Employee, open: () => Value): Value => {
  const value = map.get(employee) ?? open();
  map.set(employee, value);
  return value;
};
export const loadOf = ({ loads }: Desk, sponsor: Employee) => opened(loads, sponsor, () => openStream(sponsorLoads, sponsor.personId));
export const delegationOf = ({ delegations: open }: Desk, sponsor: Employee) => opened(open, sponsor, () => openStream(delegations, sponsor.personId));

/** Decides about a commitment; the place of its sponsor is taken or freed by the same append. */
export const decideWithPlaces = <Rejection>(
  { ledger }: Scene, desk: Desk, { stream, sponsor }: Life, circumstances: Circumstances, decision: (state: Commitment) => Decision<CommitmentEvent, Rejection>,
): readonly CommitmentEvent[] => ledger.decide(stream, circumstances, decision, {
  stream: loadOf(desk, sponsor), follow: (events, load) => placesAfter(events, sponsor.personId, load, []),
});

/** How two people stand in a programme at this moment. */
export const pairIn = ({ places }: Desk, program: RunningProgram, sponsor: Employee, protege: Employee): PairFacts => {
  const party = (employee: Employee, role: EnrolmentRole): PartyFacts => ({
    isHere: isThere(employee),
    cohorts: (places.get(employee) ?? [])
      .filter(({ cohort, stream: { state } }) => cohort.program === program && state.status === 'enrolled' && state.role === role).map(({ cohort }) => cohort.cohortId),
  });
  return { programIsOpen: program.stream.state.status === 'open', sponsor: party(sponsor, 'SPONSOR'), protege: party(protege, 'PROTEGE') };
};

export const freePlaces = ({ taken }: Desk, { character }: Scene, sponsor: Employee): number => character.habits.capacity - (taken.get(sponsor) ?? 0);

export const takePlace = (desk: Desk, life: Life): void => {
  desk.taken.set(life.sponsor, (desk.taken.get(life.sponsor) ?? 0) + 1);
  for (const person of [life.sponsor, life.protege]) desk.lives.set(person, (desk.lives.get(person) ?? new Set()).add(life));
};

/** Once it is over nothing holds it any more. Giving a place back twice changes nothing. */
export const giveBack = (desk: Desk, life: Life): void => {
  if (!desk.lives.get(life.sponsor)?.delete(life)) return;
  desk.taken.set(life.sponsor, desk.taken.get(life.sponsor)! - 1);
  for (const person of [life.sponsor, life.protege]) {
    desk.lives.get(person)?.delete(life);
    if (desk.lives.get(person)?.size === 0) desk.lives.delete(person);
  }
};

export const by = (person: Employee, at: Moment): Circumstances => ({ at, actor: personActor(person) });
export const bySystem = (at: Moment): Circumstances => ({ at, actor: 'system:reactor' });

/** The commitment, if both have signed it. */
export const madeOf = ({ stream: { state } }: Life): MadeCommitment | null => {
  switch (state.status) {
    case 'none': case 'proposed': case 'declined': return null;
    case 'active': case 'paused': case 'withdrawn': case 'ended': return state;
  }
};

export const standsOn = (life: Life, day: string): ReturnType<typeof standingOn> | 'none' => {
  const made = madeOf(life);
  return made ? standingOn(made, day) : 'none';
};

/** Whether it runs today, paused or not: what runs can be renegotiated, amended, paused and left. */
export const runs = (life: Life, at: Moment): boolean => {
  const standing = standsOn(life, dayOf(at));
  return madeOf(life)?.status !== 'withdrawn' && madeOf(life)?.status !== 'ended' && (standing === 'active' || standing === 'paused');
};

export const bothAreThere = ({ sponsor, protege }: Life): boolean => isThere(sponsor) && isThere(protege);

type Diligence = { readonly actionsAMonth: number; readonly delegate: Employee | null };

const known = new WeakMap<Employee, Diligence>();

/** How a sponsor is: always the same, in all their commitments. Some are quiet, some do much; some let an assistant write things down. */
export const diligenceOf = (scene: Scene, sponsor: Employee): Diligence => {
  const diligence = known.get(sponsor) ?? drawDiligence(scene, sponsor);
  known.set(sponsor, diligence);
  return diligence;
};

const drawDiligence = (scene: Scene, sponsor: Employee): Diligence => {
  const random = chanceIn(scene, 'sponsor', sponsor.personId);
  const { quietSponsors, championSponsors } = scene.character.habits;
  const draw = random.unit();
  const actionsAMonth = draw < quietSponsors ? 0.12 : draw > 1 - championSponsors ? 1.9 : 0.8 + 0.5 * random.unit();
  const colleague = random.chance(0.2) ? random.pick(scene.workforce.present) : null;
  return { actionsAMonth, delegate: colleague && colleague !== sponsor && isThere(colleague) ? colleague : null };
};
